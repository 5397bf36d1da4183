/**
 * Two logs become one: set union over `id`, ordered by id, which is the order they were made in. Pure; used in browser and server.
 * Commutative, associative and idempotent, so it does not matter who sends what to whom, in which order or how often.
 */
import type { Statement } from './schema.ts'

export function mergeStatements<S extends Statement>(...logs: readonly (readonly S[])[]): S[] {
  const byId = new Map<string, S>()
  for (const log of logs) {
    for (const statement of log) {
      const held = byId.get(statement.id)
      byId.set(statement.id, held ? oneOf(held, statement) : statement)
    }
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** A statement never changes, so twins say the same. Where a fault made them differ, everybody keeps the same one. */
function oneOf<S extends Statement>(a: S, b: S): S {
  return a === b || contentOf(a) <= contentOf(b) ? a : b
}

export function sameStatement(a: Statement, b: Statement): boolean {
  return contentOf(a) === contentOf(b)
}

/** What was said, as canonical JSON; not who stored it when. */
function contentOf({ id, verb, object, contentHash, attempt, result, at }: Statement): string {
  return canonical([id, verb, object, contentHash, attempt ?? null, result ?? null, at])
}

/** JSON with sorted keys: equal values give equal text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`
}
