/** What is different between two wordings of a piece, field by field, cut down to the place that differs. Pure. */
import type { Own } from '#lib/course/list-pieces.ts'

/** `before` or `after` is null where there was, or is, nothing. */
export type Difference = { field: string; before: string | null; after: string | null }
/**
 * How far a change reaches: `words` only; `rules` of the story (where a choice leads, what it moves); or what is right.
 * The last looks like another meaning, and then the piece needs a new id.
 */
export type Reach = 'words' | 'rules' | 'meaning'

const meaning = new Set(['kind', 'key', 'right', 'order', 'category', 'quality', 'pairs'])
const rules = new Set(['to', 'when', 'effects', 'rules', 'start', 'min', 'max', 'keyConfirmed'])

export function reachOf(differences: readonly Difference[]): Reach {
  const fields = differences.flatMap(({ field }) => field.split('.'))
  if (fields.some((field) => meaning.has(field))) return 'meaning'
  return fields.some((field) => rules.has(field)) ? 'rules' : 'words'
}

export function differencesOf(before: Own, after: Own): Difference[] {
  const old = flatten(before)
  const now = flatten(after)
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((field): Difference[] => {
    const [one, other] = [old.get(field) ?? null, now.get(field) ?? null]
    if (one === other) return []
    if (one === null || other === null) return [{ field, before: one && clip(one), after: other && clip(other) }]
    return paragraphs(one, other).map((pair) => ({ field, ...excerpt(pair.before, pair.after) }))
  })
}

/** `{ a: { b: [x] } }` → `a.b.0` → x, as text */
function flatten(value: unknown, path: readonly string[] = [], into = new Map<string, string>()): Map<string, string> {
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) into.set(path.join('.'), value.join(', '))
  else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) flatten(one, [...path, key], into)
  } else into.set(path.join('.'), String(value))
  return into
}

/** The paragraphs that are not in the other text, side by side in the order they stand. */
function paragraphs(before: string, after: string): { before: string | null; after: string | null }[] {
  const split = (text: string) => text.split(/\n\s*\n/).map((one) => one.replace(/\s+/g, ' ').trim())
  const [old, now] = [split(before), split(after)]
  const gone = old.filter((one) => !now.includes(one))
  const come = now.filter((one) => !old.includes(one))
  if (gone.length === 0 && come.length === 0) return [{ before: clip(before), after: clip(after) }]
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, at) => ({ before: gone[at] ?? null, after: come[at] ?? null }))
}

const around = 5
const longest = 140

/** Two texts cut down to the words that differ, with a few around them. */
export function excerpt(before: string | null, after: string | null): Omit<Difference, 'field'> {
  if (before === null || after === null) return { before: before && clip(before), after: after && clip(after) }
  const [old, now] = [before.split(' '), after.split(' ')]
  let start = 0
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start++
  let end = 0
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end++
  const cut = (words: readonly string[]) => {
    const from = Math.max(0, start - around)
    const to = Math.min(words.length, words.length - end + around)
    return clip(`${from > 0 ? '… ' : ''}${words.slice(from, to).join(' ')}${to < words.length ? ' …' : ''}`)
  }
  return { before: cut(old), after: cut(now) }
}

export function clip(text: string, most = longest): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > most ? `${line.slice(0, most - 2).trimEnd()} …` : line
}
