/**
 * A learner's statements about one scenario → their runs.
 *
 * `started` opens a run (its `attempt` is the run's id), `chose` adds a choice, `finished` closes it. A run that begins at
 * a turning point of another (`result.from`) keeps the first `step` choices of that one, in the order of the story. A choice
 * made in a scene that the story no longer has is counted, so that the turning point stays where it was.
 *
 * Statements are a set: order, repetition and late arrival change nothing. A run whose beginning, or whose parent, is
 * not there (yet), or that would be its own ancestor, is given with `whole: false`; it is never gone on with.
 */
import { replayRun, type Taken } from './run-scenario.ts'
import type { Scenario } from './schema.ts'

/** What this file reads of a statement (lib/statement/schema.ts). */
export type RunStatement = {
  id: string
  verb: string
  object: string
  attempt?: string | undefined
  result?: { choice?: string | undefined; from?: { attempt: string; step: number } | undefined; draw?: unknown } | undefined
}
export type Run = {
  id: string
  from: { attempt: string; step: number } | null
  whole: boolean
  /** choices kept from the parent */
  kept: number
  /** for replayRun: its own by statement id, then those kept; what was decided in this run outweighs what it brought along */
  choices: Taken[]
  finished: boolean
  /** as it was recorded when the run finished */
  ending: string | null
}

type Opened = { id: string; from: Run['from']; started: boolean; own: Taken[]; finished: boolean; ending: string | null }

/**
 * @param object id of the scenario, `<module>/scenario`; a scene is `<object>/<scene>`, a choice `<object>/<scene>/<choice>`
 * @param moved ids that were published and carry on under another id (content/migrations.yaml): old → new
 * @returns oldest first (run ids are UUIDv7: they sort by time)
 */
export function selectRuns(
  scenario: Scenario,
  statements: readonly RunStatement[],
  object: string,
  moved: Readonly<Record<string, string>> = {},
): Run[] {
  const opened = open(statements, object, moved)
  const closed = new Map<string, Run>()

  const close = (id: string, ancestors: readonly string[]): Run | null => {
    const run = opened.get(id)
    if (!run?.started || ancestors.includes(id)) return null
    const known = closed.get(id)
    if (known) return known
    const parent = run.from ? close(run.from.attempt, [...ancestors, id]) : null
    const whole = run.from === null || parent?.whole === true
    const kept = run.from && parent && whole ? keptOf(scenario, parent.choices, run.from.step) : []
    const { own, finished, ending } = run
    const choices = [...own, ...kept]
    const made = { id, from: run.from, whole, kept: kept.length, choices, finished, ending }
    // inside a cycle a run looks different from each side; only what was asked for from outside is kept
    if (ancestors.length === 0) closed.set(id, made)
    return made
  }
  const runs = [...opened.values()].map(({ id, own, finished, ending }) => {
    return close(id, []) ?? { id, from: null, whole: false, kept: 0, choices: own, finished, ending }
  })
  return runs.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/**
 * The first choices of a run. What is no longer in the story keeps its place in the count; where the story now waits
 * earlier than it did (a scene was put in), the choices made after that place are kept too, and apply when it is passed.
 */
function keptOf(scenario: Scenario, choices: readonly Taken[], count: number): Taken[] {
  const first = choices.filter(({ scene }, at) => choices.findIndex((one) => one.scene === scene) === at)
  const told = replayRun(scenario, choices).steps.map(({ scene, choice }) => ({ scene, choice }))
  const exists = ({ scene, choice }: Taken) =>
    scenario.scenes.some((one) => one.id === scene && one.choices.some(({ id }) => id === choice))
  const off = first.filter(({ scene }) => !told.some((step) => step.scene === scene))
  for (const gone of off.filter((one) => !exists(one))) {
    const before = first.slice(0, first.indexOf(gone)).map(({ scene }) => scene)
    const place = told.findLastIndex(({ scene }) => before.includes(scene)) + 1
    told.splice(place, 0, gone)
  }
  for (const later of off.filter(exists)) if (told.length < count) told.push(later)
  return told.slice(0, count).filter(exists)
}

/**
 * The run to show: the newest one that is whole. Whether it goes on or has ended, its replay says. An older run that was
 * left for a newer one stays in the record and is not offered again.
 */
export function presentRun(runs: readonly Run[]): Run | null {
  return runs.findLast(({ whole }) => whole) ?? null
}

/** Ids of the endings reached in any run. */
export function endingsSeen(scenario: Scenario, runs: readonly Run[]): Set<string> {
  const reached = runs.map((run) => run.ending ?? (run.whole ? replayRun(scenario, run.choices).ending : null))
  return new Set(reached.filter((ending) => scenario.endings.some(({ id }) => id === ending)).map(String))
}

function open(statements: readonly RunStatement[], object: string, moved: Readonly<Record<string, string>>): Map<string, Opened> {
  const runs = new Map<string, Opened>()
  const taken = (path: string): Taken => {
    const [scene = '', choice = ''] = path.split('/')
    const now = moved[`${object}/${path}`] ?? `${moved[`${object}/${scene}`] ?? `${object}/${scene}`}/${choice}`
    return now === `${object}/${path}` ? { scene, choice } : taken(now.slice(object.length + 1))
  }
  const seen = new Set<string>()
  for (const { id, verb, object: about, attempt, result } of [...statements].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (!attempt || seen.has(id) || (about !== object && !about.startsWith(`${object}/`))) continue
    seen.add(id)
    const run = runs.get(attempt) ?? { id: attempt, from: null, started: false, own: [], finished: false, ending: null }
    runs.set(attempt, run)
    if (verb === 'started' && about === object && !run.started) {
      run.started = true
      run.from = result?.from ?? null
    }
    if (verb === 'chose' && result?.choice) run.own.push(taken(`${about}/${result.choice}`.slice(object.length + 1)))
    if (verb === 'finished' && about === object && !run.finished) {
      run.finished = true
      run.ending = endingIn(result?.draw)
    }
  }
  return runs
}

function endingIn(draw: unknown): string | null {
  const ending = typeof draw === 'object' && draw !== null && 'ending' in draw ? draw.ending : null
  return typeof ending === 'string' ? ending : null
}
