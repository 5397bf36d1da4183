/**
 * The importance and urgency plane: where tasks were put, and how that compares with two experts. Pure. A round is the
 * statements of one attempt; the last place given to a task counts.
 */
import type { Statement } from '#lib/statement/schema.ts'
import type { ActivityOf } from './schema.ts'

export type Matrix = Pick<ActivityOf<'matrix'>, 'tasks' | 'experts' | 'quadrants'>
export type Task = Matrix['tasks'][number]
export type Letter = Matrix['quadrants'][number]['id']
/** What goes into a statement's `result.response`. */
export type PlaceResponse = { task: string; place: Letter }
export type Places = { attempt: string | null; places: ReadonlyMap<string, Letter> }

/**
 * The latest round; tasks and letters that the content no longer has are left out.
 * @param statements about this activity, in the order they were made
 */
export function latestPlaces({ tasks, quadrants }: Matrix, statements: readonly Pick<Statement, 'attempt' | 'result'>[]): Places {
  const attempt = statements.findLast((statement) => statement.attempt !== undefined)?.attempt
  const places = new Map<string, Letter>()
  for (const statement of statements) {
    if (attempt === undefined || statement.attempt !== attempt) continue
    const { task, place } = (statement.result?.response ?? {}) as Partial<Record<string, unknown>>
    const quadrant = quadrants.find(({ id }) => id === place)
    if (quadrant && tasks.some(({ id }) => id === task)) places.set(task as string, quadrant.id)
  }
  return { attempt: attempt ?? null, places }
}

export const allPlaced = ({ tasks }: Pick<Matrix, 'tasks'>, places: Places['places']): boolean => tasks.every(({ id }) => places.has(id))

/** Experts who put the task where the learner put it, in the order of the content. */
export function agreeing({ experts }: Pick<Matrix, 'experts'>, task: Task, place: Letter): Matrix['experts'] {
  return experts.filter(({ id }) => task.places[id] === place)
}

/** Do the experts put it in different places? */
export function isDisputed({ experts }: Pick<Matrix, 'experts'>, task: Task): boolean {
  return new Set(experts.map(({ id }) => task.places[id])).size > 1
}

/** Tasks in the order they are worth reading: what the experts dispute, what the learner saw otherwise, the rest. */
export function inOrderOfInterest(data: Matrix, places: Places['places']): Task[] {
  const rank = (task: Task) => {
    const place = places.get(task.id)
    return isDisputed(data, task) ? 0 : place !== undefined && agreeing(data, task, place).length === 0 ? 1 : 2
  }
  return data.tasks.toSorted((one, other) => rank(one) - rank(other))
}
