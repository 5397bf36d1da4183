import type { Say } from '#components/quiz/text.ts'
import type { PublicItem } from '#lib/quiz/public-item.ts'

/**
 * What the view of every interaction gets. `value` is the draft as it was kept, of unknown shape: it may be from before an
 * edit of the item, so a view reads of it what fits.
 */
export type ViewProps<K extends PublicItem['kind']> = {
  item: Extract<PublicItem, { kind: K }>
  value: unknown
  onChange(value: unknown): void
  /** id of the heading that holds the stem */
  labelledBy: string
  say: Say
}
