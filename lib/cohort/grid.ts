/**
 * The grid of a cohort: people × modules. Pure: what the database holds goes in, rows and totals come out. The page, the
 * export and “who needs a word” all read the same rows, so their figures cannot disagree.
 *
 * Times are Unix milliseconds, scores are shares from 0 to 1.
 */
import { type Concern, concernsOf } from './stuck.ts'

export type GridMember = { learner: string; name: string; email: string | null; joinedAt: number }

export type GridAssignment = {
  id: string
  module: string
  /** the learners it is for; null where it is for everyone */
  people: ReadonlySet<string> | null
  position: number
  /** to be done after the one before it */
  inOrder: boolean
  opensAt: number | null
  dueAt: number | null
  attemptsAllowed: number | null
  createdAt: number
}

/** What a learner has done in a module, in as few words as the grid needs: a cohort of 2,000 has 16,000 of these. */
export type GridProgress = {
  learner: string
  module: string
  best: number | null
  /** when the mark that was asked for was first reached */
  reachedAt: number | null
  satisfiedAt: number | null
  lastAt: number
}

/** Attempts at a module's check that were finished, of a learner where there are enough of them for anything to be said. */
export type FinishedChecks = {
  learner: string
  module: string
  times: number
  /** of these, the ones since the module was assigned: only those use up attempts */
  since: number
}

export type GridModule = { slug: string; number: number; title: string; short: string }

export const cellStates = ['done', 'not-reached', 'begun', 'not-started', 'not-open', 'not-assigned'] as const
/**
 * `done`: satisfied, and what is satisfied stays so whatever is asked for later; `not-reached`: the check was taken and its mark not
 * reached yet; `begun`: anything else was done; `not-open`: nothing done, and the opening date lies ahead or the one before is not done.
 */
export type CellState = (typeof cellStates)[number]

export type Cell = {
  state: CellState
  score: number | null
  lastAt: number | null
  dueAt: number | null
  /** the due date is over and the module is not done */
  late: boolean
}

export type Row = GridMember & {
  /** one for each column */
  cells: readonly Cell[]
  assigned: number
  done: number
  late: number
  /** nothing was done in anything assigned, though something was open */
  notStarted: boolean
  /** mean of the scores there are */
  score: number | null
  lastAt: number | null
  concerns: readonly Concern[]
}

export type Column = GridModule & {
  /** due date of everyone's assignment, otherwise the earliest of those for some */
  dueAt: number | null
}

export type ColumnTotals = { states: Readonly<Record<CellState, number>>; late: number; scored: number; score: number | null }
export type Totals = {
  people: number
  finished: number
  notStarted: number
  late: number
  stuck: number
  columns: readonly ColumnTotals[]
}

export type Grid = { columns: readonly Column[]; rows: readonly Row[]; totals: Totals }

export type GridFacts = {
  members: readonly GridMember[]
  /** those that are in force */
  assignments: readonly GridAssignment[]
  /** of anybody, in any order; each learner and module at most once */
  progress: readonly GridProgress[]
  finished: readonly FinishedChecks[]
  modules: readonly GridModule[]
}

export function makeGrid({ members, assignments, progress, finished, modules }: GridFacts, now: number): Grid {
  const columns = columnsOf(assignments, modules)
  const places = new Map(columns.map(({ slug }, place) => [slug, place]))
  const asked = columns.map(({ slug }) => assignments.filter(({ module }) => module === slug).sort(byAge))
  const found = new Map<string, (GridProgress | undefined)[]>()
  // the modules of one learner come one after the other: what was found last is usually it
  let [learner, own] = ['', [] as (GridProgress | undefined)[]]
  for (const one of progress) {
    const place = places.get(one.module)
    if (place === undefined) continue
    if (one.learner !== learner) {
      learner = one.learner
      own = found.get(learner) ?? new Array<GridProgress | undefined>(columns.length).fill(undefined)
      found.set(learner, own)
    }
    own[place] = one
  }
  const tries = new Map(finished.map((one) => [`${one.learner} ${one.module}`, one]))
  const triesOf = (learner: string, module: string) => (tries.size === 0 ? undefined : tries.get(`${learner} ${module}`))
  const everyone = assignments.every(({ people }) => people === null) ? asked.map(([newest]) => newest) : null
  const givenTo = (one: string) => everyone ?? asked.map((own) => assignmentFor(one, own))
  const rows = members.map((member) => rowOf(member, columns, givenTo(member.learner), found.get(member.learner) ?? [], triesOf, now))
  return { columns, rows, totals: totalsOf(rows, columns.length) }
}

/** In the order the facilitator gave, then in that of the course. An assignment of a module that the course no longer has is left out. */
function columnsOf(assignments: readonly GridAssignment[], modules: readonly GridModule[]): Column[] {
  return modules
    .flatMap((module) => {
      const own = assignments.filter((one) => one.module === module.slug)
      if (own.length === 0) return []
      const due = (own.some(({ people }) => people === null) ? own.filter(({ people }) => people === null) : own).flatMap(({ dueAt }) =>
        dueAt === null ? [] : [dueAt],
      )
      const position = Math.min(...own.map((one) => one.position))
      return [{ column: { ...module, dueAt: due.length === 0 ? null : Math.min(...due) }, position }]
    })
    .sort((a, b) => a.position - b.position || a.column.number - b.column.number)
    .map(({ column }) => column)
}

const byAge = (a: GridAssignment, b: GridAssignment) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1)

/** What is asked of one learner in one module: what was given to them by name before what is for everyone, the newer before the older. */
function assignmentFor(learner: string, own: readonly GridAssignment[]): GridAssignment | undefined {
  return own.find(({ people }) => people?.has(learner)) ?? own.find(({ people }) => people === null)
}

function rowOf(
  member: GridMember,
  columns: readonly Column[],
  given: readonly (GridAssignment | undefined)[],
  progress: readonly (GridProgress | undefined)[],
  triesOf: (learner: string, module: string) => FinishedChecks | undefined,
  now: number,
): Row {
  const cells: Cell[] = []
  const concerns: Concern[] = []
  let [assigned, done, late, open, touched, scored, sum] = [0, 0, 0, 0, 0, 0, 0]
  let lastAt: number | null = null
  /** what comes before is not done */
  let waits = false
  for (const [place, one] of progress.entries()) if (one && given[place] && (lastAt === null || one.lastAt > lastAt)) lastAt = one.lastAt
  for (const [place, column] of columns.entries()) {
    const assignment = given[place]
    const one = progress[place]
    const cell = cellOf(assignment, one, waits, now)
    cells.push(cell)
    if (!assignment) continue
    waits = cell.state !== 'done'
    assigned += 1
    if (one) touched += 1
    if (cell.state === 'done') done += 1
    if (cell.state !== 'not-open') open += 1
    if (cell.late) late += 1
    if (cell.score !== null) {
      scored += 1
      sum += cell.score
    }
    if (cell.state === 'done') continue
    const tries = one?.reachedAt === null ? triesOf(member.learner, column.slug) : undefined
    concerns.push(...concernsOf({ module: column.slug, assignment, tries, joinedAt: member.joinedAt, lastAt, now }))
  }
  const notStarted = touched === 0 && open > 0
  return { ...member, cells, assigned, done, late, notStarted, score: scored === 0 ? null : sum / scored, lastAt, concerns }
}

/** One module of one learner. What was done before it was assigned counts; what is not assigned is nobody's business here. */
export function cellOf(assignment: GridAssignment | undefined, progress: GridProgress | undefined, waits: boolean, now: number): Cell {
  if (!assignment) return { state: 'not-assigned', score: null, lastAt: null, dueAt: null, late: false }
  const state = stateOf(assignment, progress, waits, now)
  const { dueAt } = assignment
  return {
    state,
    score: progress?.best ?? null,
    lastAt: progress?.lastAt ?? null,
    dueAt,
    late: state !== 'done' && dueAt !== null && dueAt < now,
  }
}

function stateOf({ opensAt, inOrder }: GridAssignment, progress: GridProgress | undefined, waits: boolean, now: number): CellState {
  if (!progress) return (opensAt !== null && opensAt > now) || (inOrder && waits) ? 'not-open' : 'not-started'
  if (progress.satisfiedAt !== null) return 'done'
  return progress.best !== null && progress.reachedAt === null ? 'not-reached' : 'begun'
}

/** The figures of a whole cohort, or of any part of it: nothing but a sum over its rows. */
export function totalsOf(rows: readonly Row[], columns: number): Totals {
  const made = Array.from({ length: columns }, () => ({
    states: Object.fromEntries(cellStates.map((state) => [state, 0])) as Record<CellState, number>,
    late: 0,
    scored: 0,
    sum: 0,
  }))
  let [finished, notStarted, late, stuck] = [0, 0, 0, 0]
  for (const row of rows) {
    if (isFinished(row)) finished += 1
    if (row.notStarted) notStarted += 1
    if (row.late > 0) late += 1
    if (row.concerns.length > 0) stuck += 1
    for (const [place, cell] of row.cells.entries()) {
      const column = made[place]!
      column.states[cell.state] += 1
      if (cell.late) column.late += 1
      if (cell.score !== null) {
        column.scored += 1
        column.sum += cell.score
      }
    }
  }
  const totals = made.map(({ sum, ...one }) => ({ ...one, score: one.scored === 0 ? null : sum / one.scored }))
  return { people: rows.length, finished, notStarted, late, stuck, columns: totals }
}

/** Done with everything that was asked of them. */
export function isFinished({ assigned, done }: Pick<Row, 'assigned' | 'done'>): boolean {
  return assigned > 0 && done === assigned
}
