/** What migrations.yaml says about single ids: entries with their parts told one by one, and where an old id leads. Pure. */
import { kindOfPath } from '#lib/statement/known-objects.ts'
import type { Migration } from './schema.ts'

export type Told =
  | { kind: 'moved'; id: string; to: string; index: number }
  | { kind: 'retired'; id: string; index: number }
  | { kind: 'reworded'; id: string; hash: string; index: number }

/** Each entry, and each of its parts as if it had an entry of its own. `index` is the place of the entry in the file. */
export function tellEach(migrations: readonly Migration[]): Told[] {
  return migrations.flatMap((entry, index): Told[] => {
    if (entry.kind === 'reworded') return [{ kind: 'reworded', id: entry.id, hash: entry.hash, index }]
    const tails = ['', ...(entry.parts ?? []).map((part) => `/${part}`)]
    return entry.kind === 'retired'
      ? tails.map((tail) => ({ kind: 'retired', id: entry.id + tail, index }))
      : tails.map((tail) => ({ kind: 'moved', id: entry.id + tail, to: entry.to + tail, index }))
  })
}

/** Ids that the course once had. */
export function formerIds(migrations: readonly Migration[]): string[] {
  return [...new Set(tellEach(migrations).flatMap(({ kind, id }) => (kind === 'reworded' ? [] : [id])))]
}

/** Older id → the one that carries on, through any number of moves. A circle, which content:check refuses, ends anywhere. */
export function movesOf(migrations: readonly Migration[]): Map<string, string> {
  const steps = new Map(tellEach(migrations).flatMap((one) => (one.kind === 'moved' ? [[one.id, one.to] as const] : [])))
  return new Map([...steps.keys()].map((id) => [id, follow(steps, id)]))
}

/** Moves of lessons and activities, for what a device keeps about them; null where there are none. */
export function lessonMoves(migrations: readonly Migration[]): Record<string, string> | null {
  const moves = [...movesOf(migrations)].filter(([id]) => ['lesson', 'activity'].includes(kindOfPath(id) ?? ''))
  return moves.length > 0 ? Object.fromEntries(moves) : null
}

function follow(steps: ReadonlyMap<string, string>, id: string): string {
  const seen = new Set<string>()
  let current = id
  while (steps.has(current) && !seen.has(current)) {
    seen.add(current)
    current = steps.get(current)!
  }
  return current
}
