/**
 * A copy opened on a device that has words of its own. Pure.
 *
 * Invariants: no text of either side is lost; what stands on the device stays where it is; opening the same copy again changes nothing;
 * a copy opened on an empty device gives exactly what was saved.
 */
import { type Bookmark, bookmarksFrom } from './bookmarks.ts'
import { asideKey, isRecord, type Kept, kindOfKey } from './copy.ts'
import { noteFrom } from './note.ts'
import { piecesOf } from './read-pieces.ts'
import type { Source } from './source.ts'

/** Something of a copy that has no place of its own beside what the device has: kept with it, to be read. */
export type Aside = { key: string; value: unknown }

export function asidesFrom(kept: unknown): Aside[] {
  return (Array.isArray(kept) ? kept : []).flatMap((one) =>
    typeof Object(one).key === 'string' && 'value' in one ? [{ key: one.key, value: one.value }] : [],
  )
}

export type Merged = {
  /** what to write: only keys whose value changes */
  changed: Map<string, unknown>
  /** keys that were not here; that were put together; that stand beside what is here */
  added: number
  joined: number
  beside: number
}

export function mergeCopy(here: Kept, copy: Kept, sources: ReadonlyMap<string, Source>): Merged {
  const changed = new Map<string, unknown>()
  const asides = asidesFrom(here.get(asideKey))
  const before = asides.length
  let added = 0
  let joined = 0
  for (const [key, theirs] of copy) {
    const kind = kindOfKey(key, sources)
    if (kind === 'aside' || kind === 'other') continue
    const ours = here.get(key)
    if (here.has(key) && (equal(ours, theirs) || isBlank(theirs))) continue
    if (ours === undefined || isBlank(ours)) {
      changed.set(key, theirs)
      added++
      continue
    }
    const next =
      kind === 'bookmarks'
        ? mergeBookmarks(ours, theirs)
        : kind === 'note'
          ? mergeNotes(ours, theirs)
          : kind === 'review'
            ? mergeLists(ours, theirs)
            : kind === 'tool'
              ? mergeTool(ours, theirs)
              : mergeParts(ours, theirs)
    if (!equal(next, ours)) {
      changed.set(key, next)
      joined++
    }
    if ((kind === 'tool' || kind === 'activity' || kind === 'gone') && lostIn(next, theirs, sources.get(key)))
      addAside(asides, { key, value: theirs })
  }
  for (const aside of asidesFrom(copy.get(asideKey))) addAside(asides, aside)
  const beside = asides.length - before
  if (beside > 0) changed.set(asideKey, asides)
  return { changed, added, joined, beside }
}

function addAside(asides: Aside[], one: Aside) {
  if (!asides.some((other) => equal(other, one))) asides.push(one)
}

function mergeBookmarks(ours: unknown, theirs: unknown): Bookmark[] {
  return bookmarksFrom([...bookmarksFrom(ours), ...bookmarksFrom(theirs)])
}

/** The newer text; the older one below it, unless the newer one already has all of it. */
function mergeNotes(ours: unknown, theirs: unknown): unknown {
  const [mine, other] = [noteFrom(ours), noteFrom(theirs)]
  if (!other || mine?.text.includes(other.text)) return ours
  if (!mine || other.text.includes(mine.text)) return theirs
  const [newer, older] = other.at > mine.at ? [other, mine] : [mine, other]
  return { ...newer, text: `${newer.text}\n\n${older.text}` }
}

function mergeLists(ours: unknown, theirs: unknown): unknown {
  if (!Array.isArray(ours) || !Array.isArray(theirs)) return ours
  const more = theirs.filter((one) => !ours.some((other) => equal(one, other)))
  return more.length > 0 ? [...ours, ...more] : ours
}

/** Rows of tools have ids that no two devices share. A row changed on both sides is there twice: the second one is new. */
function mergeTool(ours: unknown, theirs: unknown): unknown {
  if (!isRecord(ours) || !isRecord(theirs)) return ours
  return mapRecord(ours, theirs, (mine, other) => {
    if (Array.isArray(mine) && Array.isArray(other)) return mergeRows(mine, other)
    if (isRecord(mine) && isRecord(other)) return mergeTool(mine, other)
    return isBlank(mine) ? other : mine
  })
}

function mergeRows(ours: readonly unknown[], theirs: readonly unknown[]): unknown[] {
  const rows = [...ours]
  for (const row of theirs) {
    const id = Object(row).id
    if (typeof id !== 'string' || rows.every((one) => Object(one).id !== id)) {
      if (!rows.some((one) => equal(one, row))) rows.push(row)
      continue
    }
    if (rows.some((one) => equal(withoutId(one), withoutId(row)))) continue
    let number = 2
    while (rows.some((one) => Object(one).id === `${id.slice(0, 56)}-${number}`)) number++
    rows.push({ ...Object(row), id: `${id.slice(0, 56)}-${number}` })
  }
  return rows
}

const withoutId = (row: unknown) => (isRecord(row) ? { ...row, id: '' } : row)

/** What is blank here is filled from there, part by part. Lists are one part: their places mean something. */
function mergeParts(ours: unknown, theirs: unknown): unknown {
  if (isRecord(ours) && isRecord(theirs)) return mapRecord(ours, theirs, mergeParts)
  return isBlank(ours) ? theirs : ours
}

function mapRecord(
  ours: Record<string, unknown>,
  theirs: Record<string, unknown>,
  merge: (mine: unknown, other: unknown) => unknown,
): Record<string, unknown> {
  const names = [...Object.keys(ours), ...Object.keys(theirs).filter((name) => !Object.hasOwn(ours, name))]
  return Object.fromEntries(
    names.map((name) => {
      if (!Object.hasOwn(ours, name)) return [name, theirs[name]]
      return [name, Object.hasOwn(theirs, name) ? merge(ours[name], theirs[name]) : ours[name]]
    }),
  )
}

/** Whether a text of the copy is nowhere in the result. Of a known activity its words count, of anything else every text but ids. */
function lostIn(result: unknown, theirs: unknown, source: Source | undefined): boolean {
  const texts = (value: unknown) => (source ? piecesOf(source, value).map(({ text }) => text) : textsIn(value))
  const kept = texts(result)
  return texts(theirs).some((text) => text.trim() !== '' && !kept.some((one) => one.includes(text)))
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  return isRecord(value) ? Object.entries(value).flatMap(([name, one]) => (name === 'id' ? [] : textsIn(one))) : []
}

function isBlank(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return true
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.every(isBlank)
  return isRecord(value) && Object.values(value).every(isBlank)
}

/** As JSON has it: the order of names does not matter. */
export function equal(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((value, i) => equal(value, other[i]))
  if (!isRecord(one) || !isRecord(other)) return false
  const names = Object.keys(one)
  return names.length === Object.keys(other).length && names.every((name) => Object.hasOwn(other, name) && equal(one[name], other[name]))
}
