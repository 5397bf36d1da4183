/** The notebook as it is shown, out of what the device keeps: in the order of the course, words only. Pure. */
import { type Bookmark, bookmarksFrom, bookmarksKey } from './bookmarks.ts'
import { asideKey, isRecord, type Kept, kindOfKey, reviewWordsKey, sourcesByKey } from './copy.ts'
import { asidesFrom } from './merge.ts'
import { noteFrom, notePrefix } from './note.ts'
import { loosePieces, type Piece, piecesOf } from './read-pieces.ts'
import type { NotebookIndex, Source } from './source.ts'

/** One thing somebody wrote. `index` is the place in a list where several share a key. */
export type Entry = {
  key: string
  kind: 'note' | 'activity' | 'review' | 'aside' | 'gone'
  title: string
  href: string | null
  pieces: Piece[]
  /** milliseconds; when it was written, where that is known */
  at?: number
  index?: number
}
export type Mark = Bookmark & { href: string | null; lesson: string; number: number | null }
export type Sheet = { object: string; title: string; href: string; entries: Entry[] }
export type Part = { module: string; number: number; title: string; sheets: Sheet[] }
export type ToolHeld = { id: string; key: string; title: string; href: string; count: number }
export type Notebook = {
  marks: Mark[]
  parts: Part[]
  reviews: Entry[]
  tools: ToolHeld[]
  /** lessons and activities that the course no longer has */
  gone: Entry[]
  /** what an opened copy had differently */
  asides: Entry[]
}

const day = 86_400_000

export function assembleNotebook(kept: Kept, index: NotebookIndex): Notebook {
  const sources = sourcesByKey(index)
  const places = new Map(index.chapters.flatMap(({ places, number }) => places.map((place) => [place.object, { place, number }] as const)))
  const sheets = new Map<string, Entry[]>()
  const gone: Entry[] = []

  for (const [key, value] of kept) {
    const kind = kindOfKey(key, sources)
    if (kind === 'note') {
      const note = noteFrom(value)
      if (!note) continue
      const object = key.slice(notePrefix.length)
      const here = places.get(followMoves(object, index.moved))
      const entry: Entry = {
        key,
        kind: 'note',
        title: note.title || object,
        href: here?.place.href ?? null,
        pieces: [{ label: '', text: note.text }],
        at: note.at,
      }
      if (here) sheets.set(here.place.object, [...(sheets.get(here.place.object) ?? []), entry])
      else gone.push(entry)
    } else if (kind === 'gone') {
      const moved = sources.get(followMoves(key, index.moved))
      const pieces = moved ? piecesOf(moved, value) : loosePieces(value)
      if (pieces.length > 0) gone.push({ key, kind: 'gone', title: moved?.title ?? key, href: moved?.href ?? null, pieces })
    }
  }

  return {
    marks: bookmarksFrom(kept.get(bookmarksKey))
      .map((mark): Mark => {
        const object = followMoves(mark.object, index.moved)
        const here = places.get(object)
        const hash = mark.heading && index.headings[object]?.includes(mark.heading) ? `#${mark.heading}` : ''
        return { ...mark, href: here ? here.place.href + hash : null, lesson: here?.place.title ?? '', number: here?.number ?? null }
      })
      .toSorted((a, b) => b.at - a.at),
    parts: index.chapters.flatMap(({ module, number, title, places }) => {
      const found = places.flatMap(({ object, title, href, sources }): Sheet[] => {
        const entries = [...(sheets.get(object) ?? []), ...sources.flatMap((source) => entryOf(source, kept.get(source.key)))]
        return entries.length > 0 ? [{ object, title, href, entries }] : []
      })
      return found.length > 0 ? [{ module, number, title, sheets: found }] : []
    }),
    reviews: reviewsFrom(kept.get(reviewWordsKey)),
    tools: index.tools.flatMap(({ id, title, href }) => {
      const key = `toolkit/${id}`
      const count = held(kept.get(key))
      return count > 0 ? [{ id, key, title, href, count }] : []
    }),
    gone,
    asides: asidesFrom(kept.get(asideKey)).flatMap(({ key, value }, place): Entry[] => {
      const source = sources.get(key)
      const tool = index.tools.find(({ id }) => key === `toolkit/${id}`)
      const pieces = source ? piecesOf(source, value) : loosePieces(value)
      if (pieces.length === 0) return []
      const of = source ?? tool
      return [{ key, kind: 'aside', title: of?.title ?? key, href: of?.href ?? null, pieces, index: place }]
    }),
  }
}

function entryOf(source: Source, value: unknown): Entry[] {
  const pieces = piecesOf(source, value)
  return pieces.length > 0 ? [{ key: source.key, kind: 'activity', title: source.title, href: source.href, pieces }] : []
}

function reviewsFrom(kept: unknown): Entry[] {
  return (Array.isArray(kept) ? kept : []).flatMap((one, index): Entry[] => {
    const { day: date, title, text } = Object(one)
    if (typeof title !== 'string' || typeof text !== 'string' || text.trim() === '') return []
    const at = Number.isFinite(date) ? { at: date * day } : {}
    return [{ key: reviewWordsKey, kind: 'review', title, href: null, pieces: [{ label: '', text }], index, ...at }]
  })
}

/** How many things a tool holds: the entries of its longest list. */
function held(value: unknown): number {
  if (!isRecord(value)) return 0
  return Math.max(0, ...Object.values(value).map((one) => (Array.isArray(one) ? one.length : 0)))
}

/** The id that carries on, where an id or the lesson it lies in moved; a few moves in a row at most. */
export function followMoves(object: string, moved: Readonly<Record<string, string>>): string {
  let now = object
  for (let step = 0; step < 8; step++) {
    const from = [now, now.split('/').slice(0, 3).join('/')].find((one) => Object.hasOwn(moved, one))
    if (from === undefined) return now
    now = moved[from] + now.slice(from.length)
  }
  return now
}

/** Everything has gone from it. */
export function isEmpty({ marks, parts, reviews, tools, gone, asides }: Notebook): boolean {
  return [marks, parts, reviews, tools, gone, asides].every((list) => list.length === 0)
}

/** Only what has every word that is asked for, in its words, its title or the lesson it belongs to. Case and accents do not matter. */
export function filterNotebook(notebook: Notebook, query: string): Notebook {
  const words = simplify(query).split(' ').filter(Boolean)
  if (words.length === 0) return notebook
  const has = (...texts: readonly (string | undefined)[]) => {
    const text = simplify(texts.join(' '))
    return words.every((word) => text.includes(word))
  }
  const inEntry = (before: string) => (entry: Entry) =>
    has(before, entry.title, ...entry.pieces.flatMap(({ label, text }) => [label, text]))
  return {
    marks: notebook.marks.filter(({ title, lesson }) => has(title, lesson)),
    parts: notebook.parts.flatMap((part) => {
      const sheets = part.sheets.flatMap((sheet) => {
        const entries = sheet.entries.filter(inEntry(`${part.title} ${sheet.title}`))
        return entries.length > 0 ? [{ ...sheet, entries }] : []
      })
      return sheets.length > 0 ? [{ ...part, sheets }] : []
    }),
    reviews: notebook.reviews.filter(inEntry('')),
    tools: notebook.tools.filter(({ title }) => has(title)),
    gone: notebook.gone.filter(inEntry('')),
    asides: notebook.asides.filter(inEntry('')),
  }
}

export function countThings({ marks, parts, reviews, tools, gone, asides }: Notebook): number {
  const entries = parts.flatMap(({ sheets }) => sheets.flatMap((sheet) => sheet.entries))
  return [marks, entries, reviews, tools, gone, asides].reduce((sum, list) => sum + list.length, 0)
}

function simplify(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
}
