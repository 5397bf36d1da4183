/**
 * Ready-made ways to listen, to compare one's own with. A preset sees what a learner sees (the topic, whether something was
 * noticed, what it did before) and decides turn by turn; played in a world it becomes an ordinary plan.
 */
import { hasSign } from './facts.ts'
import type { Move, Plan } from './moves.ts'
import { turnsInTalk } from './moves.ts'
import { type State, startState, stepTurn, trustFrom } from './step.ts'
import type { World } from './world.ts'

export const presets = ['form', 'adviser', 'mirror', 'full'] as const
export type Preset = (typeof presets)[number]

type Habit = (world: World, state: State) => Move

const habits: Record<Preset, Habit> = {
  form: (world, state) => inTurn(state, ['closed', 'closed'], lastTopic(world, state) ? 'closed' : 'next'),
  adviser: (world, state) => inTurn(state, ['open', 'advise'], lastTopic(world, state) ? 'advise' : 'next'),
  mirror: (_world, state) => inTurn(state, ['paraphrase'], 'next'),
  full,
}

/** @returns the plan this preset makes in this world */
export function planOfPreset(world: World, preset: Preset): Plan {
  const plan: Move[] = []
  let state = startState(world)
  while (!state.ended) {
    const move = habits[preset](world, state)
    plan.push(move)
    state = stepTurn(world, state, move).state
  }
  return plan
}

function lastTopic(world: World, state: State): boolean {
  return state.topic === world.topics.length - 1
}

/** Each of these once in a topic, then the other. */
function inTurn(state: State, once: readonly Move[], then: Move): Move {
  return once[state.done[state.topic]!.length] ?? then
}

/** Attention, then a paraphrase; a feeling where that is what is missing; then the question. The last turn is for the close. */
function full(world: World, state: State): Move {
  const sign = hasSign(world.topics[state.topic]!)
  const done = state.done[state.topic]!
  const ahead = world.topics.slice(state.topic + 1)
  const left = turnsInTalk - state.turn
  // what is kept for the topics ahead: moving on, the question, attention where it is needed; and one turn for the close
  const kept = ahead.reduce((sum, topic) => sum + (hasSign(topic) ? 3 : 2), 1)
  const wanted: Move[] = [
    ...(sign ? (['attend'] as const) : []),
    ...(ahead.length > 0 ? (['paraphrase'] as const) : []),
    ...(sign && state.openness < trustFrom && state.openness + 2 >= trustFrom ? (['reflect'] as const) : []),
    'open',
  ]
  const move = left > kept ? wanted.find((each) => !done.includes(each)) : undefined
  return move ?? (ahead.length > 0 ? 'next' : 'missed')
}
