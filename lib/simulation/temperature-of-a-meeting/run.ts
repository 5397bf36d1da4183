/** A whole meeting: the same seed and plan give the same run, on every machine. */
import type { Plan } from './plan.ts'
import { happen, type Reason, respond, rest, type State, type Step, sleep, startState } from './step.ts'
import { breakAfter, momentsInMeeting, type World } from './world.ts'

/**
 * A point of the two lines. Each moment has two: after what happened, and after your response.
 * `at`: where it stands on the axis, with the start at 0 and the next day at `lengthOfRun`.
 */
export type Leg = {
  kind: 'start' | 'happened' | 'responded' | 'break' | 'after' | 'night'
  moment: number | null
  at: number
  state: State
  reasons: readonly Reason[]
}
export type Run = { world: World; plan: Plan; legs: readonly Leg[] }

/** start, five moments, the break, after the meeting, the next day */
export const lengthOfRun = momentsInMeeting + 3

/** @returns where a moment stands on the axis; the planned break takes a place of its own. */
export function placeOfMoment(moment: number): number {
  return moment + 1 + (moment >= breakAfter ? 1 : 0)
}

/** Plays as many moments as the plan has responses, and begins the next one; after the last, the night too. */
export function runPlan(world: World, plan: Plan): Run {
  const legs: Leg[] = [{ kind: 'start', moment: null, at: 0, state: startState(world), reasons: [] }]
  const add = (kind: Leg['kind'], moment: number | null, at: number, step: (state: State) => Step) =>
    legs.push({ kind, moment, at, ...step(legs.at(-1)!.state) })
  for (let moment = 0; moment < momentsInMeeting; moment++) {
    const at = placeOfMoment(moment)
    add('happened', moment, at - 0.42, (state) => happen(world, state, moment))
    const response = plan[moment]
    if (!response) return { world, plan, legs }
    add('responded', moment, at, (state) => respond(world, state, moment, response))
    if (moment === breakAfter - 1) add('break', null, at + 1, (state) => rest(world, state, 'break'))
  }
  add('after', null, lengthOfRun - 1, (state) => rest(world, state, 'after'))
  add('night', null, lengthOfRun, (state) => sleep(world, state))
  return { world, plan: plan.slice(0, momentsInMeeting), legs }
}

export function lastState(run: Run): State {
  return run.legs.at(-1)!.state
}

export function isFinished(plan: Plan): boolean {
  return plan.length >= momentsInMeeting
}

/** own and other: heat on the next day, tenths; minutes: of the meeting, for twelve people */
export type Summary = { own: number; other: number; settled: number; half: number; open: number; minutes: number }

export function summarise(run: Run): Summary {
  const { own, other, points, minutes } = lastState(run)
  const count = (point: State['points'][number]) => points.filter((each) => each === point).length
  return { own, other, minutes, settled: count('settled'), half: count('half'), open: count('open') }
}
