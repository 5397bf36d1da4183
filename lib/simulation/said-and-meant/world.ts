/**
 * What the seed decides, before the first word: who speaks, in which order the topics come, how open the speaker is on this
 * day, and in which order the three paraphrases are offered. Two ways of listening with one seed meet the same person.
 */
import { seededIntegers, shuffled } from '#lib/simulation/draw-random.ts'
import { type Fact, type Speaker, speakers, type Topic } from './facts.ts'
import { givingBack, type Move } from './moves.ts'

export const moods = ['tired', 'ordinary', 'acquainted'] as const
/** tired, an ordinary day, or the last time went well */
export type Mood = (typeof moods)[number]
/** Openness at the first word. */
export const opennessOf: Record<Mood, number> = { tired: 2, ordinary: 3, acquainted: 4 }

export type World = {
  seed: number
  speaker: Speaker
  topics: readonly Topic[]
  mood: Mood
  /** for each topic, the order in which the three ways of giving back are offered */
  offers: readonly (readonly Move[])[]
  /** all that could be heard: by topic, then the closing one */
  facts: readonly Fact[]
}

export function makeWorld(seed: number): World {
  const next = seededIntegers(seed)
  const speaker = speakers[(seed - 1) % speakers.length]!
  const topics = shuffled(speaker.topics, next)
  const mood = moods[next(moods.length)]!
  return {
    seed,
    speaker,
    topics,
    mood,
    offers: topics.map(() => shuffled(givingBack, next)),
    facts: [...topics.flatMap((topic) => topic.facts), speaker.closing],
  }
}

/** @returns where a fact belongs, counted from 0; null for the one that belongs to no topic. */
export function topicOf(world: World, fact: string): number | null {
  const index = world.topics.findIndex((topic) => topic.facts.some((each) => each.id === fact))
  return index === -1 ? null : index
}
