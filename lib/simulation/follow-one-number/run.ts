/** A whole run: the same seed and plan give the same run, on every machine. */
import { type PartnerId, type PlaceId, partnerIds, placeIds } from './partners.ts'
import type { Plan } from './plan.ts'
import { missesMeeting, type Standing, type State, standingOf, startState, stepWeek } from './step.ts'
import { needAt, trucks, type World } from './world.ts'

export type Run = { world: World; plan: Plan; start: State; weeks: readonly State[] }

/** Plays as many weeks as the plan has. */
export function runPlan(world: World, plan: Plan): Run {
  const start = startState()
  const weeks: State[] = []
  for (const deeds of plan) weeks.push(stepWeek(world, weeks.at(-1) ?? start, deeds))
  return { world, plan, start, weeks }
}

export function lastState(run: Run): State {
  return run.weeks.at(-1) ?? run.start
}

/** The three places with most people without a roof in this week, the largest first. */
export function bestPlaces(world: World, week: number): PlaceId[] {
  return [...placeIds].sort((a, b) => needAt(world, b, week) - needAt(world, a, week)).slice(0, trucks)
}

export type Summary = {
  /** places by how they stand in the table of the last meeting */
  places: Readonly<Record<Standing, number>>
  /** people without a roof where the trucks go, where they would go with every number, and the difference */
  reached: number
  possible: number
  missed: number
  /** mean days late of all reports; one that did not come counts five */
  late: number
  /** reports that were there for a meeting, of all */
  inTime: number
  reports: number
}

/** @param state after at least one week */
export function summarise(world: World, state: State): Summary {
  const week = Math.max(1, state.week)
  const count = (standing: Standing) => placeIds.filter((place) => standingOf(state.table, place, week) === standing).length
  const people = (places: readonly PlaceId[]) => places.reduce((sum, place) => sum + needAt(world, place, week), 0)
  const reports = partnerIds.flatMap((id) => state.partners[id].reports)
  const [reached, possible] = [people(state.plan), people(bestPlaces(world, week))]
  return {
    places: { known: count('known'), guessed: count('guessed'), blank: count('blank') },
    reached,
    possible,
    missed: possible - reached,
    late: reports.length ? reports.reduce((sum, { days }) => sum + days, 0) / reports.length : 0,
    inTime: reports.filter(({ days }) => days < missesMeeting).length,
    reports: reports.length,
  }
}

/** Mean days late of one partner; 0 before the first report is due. */
export function meanLate(state: State, id: PartnerId): number {
  const { reports } = state.partners[id]
  return reports.length ? reports.reduce((sum, { days }) => sum + days, 0) / reports.length : 0
}
