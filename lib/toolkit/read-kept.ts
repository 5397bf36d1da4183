/**
 * Reading what a device or a copy kept, value by value. Pure; never throws. Text comes out as it can be written to a file and read
 * again: well-formed Unicode, plain line breaks, no space at its ends, not longer than its column.
 */
import { readDate } from './read-date.ts'

/** @param most longest text in UTF-16 units; what is longer is cut, never inside a character */
export function textFrom(value: unknown, most: number): string {
  if (typeof value !== 'string') return ''
  const whole = value.toWellFormed().replace(/\r\n?/g, '\n').replaceAll('\0', '').trim()
  if (whole.length <= most) return whole
  const cut = whole.slice(0, most)
  return (cut.isWellFormed() ? cut : cut.slice(0, -1)).trim()
}

/** @returns an ISO date, or '' where the value is none */
export function dateFrom(value: unknown): string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && readDate(value, 'dmy') === value ? value : ''
}

export function choiceFrom<T extends string>(value: unknown, known: readonly T[]): T | '' {
  return known.find((one) => one === value) ?? ''
}

export function recordFrom(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}

/**
 * The entries of a list that the reader of one entry knows, each with an id of its own.
 * @param read null drops the entry @param most entries after these are dropped
 */
export function entriesFrom<T extends { id: string }>(
  value: unknown,
  read: (one: Readonly<Record<string, unknown>>) => Omit<T, 'id'> | null,
  most: number,
): T[] {
  const taken = new Set<string>()
  const entries: T[] = []
  for (const one of Array.isArray(value) ? value : []) {
    if (entries.length === most) break
    const known = recordFrom(one)
    const entry = read(known)
    if (!entry) continue
    const kept = typeof known['id'] === 'string' && /^[\w-]{1,64}$/.test(known['id']) ? known['id'] : ''
    const id = kept && !taken.has(kept) ? kept : freeId(entries.length, taken)
    taken.add(id)
    entries.push({ ...entry, id } as T)
  }
  return entries
}

function freeId(start: number, taken: ReadonlySet<string>): string {
  let number = start
  while (taken.has(`entry-${number}`)) number++
  return `entry-${number}`
}
