/**
 * How a cohort flowed through a scenario. Pure.
 *
 * Privacy: what a group of fewer than five people chose is not shown, and cannot be worked out from what is. So a way is cut at the
 * first scene to which fewer than five learners came, and nothing behind that cut goes into any count of choices, lines or
 * arrivals: not the choice made there, not where it led. Fewer arrivals further on may close further scenes; it is
 * repeated until nothing changes. First runs and later runs are cut apart, so that the one taken from both together
 * leaves nothing that was not shown by itself.
 *
 * How runs came out is no choice, and each learner's page says it, too: at which ending, or at which scene a run stopped, is always
 * counted over all runs (`ends`), also in a cohort of two.
 *
 * At every place: came = chosen + ended + stopped + former + cut, and came = began + the lines that lead there.
 */
import { disagreement, fewest } from './report-figures.ts'
import type { Way } from './report-runs.ts'

export type CutWay = Omit<Way, 'end'> & { end: Way['end'] | 'cut' }

/** @param scenes ids of the places that have choices: only there a way is cut */
export function cutWays(ways: readonly Way[], scenes: ReadonlySet<string>, least: number = fewest.group): CutWay[] {
  const closed = new Set<string>()
  for (;;) {
    const cut = ways.map((way) => cutAt(way, closed))
    const people = peopleAt(cut)
    const small = [...people].filter(([place, learners]) => scenes.has(place) && learners.size < least && !closed.has(place))
    if (small.length === 0) return cut
    for (const [place] of small) closed.add(place)
  }
}

function cutAt(way: Way, closed: ReadonlySet<string>): CutWay {
  const at = way.places.findIndex((place) => closed.has(place))
  return at === -1 ? way : { ...way, places: way.places.slice(0, at + 1), choices: way.choices.slice(0, at), end: 'cut' }
}

function peopleAt(ways: readonly CutWay[]): Map<string, Set<string>> {
  const people = new Map<string, Set<string>>()
  for (const { learner, places } of ways) for (const place of places) people.set(place, (people.get(place) ?? new Set()).add(learner))
  return people
}

export type PlaceFlow = {
  /** runs that came here, and how many learners made them */
  came: number
  people: number
  /** runs that began here */
  began: number
  /** choices made here, shown below by choice */
  chosen: number
  ended: number
  stopped: number
  former: number
  /** runs that are not followed from here on, because too few came */
  cut: number
}
/** How runs came out, whole: nothing is cut. */
export type Ends = {
  ended: number
  stopped: number
  former: number
  /** ending id → runs */
  endings: ReadonlyMap<string, number>
  /** scene id → runs that were not finished and went no further */
  stoppedAt: ReadonlyMap<string, number>
}
export type Flow = {
  runs: number
  people: number
  /** of the runs: what became of them, as far as they are followed */
  ended: number
  stopped: number
  former: number
  cut: number
  /** place id → what happened there */
  places: ReadonlyMap<string, PlaceFlow>
  /** `<scene>/<choice>` → how often */
  choices: ReadonlyMap<string, number>
  /** `<from> <to>` → how often */
  lines: ReadonlyMap<string, number>
  ends: Ends
}

function endsOf(ways: readonly CutWay[]): Ends {
  const of = (end: CutWay['end']) => ways.filter((way) => way.end === end)
  const lastOf = (some: readonly CutWay[]) => {
    const counts = new Map<string, number>()
    for (const { places } of some) counts.set(places.at(-1)!, (counts.get(places.at(-1)!) ?? 0) + 1)
    return counts
  }
  const [ended, stopped] = [of('ended'), of('stopped')]
  return {
    ended: ended.length,
    stopped: stopped.length,
    former: of('former').length,
    endings: lastOf(ended),
    stoppedAt: lastOf(stopped),
  }
}

/** @param whole the same ways before they were cut */
export function flowOf(ways: readonly CutWay[], whole: readonly CutWay[] = ways): Flow {
  const places = new Map<string, PlaceFlow>()
  const choices = new Map<string, number>()
  const lines = new Map<string, number>()
  const people = peopleAt(ways)
  const placeAt = (id: string) => {
    const none = { came: 0, people: people.get(id)?.size ?? 0, began: 0, chosen: 0, ended: 0, stopped: 0, former: 0, cut: 0 }
    const place = places.get(id) ?? none
    places.set(id, place)
    return place
  }
  const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const way of ways) {
    placeAt(way.places[0]!).began++
    placeAt(way.places.at(-1)!)[way.end]++
    for (const [index, id] of way.places.entries()) {
      const place = placeAt(id)
      place.came++
      const choice = way.choices[index]
      if (choice === undefined) continue
      place.chosen++
      add(choices, `${id}/${choice}`)
      add(lines, `${id} ${way.places[index + 1]}`)
    }
  }
  const ends = (end: CutWay['end']) => ways.filter((way) => way.end === end).length
  return {
    runs: ways.length,
    people: new Set(ways.map(({ learner }) => learner)).size,
    ended: ends('ended'),
    stopped: ends('stopped'),
    former: ends('former'),
    cut: ends('cut'),
    places,
    choices,
    lines,
    ends: endsOf(whole),
  }
}

export type ScenarioReport = {
  /** first runs alone, then first and later runs together */
  first: Flow
  all: Flow
  /** learners with more than one run, and the runs they made after their first */
  again: { people: number; runs: number }
}

export function reportScenario(ways: readonly Way[], scenes: ReadonlySet<string>): ScenarioReport {
  const firstWays = ways.filter((way) => way.first)
  const first = cutWays(firstWays, scenes)
  const laterWays = ways.filter((way) => !way.first)
  const later = cutWays(laterWays, scenes)
  return {
    first: flowOf(first, firstWays),
    all: flowOf([...first, ...later], ways),
    again: { people: new Set(laterWays.map(({ learner }) => learner)).size, runs: laterWays.length },
  }
}

/** Choices of a scene with how often each was taken; null where they are not shown. */
export function choicesAt(flow: Flow, scene: { id: string; choices: readonly { id: string }[] }): { id: string; n: number }[] | null {
  const place = flow.places.get(scene.id)
  if (!place || place.came === place.cut) return null
  return scene.choices.map(({ id }) => ({ id, n: flow.choices.get(`${scene.id}/${id}`) ?? 0 }))
}

/**
 * The scene in which most pairs of people chose differently, in first runs; of equals the earlier one in the story. Only scenes
 * to which at least half of the runs came: what divides a few does not divide the group.
 */
export function dividedScene(
  flow: Flow,
  scenes: readonly { id: string; choices: readonly { id: string }[] }[],
): { id: string; share: number } | null {
  let found: { id: string; share: number } | null = null
  for (const scene of scenes) {
    const counts = choicesAt(flow, scene)?.map(({ n }) => n) ?? []
    const n = counts.reduce((sum, one) => sum + one, 0)
    const share = n < fewest.group || n < flow.runs / 2 ? null : disagreement(counts)
    if (share !== null && share > (found?.share ?? 0)) found = { id: scene.id, share }
  }
  return found
}
