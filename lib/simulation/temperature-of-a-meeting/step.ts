/**
 * One step of the meeting after another: something happens, you respond, there is a break, the meeting ends, a night passes.
 * Heat is counted in tenths, 0–100, whole numbers only. Pure: a step returns a new state and says what moved it.
 *
 * The mechanism: `kept` is what you have locked away; it makes every later moment hotter for you and keeps you from cooling.
 * `left` is what was thrown at the other person; it does the same in them, and sharpens what they do next.
 */
import { type Cause, edgeOf, effectOf, type Hearing, hearingOf, settles } from './hear.ts'
import type { Response, Shown } from './plan.ts'
import type { World } from './world.ts'

export type Point = 'open' | 'half' | 'settled'
/** `moment` counts from 0 */
export type Waiting = { moment: number; shown: Shown }
export type State = {
  own: number
  other: number
  kept: number
  left: number
  waiting: readonly Waiting[]
  /** one for each moment */
  points: readonly Point[]
  /** questions asked, pauses asked for, so far */
  asked: number
  pauses: number
  /** the last thing you did was to ask */
  justAsked: boolean
  minutes: number
}

/** Why the lines moved. The words are in the catalogue. */
export type Reason =
  | { type: 'happened'; moment: number; kept: boolean; left: boolean }
  | { type: 'kept' | 'asked' | 'paused'; moment: number; time: number }
  | { type: 'waits'; moment: number; shown: Shown }
  | { type: 'said'; moment: number; shown: Shown; hearing: Hearing; cause: Cause | null; point: Point }
  | { type: 'break' | 'after' | 'night'; kept: boolean; left: boolean }

export type Step = { state: State; reasons: readonly Reason[] }

/** from here on what is kept or left is worth a word */
const felt = 14
const coolingOfPause = { own: [14, 7, 2], other: [10, 4, -5] } as const
const coolingOfQuestion = [8, 5, 2, -4] as const
const minutesOf = { pause: 10, ask: 3, say: 3 } as const

export function startState(world: World): State {
  return {
    own: world.own,
    other: world.other,
    kept: 0,
    left: 0,
    waiting: [],
    points: world.moments.map(() => 'open'),
    asked: 0,
    pauses: 0,
    justAsked: false,
    minutes: 0,
  }
}

function within(state: State): State {
  const clamp = (value: number) => Math.max(0, Math.min(100, value))
  return { ...state, own: clamp(state.own), other: clamp(state.other), kept: clamp(state.kept), left: clamp(state.left) }
}

/** The moment begins: something happens. */
export function happen(world: World, state: State, moment: number): Step {
  const { kept, left } = state
  return {
    state: within({
      ...state,
      own: state.own + world.moments[moment]!.push + Math.floor(kept / 8) + Math.floor(left / 9) + state.waiting.length,
      other: state.other + 3 + Math.floor(left / 12),
    }),
    reasons: [{ type: 'happened', moment, kept: kept >= felt, left: left >= felt }],
  }
}

/** You respond to it. */
export function respond(world: World, state: State, moment: number, response: Response): Step {
  const { push } = world.moments[moment]!
  switch (response.kind) {
    case 'keep':
      return {
        state: within({ ...state, own: state.own - 2, other: state.other - 2, kept: state.kept + push + 2, justAsked: false }),
        reasons: [{ type: 'kept', moment, time: Math.floor(state.kept / felt) }],
      }
    case 'ask': {
      const time = state.asked
      const asked = within({
        ...state,
        own: state.own - 4,
        other: state.other - atMost(coolingOfQuestion, time),
        kept: state.kept + Math.floor(push / 2),
        points: time < 2 ? withPoint(state.points, moment, 'half') : state.points,
        asked: time + 1,
        justAsked: true,
        minutes: state.minutes + minutesOf.ask,
      })
      return { state: asked, reasons: [{ type: 'asked', moment, time }] }
    }
    case 'pause': {
      const time = state.pauses
      const cooled = within({
        ...state,
        own: state.own - atMost(coolingOfPause.own, time),
        other: state.other - atMost(coolingOfPause.other, time),
        kept: state.kept + Math.floor(push / 2),
        pauses: time + 1,
        minutes: state.minutes + minutesOf.pause,
      })
      return saidThen(world, { state: cooled, reasons: [{ type: 'paused', moment, time }] }, 'break')
    }
    case 'show': {
      if (response.when === 'now') return say(world, state, moment, response, 0)
      const waiting = [...state.waiting, { moment, shown: response }]
      return {
        state: within({ ...state, own: state.own - 2, waiting, justAsked: false }),
        reasons: [{ type: 'waits', moment, shown: response }],
      }
    }
  }
}

/** Coffee, or the end of the meeting: both cool, less so where something goes on working; then what has waited is said. */
export function rest(world: World, state: State, type: 'break' | 'after'): Step {
  const most = type === 'break' ? 9 : 5
  const cooled = within({
    ...state,
    own: state.own - Math.max(0, most - Math.floor(state.kept / 4)),
    other: state.other - Math.max(0, most - Math.floor(state.left / 4)),
  })
  return saidThen(world, { state: cooled, reasons: [{ type, kept: state.kept >= felt, left: state.left >= felt }] }, 'break')
}

/** The night cools both; what was kept or left works against it. Then what has waited for the morning is said. */
export function sleep(world: World, state: State): Step {
  const cooled = within({
    ...state,
    own: state.own - 10 + Math.floor(state.kept / 3),
    other: state.other - 10 + Math.floor(state.left / 3),
  })
  return saidThen(world, { state: cooled, reasons: [{ type: 'night', kept: state.kept >= felt, left: state.left >= felt }] }, 'tomorrow')
}

function saidThen(world: World, first: Step, when: 'break' | 'tomorrow'): Step {
  const due = first.state.waiting.filter(({ shown }) => shown.when === when)
  let step: Step = { ...first, state: { ...first.state, waiting: first.state.waiting.filter(({ shown }) => shown.when !== when) } }
  for (const [before, { moment, shown }] of due.entries()) {
    const next = say(world, step.state, moment, shown, before)
    step = { state: next.state, reasons: [...step.reasons, ...next.reasons] }
  }
  return step
}

function say(world: World, state: State, moment: number, shown: Shown, before: number): Step {
  const { about, push } = world.moments[moment]!
  // the moment itself is still in a voice that speaks at once
  const voice = state.own + (shown.when === 'now' ? push : 0)
  const { edge, causes } = edgeOf({ about, shown, voice, ear: state.other, before, asked: state.justAsked })
  const hearing = hearingOf(edge)
  const effect = effectOf(edge, shown.where)
  const point = settles(about, shown, hearing)
  return {
    state: within({
      ...state,
      own: state.own + effect.own,
      other: state.other + effect.other,
      kept: state.kept + effect.kept,
      left: state.left + effect.left,
      points: withPoint(state.points, moment, point),
      justAsked: false,
      minutes: state.minutes + (shown.when === 'now' && shown.where !== 'written' ? minutesOf.say : 0),
    }),
    reasons: [{ type: 'said', moment, shown, hearing, cause: causes[0] ?? null, point }],
  }
}

function withPoint(points: readonly Point[], moment: number, point: Point): Point[] {
  return points.map((each, index) => (index === moment ? point : each))
}

function atMost(values: readonly number[], index: number): number {
  return values[Math.min(index, values.length - 1)]!
}
