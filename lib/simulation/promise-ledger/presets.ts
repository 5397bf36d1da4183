/**
 * Ready-made ways to spend the weeks, to compare one's own with. A preset knows only what a learner can see: what has come,
 * what is open, how many days this week has. Played in a world it becomes an ordinary plan.
 */
import type { Answer, Plan, Reply, Week, Word, Work } from './plan.ts'
import { entryOf, isOpen, type State, startState, stepWeek } from './step.ts'
import { daysFor, daysInWeek, laterThan, type World, weeksInRun } from './world.ts'

export const presets = ['yes', 'vague', 'few', 'no'] as const
export type Preset = (typeof presets)[number]

/** Days of a week that the careful one leaves free, because something always comes. */
const reserve = 1

type Chooser = (world: World, state: State) => Week

const choosers: Record<Preset, Chooser> = {
  yes: (world, state) => uniform(world, state, 'whole', true),
  vague: (world, state) => uniform(world, state, 'whole', false),
  few,
  no: (world, state) => uniform(world, state, 'no', true),
}

export function planOfPreset(world: World, preset: Preset): Plan {
  return planBy(world, choosers[preset])
}

/** @returns the plan that a way of choosing makes in this world */
export function planBy(world: World, choose: Chooser): Plan {
  const plan: Week[] = []
  let state = startState(world)
  for (let week = 1; week <= weeksInRun; week++) {
    const chosen = choose(world, state)
    plan.push(chosen)
    state = stepWeek(world, state, chosen).state
  }
  return plan
}

/** The same answer to everybody, then whatever is due first. Nobody is told anything. */
export function uniform(world: World, state: State, reply: Reply, clear: boolean): Week {
  const answers = newRequests(world, state).map((request) => ({ request, reply, clear }))
  return { answers, words: [], work: workByDate(world, state, answers, []) }
}

/** As `uniform`, but whoever will wait longer is told as soon as it can be seen. */
export function uniformTelling(world: World, state: State, reply: Reply): Week {
  const { answers } = uniform(world, state, reply, true)
  const words = wordsInTime(world, state, answers)
  return { answers, words, work: workByDate(world, state, answers, words) }
}

/** A clear yes only to what fits beside the promises that are open, else later, else a smaller part, else no. */
function few(world: World, state: State): Week {
  const answers: Answer[] = []
  for (const request of newRequests(world, state)) {
    const options: Reply[] = ['whole', 'later', 'part']
    const fitting = options.find((reply) => {
      if (reply === 'later' && laterThan(world.requests[request]!.wish) === null) return false
      return fits(world, state, [...answers, { request, reply, clear: true }])
    })
    answers.push({ request, reply: fitting ?? 'no', clear: true })
  }
  const words = wordsInTime(world, state, answers)
  return { answers, words, work: workByDate(world, state, answers, words) }
}

export function newRequests(world: World, state: State): number[] {
  return world.requests.flatMap(({ arrives }, index) => (arrives === state.week + 1 ? [index] : []))
}

type Load = { request: number; due: number; left: number }

/** What is open in the week to come, the earliest date first. */
function loadOf(world: World, state: State, answers: readonly Answer[], words: readonly Word[] = []): Load[] {
  const entries = state.entries.map((entry, request) => {
    const answer = answers.find((each) => each.request === request)
    return entry ?? (answer ? entryOf(world, answer) : null)
  })
  return entries
    .flatMap((entry, request) => {
      const word = words.find((each) => each.request === request)
      if (!isOpen(entry) || word?.until === 0) return []
      return [{ request, due: word?.until ?? entry.due, left: entry.needed - entry.done }]
    })
    .sort((a, b) => a.due - b.due || a.left - b.left || a.request - b.request)
}

function fits(world: World, state: State, answers: readonly Answer[]): boolean {
  return finishWeeks(world, state, loadOf(world, state, answers), reserve).every(({ due, week }) => week <= due)
}

/** When each would be ready if one did the earliest date first. Surprises of later weeks are not known. */
function finishWeeks(world: World, state: State, load: readonly Load[], free: number): (Load & { week: number })[] {
  let week = state.week + 1
  let days = daysFor(world, week) - free
  return load.map((each) => {
    let left = each.left
    while (left > days && week <= weeksInRun) {
      left -= days
      week += 1
      days = daysInWeek - free
    }
    days -= left
    return { ...each, week }
  })
}

/** Who hears today that it will be later, or that it will not come. */
function wordsInTime(world: World, state: State, answers: readonly Answer[]): Word[] {
  return finishWeeks(world, state, loadOf(world, state, answers), 0).flatMap(({ request, due, week }) => {
    if (week <= due || state.entries[request] === null) return []
    return [{ request, until: week > weeksInRun ? 0 : week }]
  })
}

/** Days of the week to come, the earliest date first, each finished before the next is begun. */
export function workByDate(world: World, state: State, answers: readonly Answer[], words: readonly Word[]): Work[] {
  let left = daysFor(world, state.week + 1)
  const work: Work[] = []
  for (const { request, left: needed } of loadOf(world, state, answers, words)) {
    const days = Math.min(left, needed)
    if (days > 0) work.push({ request, days })
    left -= days
  }
  return work
}
