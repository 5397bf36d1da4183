/** A learner's words out of what was kept, whatever it is: pure, never throws. */
import type { Field, Source } from './source.ts'

/** `row` is counted from 1 where the text stands in a list of several things */
export type Piece = { label: string; text: string; row?: number }

/** The texts of one activity, in the order in which it asks for them. Empty ones and untouched drafts are left out. */
export function piecesOf({ fields, scale }: Pick<Source, 'fields' | 'scale'>, kept: unknown): Piece[] {
  const found = fields.flatMap((field) =>
    valuesAt(kept, field.at).flatMap(({ value, row }): Piece[] => {
      const text = typeof value === 'string' ? (field.scale ? (scale?.[value] ?? '') : value) : ''
      if (text.trim() === '' || (field.unless !== undefined && plain(text) === plain(field.unless))) return []
      return [{ label: field.label, text, ...(row === undefined ? {} : { row }) }]
    }),
  )
  // row by row, and within a row as asked
  return found.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0))
}

/** Every place of these fields holds text or nothing at all. */
export function holdsText(fields: readonly Field[], kept: unknown): boolean {
  return fields.every(({ at }) => valuesAt(kept, at).every(({ value }) => value === undefined || typeof value === 'string'))
}

function valuesAt(kept: unknown, at: readonly string[]): { value: unknown; row?: number }[] {
  const [step, ...rest] = at
  if (step === undefined) return [{ value: kept }]
  if (step === '*') {
    if (!Array.isArray(kept)) return []
    return kept.flatMap((one, index) => valuesAt(one, rest).map(({ value }) => ({ value, row: index + 1 })))
  }
  if (typeof kept !== 'object' || kept === null || !Object.hasOwn(kept, step)) return []
  return valuesAt((kept as Record<string, unknown>)[step], rest)
}

/**
 * What reads like words in something whose activity is gone: every text of more than one word. Ids, choices and places in a game
 * have none.
 */
export function loosePieces(kept: unknown, depth = 0): Piece[] {
  if (typeof kept === 'string') return /\S\s+\S/.test(kept) ? [{ label: '', text: kept }] : []
  if (typeof kept !== 'object' || kept === null || depth > 8) return []
  return Object.values(kept).flatMap((value) => loosePieces(value, depth + 1))
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim()
