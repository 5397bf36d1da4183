/**
 * Two states of the same private thing made one, where that can be done without losing or changing anything somebody wrote: lists of
 * entries with ids, lists of words, and objects whose parts can. Pure.
 */

/** @returns null where the two say different things in the same place, so that a person has to choose */
export function unionOf(one: unknown, other: unknown): { value: unknown } | null {
  if (same(one, other)) return { value: one }
  if (isEmpty(one)) return { value: other }
  if (isEmpty(other)) return { value: one }
  if (Array.isArray(one) && Array.isArray(other)) return listUnion(one, other)
  if (isObject(one) && isObject(other)) return objectUnion(one, other)
  return null
}

function listUnion(one: readonly unknown[], other: readonly unknown[]): { value: unknown } | null {
  const all = [...one]
  for (const entry of other) {
    const name = nameOf(entry)
    if (name === null) return null
    const twin = all.find((candidate) => nameOf(candidate) === name)
    if (twin === undefined) all.push(entry)
    else if (!same(twin, entry)) return null
  }
  return all.every((entry) => nameOf(entry) !== null) ? { value: all } : null
}

function objectUnion(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): { value: unknown } | null {
  const value: Record<string, unknown> = { ...one }
  for (const [key, theirs] of Object.entries(other)) {
    if (!Object.hasOwn(one, key)) {
      value[key] = theirs
      continue
    }
    // an empty field beside a filled one is somebody's choice as well, unless it is a list
    const mine = one[key]
    const part = same(mine, theirs) || Array.isArray(mine) || (isObject(mine) && isObject(theirs)) ? unionOf(mine, theirs) : null
    if (part === null) return null
    value[key] = part.value
  }
  return { value }
}

/** What makes an entry of a list the same entry: its id, a bookmark's place, or the word itself. */
function nameOf(entry: unknown): string | null {
  if (typeof entry === 'string') return `word:${entry}`
  if (!isObject(entry)) return null
  const { id, object, heading } = entry
  if (typeof id === 'string') return `id:${id}`
  return typeof object === 'string' && typeof heading === 'string' ? `place:${object}#${heading}` : null
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}

/** Deeply, whatever the order of the fields. */
export function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (Array.isArray(one) || Array.isArray(other))
    return Array.isArray(one) && Array.isArray(other) && one.length === other.length && one.every((entry, at) => same(entry, other[at]))
  if (!isObject(one) || !isObject(other)) return false
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => Object.hasOwn(other, key) && same(one[key], other[key]))
}
