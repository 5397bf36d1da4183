/**
 * The fingerprint of a piece of content: what a statement says the learner saw, and what the lock file compares.
 * First twelve hexadecimal digits of SHA-256 over canonical JSON (keys sorted, undefined left out).
 * `keywords` are left out, too: they help a machine to find a point in somebody's words, and no learner ever sees them. Better ones
 * are no other content, so they need no entry in content/migrations.yaml.
 */
import { createHash } from 'node:crypto'

const unseen = new Set(['keywords'])

export function fingerprint(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value, unseen)).digest('hex').slice(0, 12)
}

/** Equal values give equal text, whatever the order of their keys. @param leftOut keys that are passed over, at any depth */
export function canonicalJson(value: unknown, leftOut: ReadonlySet<string> = new Set()): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one ?? null, leftOut)).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([key, one]) => one !== undefined && !leftOut.has(key))
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one, leftOut)}`).join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}
