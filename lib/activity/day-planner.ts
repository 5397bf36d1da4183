/**
 * A day of half-hours as a game of state and moves. Pure: the plans and the choices are the state, everything else is derived
 * from them. A plan is made, the day runs to the next surprise, a response takes half-hours, what is left is planned again.
 *
 * Invariants: nothing overlaps (work done, half-hours lost, plan); nothing of the past is planned again; a fixed task stays
 * where it is or does not take place; a task with a deadline is planned to end by it; the same day gives the same state.
 * Times are half-hours from the start of the day, whole numbers.
 */
import type { ActivityOf } from './schema.ts'

export type Planner = Pick<ActivityOf<'day-planner'>, 'start' | 'slots' | 'tasks' | 'surprises'>
export type Task = Planner['tasks'][number]
export type Surprise = Planner['surprises'][number]
export type Option = Surprise['options'][number]
/** Task to the half-hour in which it begins; fixed tasks are never in it. */
export type Plan = Readonly<Record<string, number>>
/** `plans` has one more than `choices`: the morning's, then one after each surprise. `running`: the last plan is under way. */
export type Day = { plans: readonly Plan[]; choices: readonly string[]; running: boolean }
export type Span = { from: number; to: number }

export type Standing = {
  phase: 'plan' | 'surprise' | 'over'
  now: number
  /** what was worked on, up to now */
  past: readonly (Span & { task: string })[]
  /** half-hours that surprises took */
  lost: readonly (Span & { surprise: string })[]
  /** half-hours that each task still needs */
  left: Readonly<Record<string, number>>
  /** begin of what is planned from now on, fixed tasks too */
  plan: Plan
  /** fixed tasks that can no longer take place */
  gone: readonly string[]
  /** tasks that the latest response pushed out of the plan */
  pushed: readonly string[]
  /** the surprise at the door */
  surprise: Surprise | null
}

export const newDay = (plan: Plan = {}): Day => ({ plans: [plan], choices: [], running: false })

/** Minutes since midnight ↔ half-hours since the start of the day. */
export const slotAt = (data: Pick<Planner, 'start'>, time: string): number => Math.floor((minutes(time) - minutes(data.start)) / 30)
export function timeAt(data: Pick<Planner, 'start'>, slot: number): string {
  const at = minutes(data.start) + slot * 30
  return `${String(Math.floor(at / 60) % 24).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
}
const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

export function surprisesInOrder(data: Planner): Surprise[] {
  return data.surprises.toSorted((one, other) => slotAt(data, one.at) - slotAt(data, other.at))
}

/** Where the day stands. A choice that the content no longer has ends the replay at its surprise. */
export function standing(data: Planner, day: Day): Standing {
  const surprises = surprisesInOrder(data)
  let state = settle(data, morning(data), day.plans[0] ?? {})
  for (const [index, surprise] of surprises.entries()) {
    if (index === day.choices.length && !day.running) return state
    state = runTo(state, clamp(slotAt(data, surprise.at), data.slots))
    const option = surprise.options.find(({ id }) => id === day.choices[index])
    if (!option) return { ...state, phase: 'surprise', surprise }
    state = take(data, state, surprise, option)
    state = settle(data, state, day.plans[index + 1] ?? state.plan)
  }
  return day.running ? { ...runTo(state, data.slots), phase: 'over' } : state
}

function morning(data: Planner): Standing {
  const plan = data.tasks.flatMap(({ id, fixed }) => (fixed ? [[id, slotAt(data, fixed)] as const] : []))
  const left = data.tasks.map(({ id, length }) => [id, length] as const)
  return {
    phase: 'plan',
    now: 0,
    past: [],
    lost: [],
    left: Object.fromEntries(left),
    plan: Object.fromEntries(plan),
    gone: [],
    pushed: [],
    surprise: null,
  }
}

/** The wanted places that are possible, beside what is fixed. */
function settle(data: Planner, state: Standing, wanted: Plan): Standing {
  const plan: Record<string, number> = {}
  for (const { id, fixed } of data.tasks) if (fixed && state.plan[id] !== undefined) plan[id] = state.plan[id]
  for (const task of data.tasks) {
    const start = wanted[task.id]
    if (start !== undefined && startsFor(data, { ...state, plan }, task).includes(start)) plan[task.id] = start
  }
  return { ...state, plan }
}

/** The half-hours in which a task can begin: after now, free for all that is left of it, in time for its deadline. */
export function startsFor(data: Planner, state: Pick<Standing, 'now' | 'lost' | 'left' | 'plan'>, task: Task): number[] {
  const need = state.left[task.id] ?? 0
  if (task.fixed || need === 0) return []
  const latest = Math.min(data.slots, task.before ? slotAt(data, task.before) : data.slots) - need
  const taken = [...state.lost, ...planned(state).filter((one) => one.task !== task.id)]
  return range(state.now, latest + 1).filter((from) => taken.every((span) => !overlap(span, { from, to: from + need })))
}

/** What is planned from now on, in the order of the day. */
export function planned({ plan, left }: Pick<Standing, 'plan' | 'left'>): (Span & { task: string })[] {
  return Object.entries(plan)
    .map(([task, from]) => ({ task, from, to: from + (left[task] ?? 0) }))
    .sort((one, other) => one.from - other.from)
}

function runTo(state: Standing, now: number): Standing {
  const past = [...state.past]
  const left = { ...state.left }
  const plan: Record<string, number> = {}
  for (const { task, from, to } of planned(state)) {
    const until = Math.min(to, now)
    if (from < until) {
      past.push({ task, from, to: until })
      left[task] = to - until
    }
    if (to > now) plan[task] = Math.max(from, now)
  }
  return { ...state, now: Math.max(now, state.now), past, left, plan, pushed: [] }
}

function take(data: Planner, state: Standing, surprise: Surprise, option: Option): Standing {
  const from = Math.max(state.now, ...state.lost.map((span) => span.to))
  const span = { from, to: Math.min(data.slots, from + option.takes), surprise: surprise.id }
  const pushed = planned(state)
    .filter((one) => overlap(one, span))
    .map(({ task }) => task)
  const gone = pushed.filter((id) => data.tasks.some((task) => task.id === id && task.fixed))
  return {
    ...state,
    lost: span.to > span.from ? [...state.lost, span] : state.lost,
    plan: Object.fromEntries(Object.entries(state.plan).filter(([task]) => !pushed.includes(task))),
    gone: [...state.gone, ...gone],
    pushed,
  }
}

/** Puts a task into the day, or moves it. Where it cannot go, nothing changes. */
export function put(data: Planner, day: Day, task: string, start: number): Day {
  const state = standing(data, day)
  const found = data.tasks.find(({ id }) => id === task)
  if (state.phase !== 'plan' || !found || !startsFor(data, state, found).includes(start)) return day
  return withPlan(day, { ...ownPlan(data, state), [task]: start })
}

export function takeOut(data: Planner, day: Day, task: string): Day {
  const state = standing(data, day)
  if (state.phase !== 'plan') return day
  return withPlan(day, Object.fromEntries(Object.entries(ownPlan(data, state)).filter(([id]) => id !== task)))
}

/** Lets the day run to the next surprise, or to its end. */
export function run(data: Planner, day: Day): Day {
  return standing(data, day).phase === 'plan' ? { ...day, running: true } : day
}

/** Answers the surprise at the door; the plan goes on with what is still possible. */
export function respond(data: Planner, day: Day, option: string): Day {
  const state = standing(data, day)
  if (!state.surprise?.options.some(({ id }) => id === option)) return day
  const index = surprisesInOrder(data).findIndex(({ id }) => id === state.surprise?.id)
  const next: Day = { plans: day.plans.slice(0, index + 1), choices: [...day.choices.slice(0, index), option], running: false }
  return { ...next, plans: [...next.plans, ownPlan(data, standing(data, next))] }
}

const withPlan = (day: Day, plan: Plan): Day => ({ ...day, plans: [...day.plans.slice(0, day.choices.length), plan] })

/** The part of a plan that is the learner's to change. */
function ownPlan(data: Planner, { plan }: Standing): Plan {
  return Object.fromEntries(Object.entries(plan).filter(([task]) => !data.tasks.some(({ id, fixed }) => id === task && fixed)))
}

/** Half-hours from now on in which nothing is planned. */
export function freeSlots(data: Planner, state: Standing): number {
  const taken = [...state.lost, ...planned(state)]
  return range(state.now, data.slots).filter((from) => taken.every((span) => !overlap(span, { from, to: from + 1 }))).length
}

/** The choices that were made, with the surprises they replied to. */
export function choicesOf(data: Planner, day: Day): { surprise: Surprise; option: Option }[] {
  return surprisesInOrder(data).flatMap((surprise, index) => {
    const option = surprise.options.find(({ id }) => id === day.choices[index])
    return option ? [{ surprise, option }] : []
  })
}

/** At the end of the day: what was done in full, and what was not. */
export function results(data: Planner, day: Day): { done: Task[]; missed: Task[] } {
  const { left } = standing(data, day)
  return { done: data.tasks.filter(({ id }) => left[id] === 0), missed: data.tasks.filter(({ id }) => left[id] !== 0) }
}

/** What the end of the day says of a task: a C or a D that was not done is no loss. */
export function outcomeOf({ quadrant }: Pick<Task, 'quadrant'>, done: boolean): 'done' | 'lost' | 'left' {
  if (done) return 'done'
  return quadrant === 'A' || quadrant === 'B' ? 'lost' : 'left'
}

export type DayReading = { name: keyof ActivityOf<'day-planner'>['readings']; count: number; total: number }

/**
 * What the day says. `allA` where every task of quadrant A was done, else `missedA`; `keptB` where at least one of B was done, else
 * `lostB`; `margin` where the plan of the morning left a seventh of the half-hours free, else `noMargin`; `manyC` where C had a
 * quarter of the half-hours worked. `count` of `total` tasks, or half-hours for the margin and for C.
 */
export function readDay(data: Planner, day: Day): DayReading[] {
  const { done } = results(data, day)
  const share = (letter: string) => ({
    count: done.filter(({ quadrant }) => quadrant === letter).length,
    total: data.tasks.filter(({ quadrant }) => quadrant === letter).length,
  })
  const found: DayReading[] = []
  const a = share('A')
  if (a.total > 0) found.push({ name: a.count === a.total ? 'allA' : 'missedA', ...a })
  const b = share('B')
  if (b.total > 0) found.push({ name: b.count > 0 ? 'keptB' : 'lostB', ...b })
  const free = freeSlots(data, standing(data, newDay(day.plans[0])))
  found.push({ name: free >= data.slots / 7 ? 'margin' : 'noMargin', count: free, total: data.slots })
  const { past } = standing(data, day)
  const worked = past.reduce((sum, { from, to }) => sum + to - from, 0)
  const onC = past
    .filter((span) => data.tasks.some(({ id, quadrant }) => id === span.task && quadrant === 'C'))
    .reduce((sum, { from, to }) => sum + to - from, 0)
  if (worked > 0 && onC / worked >= 0.25) found.push({ name: 'manyC', count: onC, total: worked })
  return found
}

/** A day as it was kept on the device or in a statement; anything else is a new one. */
export function dayFrom(kept: unknown): Day {
  const { plans, choices, running } = (kept ?? {}) as Record<string, unknown>
  if (!Array.isArray(plans) || plans.length === 0) return newDay()
  return {
    plans: plans.map(
      (plan) =>
        Object.fromEntries(
          Object.entries(typeof plan === 'object' && plan !== null ? plan : {}).filter(([, start]) => Number.isInteger(start)),
        ) as Plan,
    ),
    choices: Array.isArray(choices) ? choices.filter((choice) => typeof choice === 'string') : [],
    running: running === true,
  }
}

const overlap = (one: Span, other: Span) => one.from < other.to && other.from < one.to
const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
const clamp = (slot: number, slots: number) => Math.min(slots, Math.max(0, slot))
