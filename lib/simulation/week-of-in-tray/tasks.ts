/**
 * The twenty tasks of the week: where each stands when it comes, and which goal it serves.
 *
 * Titles and what becomes of a task are words of the interface, in the message catalogue under `task_<id>`, `turned_<id>`,
 * `done_<id>`, `missed_<id>`, `gone_<id>` and `back_<id>`.
 * Invariant: a task serves a goal exactly where it is important (A or B). Importance never changes; urgency does.
 */
export const goals = ['water', 'partners', 'team'] as const
export type Goal = (typeof goals)[number]

export const quadrants = ['A', 'B', 'C', 'D'] as const
export type Quadrant = (typeof quadrants)[number]

/** The order is part of the address format (encode-state.ts): add at the end, never reorder. */
export const tasks = [
  { id: 'levels', from: 'A', goal: 'water' },
  { id: 'doubled', from: 'A', goal: 'water' },
  { id: 'bridge', from: 'A', goal: 'water' },
  { id: 'total', from: 'A', goal: 'partners' },
  { id: 'routes', from: 'A', goal: 'water' },
  { id: 'full', from: 'B', goal: 'water' },
  { id: 'calls', from: 'B', goal: 'partners' },
  { id: 'laptop', from: 'B', goal: 'team' },
  { id: 'second', from: 'B', goal: 'team' },
  { id: 'rest', from: 'B', goal: 'team' },
  { id: 'parking', from: 'C', goal: null },
  { id: 'survey', from: 'C', goal: null },
  { id: 'letters', from: 'C', goal: null },
  { id: 'meeting', from: 'C', goal: null },
  { id: 'visitor', from: 'C', goal: null },
  { id: 'anthem', from: 'C', goal: null },
  { id: 'key', from: 'C', goal: null },
  { id: 'webinar', from: 'D', goal: null },
  { id: 'colours', from: 'D', goal: null },
  { id: 'coffee', from: 'D', goal: null },
] as const satisfies readonly { id: string; from: Quadrant; goal: Goal | null }[]
export type TaskId = (typeof tasks)[number]['id']

export const taskIds: readonly TaskId[] = tasks.map((task) => task.id)

/** The quadrant in which each task comes in. */
export const cameAs = Object.fromEntries(tasks.map(({ id, from }) => [id, from])) as Record<TaskId, Quadrant>
export const goalOf = Object.fromEntries(tasks.map(({ id, goal }) => [id, goal])) as Record<TaskId, Goal | null>

export function isImportant(id: TaskId): boolean {
  return goalOf[id] !== null
}
