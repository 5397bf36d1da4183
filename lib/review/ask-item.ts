/**
 * Asking and marking an item of the deck in the browser. The only place outside of the server where an item meets its key: the
 * learner has reached its check, and without a connection nobody else could mark it.
 */
import { arrangeItem, type DrawableItem, type Marked, markItem, projectItem } from '#lib/quiz/interactions/registry.ts'
import type { PublicItem } from '#lib/quiz/public-item.ts'
import { seededRandom } from '#lib/random/seeded-random.ts'

/** As it is shown before marking. The order of the options stays the same for as long as the session lasts. */
export function askItem(item: DrawableItem, session: string): PublicItem {
  return projectItem(item, arrangeItem(item, seededRandom(`${session} ${item.id}`)))
}

export function markReviewed(item: DrawableItem, response: unknown): Marked {
  return markItem(item, response)
}
