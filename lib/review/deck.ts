/**
 * What a browser gets to review with: the pieces of the modules whose check this learner has reached, keys and feedback included.
 * Made by make-deck on the server, kept on the device, so that a review works without a connection. No schema library here.
 */
import type { DrawableItem } from '#lib/quiz/interactions/registry.ts'
import type { Point } from './find-points.ts'

export type DeckLesson = { title: string; href: string }
export type DeckPiece = {
  /** object id of the piece in the course */
  source: string
  module: string
  objective: string
  contentHash: string
  /** where to read again */
  lesson: DeckLesson
} & (
  | { kind: 'item'; item: DrawableItem }
  | { kind: 'recall'; recall: { id: string; title: string; points: readonly Point[]; answer: string } }
)
export type DeckModule = {
  slug: string
  task: { source: string; contentHash: string; title: string; tasks: readonly string[]; href: string }
  scenario: {
    source: string
    contentHash: string
    title: string
    href: string
    endings: readonly { id: string; title: string; debrief: string }[]
  } | null
}
export type Deck = { version: 1; hash: string; pieces: readonly DeckPiece[]; modules: readonly DeckModule[] }

/** Reads what was kept or sent; null for what is no deck of this version. It came from the site, so its pieces are trusted. */
export function deckFrom(value: unknown): Deck | null {
  if (typeof value !== 'object' || value === null) return null
  const deck = value as Partial<Deck>
  return deck.version === 1 && typeof deck.hash === 'string' && Array.isArray(deck.pieces) && Array.isArray(deck.modules)
    ? (deck as Deck)
    : null
}
