/** Turns states and deeds of the model into sentences. Pure; all words come from the catalogue. */
import { listOf, type Words } from '#components/simulation/parts/words.ts'
import { say } from '#lib/message/format.ts'
import { type PartnerId, type PlaceId, partnerIds, partners } from '#lib/simulation/follow-one-number/partners.ts'
import { type Deed, has } from '#lib/simulation/follow-one-number/plan.ts'
import { bestPlaces, summarise } from '#lib/simulation/follow-one-number/run.ts'
import { type Arrival, canTell, type Report, reportOf, type State } from '#lib/simulation/follow-one-number/step.ts'
import { type World, weeksInRun } from '#lib/simulation/follow-one-number/world.ts'

export type Step = 0 | 1 | 2 | 3 | 4

/** Five words for understanding (0–100). */
export function understandingStep(understanding: number): Step {
  return Math.min(4, Math.floor(understanding / 20)) as Step
}

/** Five words for goodwill (0–10). */
export function goodwillStep(goodwill: number): Step {
  return goodwill === 0 ? 0 : goodwill < 3 ? 1 : goodwill < 6 ? 2 : goodwill < 9 ? 3 : 4
}

export function theNames(words: Words, ids: readonly PartnerId[]): string {
  return listOf(
    words,
    ids.map((id) => say(words.messages, `the_${id}`)),
  )
}

/** Names carry a small article (“the Teachers”), and a sentence may begin with one. */
function capital({ locale }: Words, sentence: string): string {
  return sentence.charAt(0).toLocaleUpperCase(locale) + sentence.slice(1)
}

export function placeNames(words: Words, places: readonly PlaceId[]): string {
  return listOf(
    words,
    places.map((place) => say(words.messages, `place_${place}`)),
  )
}

export function placesOf(id: PartnerId): readonly PlaceId[] {
  return partners.find((partner) => partner.id === id)!.places
}

export function reportText({ messages, locale }: Words, report: Report | undefined): string {
  if (!report) return say(messages, 'report_first')
  if (report.arrival === 'none') return say(messages, 'report_none')
  if (report.days === 0) return say(messages, 'report_on_day')
  return say(messages, report.arrival === 'late' ? 'report_late' : 'report_in_time', { count: report.days }, locale)
}

/** Whose report of the last week played arrived in this way. */
export function arrivedAs(state: State, arrival: Arrival): PartnerId[] {
  return partnerIds.filter((id) => state.partners[id].reports.at(-1)?.arrival === arrival)
}

/** The report came, and said nothing of any place. */
export function isEmpty({ arrival, figures }: Report): boolean {
  return arrival !== 'none' && Object.keys(figures).length === 0
}

/**
 * What happened in a week: what came, what your deeds did, what changed in people, what it led to.
 * @param before the state that the week began with
 */
export function weekSentences(words: Words, world: World, before: State, deeds: readonly Deed[], after: State): string[] {
  const { messages } = words
  const out: string[] = []
  const put = (key: string, ids: readonly PartnerId[], empty?: string) => {
    if (ids.length > 0) out.push(capital(words, say(messages, key, { names: theNames(words, ids) })))
    else if (empty) out.push(say(messages, empty))
  }
  const inTime = arrivedAs(after, 'in-time')
  const empty = (id: PartnerId) => isEmpty(after.partners[id].reports.at(-1)!)
  put(
    'event_in_time',
    inTime.filter((id) => !empty(id)),
    'event_in_time_none',
  )
  put('event_empty', inTime.filter(empty))
  put('event_late', arrivedAs(after, 'late'))
  put('event_none', arrivedAs(after, 'none'))

  const chased = partnerIds.filter((id) => has(deeds, 'chase', id))
  const outcome = (id: PartnerId) => chaseOutcome(world, before, after, id)
  for (const each of ['guess', 'count', 'late', 'none', 'idle'] as const)
    put(
      `event_chased_${each}`,
      chased.filter((id) => outcome(id) === each),
    )

  const explained = partnerIds.filter((id) => has(deeds, 'explain', id))
  const often = (id: PartnerId) => before.partners[id].explained >= 2
  put(
    'event_explained',
    explained.filter((id) => !often(id)),
  )
  put('event_explained_again', explained.filter(often))

  const told = partnerIds.filter((id) => has(deeds, 'tell', id))
  for (const id of told.filter((each) => canTell(before.partners[each]))) {
    const places = placesOf(id).filter((place) => before.plan.includes(place))
    const name = say(messages, `the_${id}`)
    out.push(say(messages, places.length > 0 ? 'event_told_truck' : 'event_told_none', { name, places: placeNames(words, places) }))
  }
  put(
    'event_told_nothing',
    told.filter((id) => !canTell(before.partners[id])),
  )

  const stepOf = (state: State, id: PartnerId) => understandingStep(state.partners[id].understanding)
  for (const step of [1, 2, 3, 4] as const)
    put(
      `event_grown_${step}`,
      partnerIds.filter((id) => stepOf(after, id) === step && stepOf(before, id) < step),
    )
  put(
    'event_faded',
    partnerIds.filter((id) => stepOf(after, id) < stepOf(before, id)),
  )
  out.push(say(messages, after.week === weeksInRun ? 'event_leave' : 'event_plan', { places: placeNames(words, after.plan) }))
  return out
}

function chaseOutcome(world: World, before: State, after: State, id: PartnerId): 'guess' | 'count' | 'late' | 'none' | 'idle' {
  const report = after.partners[id].reports.at(-1)!
  if (reportOf(world, id, after.week, before.partners[id], false).arrival === report.arrival && report.arrival !== 'none') return 'idle'
  if (report.arrival !== 'in-time') return report.arrival
  return Object.values(report.figures).every(({ counted }) => counted) ? 'count' : 'guess'
}

/** The drawing in a sentence. */
export function drawingText(words: Words, world: World, state: State): string {
  const { messages } = words
  if (state.week === 0) return say(messages, 'drawing_start')
  const names = (arrival: Arrival) => {
    const ids = arrivedAs(state, arrival)
    return ids.length > 0 ? theNames(words, ids) : say(messages, 'nobody')
  }
  return say(messages, state.week === weeksInRun ? 'drawing_end' : 'drawing_week', {
    week: state.week,
    ...summarise(world, state).places,
    inTime: names('in-time'),
    late: names('late'),
    none: names('none'),
    places: placeNames(words, state.plan),
    best: placeNames(words, bestPlaces(world, weeksInRun)),
  })
}
