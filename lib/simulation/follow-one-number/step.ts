/**
 * One week of the model. Monday: reports are due. Thursday: the Cluster plans three trucks from the table.
 * A report up to two days late is on the table on Thursday; one three or four days late comes after the meeting and is a
 * week old at the next; a longer delay means that nothing comes this week.
 *
 * Invariants: understanding 0–100 and goodwill 0–10, whole numbers. More understanding never makes a report later or
 * poorer. Explaining changes nothing in its own week; it ripens over the three that follow. Chosen to teach, not measured.
 */
import { type PartnerId, type PlaceId, partnerIds, partners, placeIds } from './partners.ts'
import { type Deed, has } from './plan.ts'
import { needAt, trucks, type World } from './world.ts'

export type Standing = 'known' | 'guessed' | 'blank'
export type Entry = { figure: number; week: number; counted: boolean }
export type Table = Readonly<Partial<Record<PlaceId, Entry>>>
export type Arrival = 'in-time' | 'late' | 'none'

/** What a partner sent in a week. `days` late, 0–5; 5 stands for nothing at all. A report can come with empty fields. */
export type Report = { days: number; arrival: Arrival; chased: boolean; figures: Table }

export type PartnerState = {
  understanding: number
  goodwill: number
  /** what has been explained and has yet to sink in: the next week, the one after, the third */
  ripening: readonly [number, number, number]
  /** times that the number was explained */
  explained: number
  /** last week in which they were told what came of their number; 0 never */
  told: number
  /** last week in which a report of theirs came; 0 never */
  sent: number
  /** one report for each week played */
  reports: readonly Report[]
}

export type State = {
  week: number
  partners: Readonly<Record<PartnerId, PartnerState>>
  /** as it lay there on the day of the meeting */
  table: Table
  /** came after the meeting */
  waiting: Table
  /** the three places on the plan, the first truck first */
  plan: readonly PlaceId[]
}

export const highest = { understanding: 100, goodwill: 10 } as const
/** days late at which a report misses the meeting, and at which it does not come at all */
export const missesMeeting = 3
export const daysOfNothing = 5
/** weeks for which a counted figure counts as known */
const freshFor = 2
/** without anybody pressing, goodwill comes back to here */
const usualGoodwill = 6
/** how many days late a chased report is, at least, by the goodwill there was */
const afterChase = (goodwill: number) => Math.max(1, 6 - goodwill)
/** understanding that explaining brings in each of the next three weeks: the first time, the second … */
const ripens = [9, 8, 5, 3, 2] as const
const telling = { understanding: 4, goodwill: 2 } as const
const explaining = { goodwill: 1 } as const
/** weeks of silence that do no harm, and what each further one takes */
const silence = { weeks: 2, fade: 3, floor: 5 } as const

export function startState(): State {
  return {
    week: 0,
    table: {},
    waiting: {},
    plan: [],
    partners: Object.fromEntries(
      partners.map(({ id, understanding, goodwill }) => [
        id,
        { understanding, goodwill, ripening: [0, 0, 0], explained: 0, told: 0, sent: 0, reports: [] },
      ]),
    ) as unknown as State['partners'],
  }
}

/** Something to tell: a report of theirs has come since you last told them, and a plan was made with it or without it. */
export function canTell(partner: PartnerState): boolean {
  return partner.sent > 0 && partner.sent >= partner.told
}

export function standingOf(table: Table, place: PlaceId, week: number): Standing {
  const entry = table[place]
  if (!entry) return 'blank'
  return isFresh(entry, week) ? 'known' : 'guessed'
}

function isFresh(entry: Entry, week: number): boolean {
  return entry.counted && week - entry.week <= freshFor
}

/** How a report of this partner turns out this week. @param goodwill before the chase is paid for */
export function reportOf(world: World, id: PartnerId, week: number, partner: PartnerState, chased: boolean): Report {
  const { slow, places } = partners.find((each) => each.id === id)!
  const own = slow + world.delays[id][week - 1]! - Math.floor(partner.understanding / 13)
  // They give way to a chase a little later each time.
  const days = chased ? Math.min(own, afterChase(partner.goodwill)) : own
  const late = Math.max(0, Math.min(daysOfNothing, days))
  const arrival = late < missesMeeting ? 'in-time' : late < daysOfNothing ? 'late' : 'none'
  const figures: Partial<Record<PlaceId, Entry>> = {}
  for (const place of arrival === 'none' ? [] : places)
    withEntry(figures, place, entryOf(world, place, week, partner.understanding, chased), week)
  return { days: late, arrival, chased, figures }
}

/** What a report says of a place: a count, a guess (round, and often old), or nothing. A chased report leaves no place out. */
function entryOf(world: World, place: PlaceId, week: number, understanding: number, chased: boolean): Entry | null {
  const effort = world.efforts[place][week - 1]!
  const truth = needAt(world, place, week)
  if (understanding >= 34 + effort / 2) return { figure: truth, week, counted: true }
  if (!chased && understanding < effort / 2) return null
  const guess = (truth + 2 * world.hearsay[place][week - 1]!) / 3
  return { figure: Math.max(50, Math.round(guess / 50) * 50), week, counted: false }
}

/** A fresh count is not overwritten by a guess. */
function withEntry(table: Partial<Record<PlaceId, Entry>>, place: PlaceId, entry: Entry | null, week: number) {
  const old = table[place]
  if (entry && (entry.counted || !old || !isFresh(old, week))) table[place] = entry
}

/** The places with the highest figures; where figures are missing, the road decides. */
export function planFrom(table: Table): PlaceId[] {
  return [...placeIds].sort((a, b) => (table[b]?.figure ?? 0) - (table[a]?.figure ?? 0)).slice(0, trucks)
}

/** Plays the next week. Pure: the state passed in is not changed. A deed that cannot be done (nothing to tell yet) is lost time. */
export function stepWeek(world: World, before: State, deeds: readonly Deed[]): State {
  const week = before.week + 1
  const table: Partial<Record<PlaceId, Entry>> = { ...before.table }
  const waiting: Partial<Record<PlaceId, Entry>> = {}
  for (const place of placeIds) withEntry(table, place, before.waiting[place] ?? null, week)
  const after = Object.fromEntries(
    partnerIds.map((id) => {
      const partner = before.partners[id]
      const chased = has(deeds, 'chase', id)
      const explained = has(deeds, 'explain', id)
      const told = has(deeds, 'tell', id) && canTell(partner)
      const report = reportOf(world, id, week, partner, chased)
      for (const place of placeIds) withEntry(report.arrival === 'in-time' ? table : waiting, place, report.figures[place] ?? null, week)
      return [id, settle(partner, report, week, { chased, explained, told })]
    }),
  ) as unknown as State['partners']
  return { week, partners: after, table, waiting, plan: planFrom(table) }
}

function settle(
  partner: PartnerState,
  report: Report,
  week: number,
  { chased, explained, told }: { chased: boolean; explained: boolean; told: boolean },
): PartnerState {
  const heard = told ? week : partner.told
  const faded = week - heard > silence.weeks ? silence.fade : 0
  const learnt = partner.ripening[0] + (told ? telling.understanding : 0)
  const more = explained ? (ripens[partner.explained] ?? 0) : 0
  const kept = Math.max(Math.min(partner.understanding, silence.floor), partner.understanding - faded)
  const goodwill = partner.goodwill + (told ? telling.goodwill : 0) + (explained ? explaining.goodwill : 0)
  const calm = !chased && goodwill < usualGoodwill ? 1 : 0
  return {
    understanding: Math.min(highest.understanding, kept + learnt),
    goodwill: Math.max(0, Math.min(highest.goodwill, goodwill - (chased ? 1 : 0) + calm)),
    ripening: [partner.ripening[1] + more, partner.ripening[2] + more, more],
    explained: partner.explained + (explained ? 1 : 0),
    told: heard,
    sent: report.arrival === 'none' ? partner.sent : week,
    reports: [...partner.reports, report],
  }
}
