/** Turns states and turns of the model into sentences. Pure; all words come from the catalogue. */
import type { Words } from '#components/simulation/parts/words.ts'
import { say } from '#lib/message/format.ts'
import { hasSign } from '#lib/simulation/said-and-meant/facts.ts'
import { givingBack, type Move, turnsInTalk } from '#lib/simulation/said-and-meant/moves.ts'
import { lastState, outcomeOf, type Run, summarise } from '#lib/simulation/said-and-meant/run.ts'
import { type Known, readyFrom, type State, shutBelow, type Turn, trustFrom } from '#lib/simulation/said-and-meant/step.ts'
import { topicOf, type World } from '#lib/simulation/said-and-meant/world.ts'

export function speakerName({ messages }: Words, world: World): string {
  return say(messages, `name_${world.speaker.id}`)
}

/** The steps are those at which a question brings more (step.ts). */
export function opennessWord({ messages }: Words, openness: number): string {
  if (openness < shutBelow) return say(messages, 'openness_shut')
  if (openness < readyFrom) return say(messages, 'openness_careful')
  return say(messages, openness < trustFrom ? 'openness_ready' : 'openness_open')
}

/**
 * One sentence that says what the drawing shows.
 *
 * @param open whether what was taken otherwise may be told
 */
export function talkSummary(words: Words, run: Run, open: boolean): string {
  const state = lastState(run)
  const values = { ...summarise(run.world, state), name: speakerName(words, run.world), openness: opennessWord(words, state.openness) }
  if (open) return say(words.messages, 'summary_end', values)
  const moved = state.openness - (run.turns.at(-2)?.state ?? run.start).openness
  const change = moved === 0 ? '' : say(words.messages, moved > 0 ? 'change_up' : 'change_down')
  return say(words.messages, 'summary', { ...values, change, count: turnsInTalk - state.turn }, words.locale)
}

/** The words of a listener who makes this move now. */
export function moveWords({ messages }: Words, world: World, state: State, move: Move): string {
  const { id } = world.topics[state.topic]!
  const done = state.done[state.topic]!
  const next = world.topics[state.topic + 1]
  const quoted = (key: string, text: string) => say(messages, key, { text: say(messages, text) })
  switch (move) {
    case 'attend':
      return say(messages, 'say_attend')
    case 'open':
      return say(messages, done.includes('attend') && messages[`point_${id}`] ? `point_${id}` : `open_${id}`)
    case 'closed':
      if (!done.includes('closed')) return say(messages, `closed_${id}`)
      return say(messages, messages[`closed2_${id}`] ? `closed2_${id}` : 'closed_again')
    case 'paraphrase':
    case 'too-much':
    case 'own-number':
      return quoted('say_right', `${move}_${id}`)
    case 'reflect':
      return say(messages, `feel_${id}`)
    case 'advise':
      return say(messages, `advice_${id}`)
    case 'missed':
      return say(messages, 'say_missed')
    case 'next':
      return next ? say(messages, `next_${next.id}`) : say(messages, 'say_finish', { name: say(messages, `name_${world.speaker.id}`) })
  }
}

/** What the listener did, as it stands in the talk afterwards. The summary is given in full only now: it holds the paraphrase. */
export function doneWords(words: Words, world: World, before: State, move: Move): string {
  const { messages } = words
  if (move === 'attend') return say(messages, 'you_attend')
  if (move === 'missed') return say(messages, 'done_missed', { text: say(messages, `paraphrase_${world.topics[before.topic]!.id}`) })
  return moveWords(words, world, before, move)
}

/** What the speaker says, one paragraph for each thing. */
export function replyLines({ messages }: Words, world: World, before: State, turn: Turn): string[] {
  const { id } = world.topics[turn.topic]!
  const name = say(messages, `name_${world.speaker.id}`)
  const reply = (key: string) => say(messages, `reply_${turn.move}_${key}`, { name })
  const number = world.topics[turn.topic]!.facts.find((fact) => fact.unclear)?.id
  const told = turn.heard.filter((fact) => messages[`line_${fact}`]).map((fact) => say(messages, `line_${fact}`))
  const half = turn.half.map((fact) => say(messages, `short_${fact}`))
  // given back: the correction first, then what had been a short answer
  const put = turn.corrected.flatMap((fact) =>
    fact === number
      ? [say(messages, `correct_${id}`)]
      : [`${say(messages, 'reply_paraphrase_half', { name })} ${say(messages, `line_${fact}`)}`],
  )
  switch (turn.move) {
    case 'attend':
      if (turn.reply === 'tells') return told
      return turn.reply === 'nothing'
        ? [say(messages, messages[`quiet_${id}`] ? `quiet_${id}` : 'reply_attend_again')]
        : [reply(turn.reply)]
    case 'reflect':
      return [
        turn.reply === 'felt' || turn.reply === 'nothing' ? say(messages, `felt_${id}`) : turn.reply === 'again' ? reply('again') : '',
        ...told,
      ].filter(Boolean)
    case 'advise': {
      const times = before.done.flat().filter((move) => move === 'advise').length
      return [reply(turn.reply === 'refused' ? `refused_${times % 3}` : turn.reply)]
    }
    case 'next': {
      const next = world.topics[turn.topic + 1]
      return [turn.reply === 'ends' || !next ? reply('ends') : say(messages, `says_${next.id}`)]
    }
    default: {
      const lines = [...put, ...half, ...told]
      return lines.length > 0 ? lines : [reply(turn.reply)]
    }
  }
}

/** What a turn has changed, in a few words; empty where nothing has. */
export function effectWords({ messages, locale }: Words, before: State, turn: Turn): string {
  const came = turn.heard.length + turn.half.length
  const moved = turn.openness - before.openness
  return [
    turn.corrected.length > 0 ? say(messages, 'effect_corrected', { count: turn.corrected.length }, locale) : '',
    came > 0 ? say(messages, 'effect_heard', { count: came }, locale) : '',
    moved === 0 ? '' : say(messages, moved > 0 ? 'effect_up' : 'effect_down'),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** What the speaker's first words on a topic look like. */
export function seenWords({ messages }: Words, topic: string): string {
  return say(messages, `seen_${topic}`)
}

/** The moves to choose from now, in the order in which they are offered; the three that give back are one. */
export function offered(world: World, state: State): { back: readonly Move[]; others: readonly Move[] } {
  return {
    back: world.offers[state.topic] ?? givingBack,
    others: ['attend', 'open', 'closed', 'reflect', 'advise', 'missed', 'next'],
  }
}

export function tagOf({ messages }: Words, world: World, state: State, move: Move): string {
  if (move === 'next') return say(messages, state.topic + 1 < world.topics.length ? 'tag_next' : 'tag_finish')
  // while the talk goes on, the three are not told apart
  return say(messages, givingBack.some((each) => each === move) ? 'tag_back' : `tag_${move}`)
}

/** What stands in the notes: as it is meant, as it was taken, or the listener's own number. */
export function noteOf({ messages }: Words, world: World, fact: string, known: Known): string {
  if (known.clear) return say(messages, `fact_${fact}`)
  if (known.own) return say(messages, `own_${world.topics[topicOf(world, fact) ?? 0]!.id}`)
  return say(messages, `heard_${fact}`)
}

export type Mark = 'unheard' | 'heard' | 'checked' | 'otherwise'

/** @param open whether the end has come, so that what was taken otherwise may be seen */
export function markOf(known: Known | undefined, open: boolean): Mark {
  const outcome = outcomeOf(known)
  if (outcome === 'unheard') return 'unheard'
  if (known?.checked) return 'checked'
  return open && outcome === 'taken-otherwise' ? 'otherwise' : 'heard'
}

/** What would have brought a fact that was never heard. */
export function openerOf(words: Words, world: World, state: State, fact: string): string {
  const { messages } = words
  const index = topicOf(world, fact)
  const name = speakerName(words, world)
  if (index === null) return say(messages, 'opens_check', { name })
  if (index > state.topic) return say(messages, 'opens_topic')
  const topic = world.topics[index]!
  const layer = topic.facts.find(({ id }) => id === fact)!.layer
  const noticed = hasSign(topic) && state.done[index]!.includes('attend')
  if (layer === 'trust') return say(messages, noticed ? 'opens_trust_near' : 'opens_trust')
  return say(messages, `opens_${layer}`, { question: say(messages, `open_${topic.id}`), seen: seenWords(words, topic.id), name })
}
