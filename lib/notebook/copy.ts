/**
 * A copy of the notebook as a file: `{ "notebook": "common-ground", "version": 1, "saved": …, "kept": { key: value } }`. Pure.
 * Only what the notebook shows goes out and comes in: bookmarks, notes, words of activities, words from reviews, job aids, and what an
 * earlier copy left beside them.
 */
import { isToolId } from '#lib/toolkit/tools.ts'
import { bookmarksKey } from './bookmarks.ts'
import { notePrefix } from './note.ts'
import { holdsText, loosePieces, piecesOf } from './read-pieces.ts'
import type { NotebookIndex, Source } from './source.ts'

export const copyVersion = 1
export const asideKey = 'notebook/aside'
export const reviewWordsKey = 'review/words'
const mark = 'common-ground'
const toolPrefix = 'toolkit/'

export type Kept = ReadonlyMap<string, unknown>

export type KeyKind = 'bookmarks' | 'aside' | 'review' | 'note' | 'tool' | 'activity' | 'gone' | 'other'

export function sourcesByKey({ chapters }: Pick<NotebookIndex, 'chapters'>): ReadonlyMap<string, Source> {
  return new Map(chapters.flatMap(({ places }) => places.flatMap(({ sources }) => sources.map((source) => [source.key, source] as const))))
}

/** What stands under a key. `gone`: the path of something that this course does not have; `other`: not the notebook's. */
export function kindOfKey(key: string, sources: ReadonlyMap<string, Source>): KeyKind {
  if (key === bookmarksKey) return 'bookmarks'
  if (key === asideKey) return 'aside'
  if (key === reviewWordsKey) return 'review'
  if (key.startsWith(notePrefix)) return 'note'
  if (key.startsWith(toolPrefix)) return isToolId(key.slice(toolPrefix.length)) ? 'tool' : 'other'
  if (sources.has(key)) return 'activity'
  return /^[a-z0-9-]+\/([a-z0-9-]+\/)*[a-z0-9-]+$/.test(key) && !/^(review|notebook)\//.test(key) ? 'gone' : 'other'
}

/** What of the device is the notebook's, words in it or not shown. Things without a word are machine state and stay out. */
export function notebookPart(privates: Kept, sources: ReadonlyMap<string, Source>): Map<string, unknown> {
  return new Map(
    [...privates].filter(([key, value]) => {
      switch (kindOfKey(key, sources)) {
        case 'other':
          return false
        case 'activity':
          return piecesOf(sources.get(key)!, value).length > 0
        case 'gone':
          return loosePieces(value).length > 0
        default:
          return true
      }
    }),
  )
}

/** @param saved ISO date and time */
export function copyText(kept: Kept, saved: string): string {
  return `${JSON.stringify({ notebook: mark, version: copyVersion, saved, kept: Object.fromEntries(kept) }, null, 2)}\n`
}

export type ReadCopy =
  /** `dropped`: keys whose content is not what it should be */
  { ok: true; kept: Map<string, unknown>; saved: string; dropped: number } | { ok: false; code: 'not-a-copy' | 'newer-copy' | 'tool-copy' }

export function readCopy(text: string, sources: ReadonlyMap<string, Source>): ReadCopy {
  let found: unknown
  try {
    found = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return { ok: false, code: 'not-a-copy' }
  }
  const { notebook, version, saved, kept, tool } = Object(found)
  if (typeof tool === 'string' && isToolId(tool)) return { ok: false, code: 'tool-copy' }
  if (notebook !== mark || typeof version !== 'number' || !isRecord(kept)) return { ok: false, code: 'not-a-copy' }
  if (version > copyVersion) return { ok: false, code: 'newer-copy' }
  const entries = Object.entries(kept)
  const fit = entries.filter(([key, value]) => fits(key, value, sources))
  return { ok: true, kept: new Map(fit), saved: typeof saved === 'string' ? saved : '', dropped: entries.length - fit.length }
}

/** Activities trust what the device kept, so nothing comes in that they could not have written. */
function fits(key: string, value: unknown, sources: ReadonlyMap<string, Source>): boolean {
  switch (kindOfKey(key, sources)) {
    case 'bookmarks':
    case 'aside':
    case 'review':
      return Array.isArray(value)
    case 'note':
      return typeof Object(value).text === 'string'
    case 'tool':
      return isRecord(value)
    case 'gone':
      return loosePieces(value).length > 0
    case 'activity': {
      const { shape, fields } = sources.get(key)!
      if (Array.isArray(shape) !== Array.isArray(value) || typeof value !== 'object' || value === null) return false
      return (
        holdsText(fields, value) && Object.entries(shape).every(([name, like]) => alike((value as Record<string, unknown>)[name], like))
      )
    }
    default:
      return false
  }
}

function alike(value: unknown, like: unknown): boolean {
  return Array.isArray(like) ? Array.isArray(value) && value.every((one) => typeof one === 'string') : typeof value === typeof like
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
