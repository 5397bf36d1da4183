/** Questions about lists and maps of option ids. Small and free of libraries: the browser carries it. */

/** Ids that stand more than once in a list. */
export function repeated(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))]
}

/** Whether ids stand in alphabetical order: where the authored order is the key, such ids would give it away. */
export function isAlphabetical(ids: readonly string[]): boolean {
  return ids.every((id, index) => index === 0 || ids[index - 1]! < id)
}

export function sameOrder(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index])
}

/** Whether `value` is a list that holds each of `ids` exactly once. */
export function isPermutation(value: unknown, ids: readonly string[]): value is string[] {
  return isSelection(value, ids) && value.length === ids.length
}

/** Whether `value` is a list of some of `ids`, none of them twice. */
export function isSelection(value: unknown, ids: readonly string[]): value is string[] {
  return Array.isArray(value) && value.every((id) => ids.includes(id)) && repeated(value).length === 0
}

/** Whether `value` maps some of `from` to some of `to`. */
export function isPlacement(value: unknown, from: readonly string[], to: readonly string[]): value is Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.entries(value).every(([key, place]) => from.includes(key) && typeof place === 'string' && to.includes(place))
}
