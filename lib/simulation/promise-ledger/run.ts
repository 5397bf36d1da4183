/** A whole run: the same seed and plan give the same run, on every machine. */
import type { Plan, Work } from './plan.ts'
import { type Event, type State, startState, stepWeek } from './step.ts'
import { type Partner, partners, type World } from './world.ts'

export type WeekRecord = { state: State; events: readonly Event[]; worked: readonly Work[] }
export type Run = { world: World; plan: Plan; start: State; weeks: readonly WeekRecord[] }

/** Plays as many weeks as the plan has. */
export function runPlan(world: World, plan: Plan): Run {
  const start = startState(world)
  const weeks: WeekRecord[] = []
  for (const week of plan) weeks.push(stepWeek(world, weeks.at(-1)?.state ?? start, week))
  return { world, plan, start, weeks }
}

export function lastState(run: Run): State {
  return run.weeks.at(-1)?.state ?? run.start
}

export type Account = {
  partner: Partner
  /** days of work that they asked for, and that they have in their hands */
  asked: number
  delivered: number
  /** on the first day and after each week played */
  trust: readonly number[]
}

/** One for each partner: what was done, and what was seen. */
export function accountsOf(run: Run): Account[] {
  const { entries, week } = lastState(run)
  return partners.map((partner) => {
    let asked = 0
    let delivered = 0
    for (const [index, request] of run.world.requests.entries()) {
      if (request.partner !== partner || request.arrives > week) continue
      asked += request.days
      if (entries[index]?.end?.how === 'delivered') delivered += entries[index].needed
    }
    return { partner, asked, delivered, trust: [run.start, ...run.weeks.map(({ state }) => state)].map((state) => state.trust[partner]) }
  })
}

export type Summary = {
  /** mean over the partners, 0–100 */
  trust: number
  /** days of work */
  delivered: number
  asked: number
}

export function summarise(run: Run): Summary {
  const accounts = accountsOf(run)
  const sum = (of: (account: Account) => number) => accounts.reduce((total, account) => total + of(account), 0)
  return {
    trust: sum(({ trust }) => trust.at(-1)!) / accounts.length,
    delivered: sum(({ delivered }) => delivered),
    asked: sum(({ asked }) => asked),
  }
}
