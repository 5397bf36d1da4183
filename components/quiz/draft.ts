import type { AttemptView } from '#lib/quiz/attempt-view.ts'
import { currentItem, goOn, type QuizSnapshot } from '#lib/quiz/quiz-machine.ts'

/**
 * A response being made. Kept on the device until the site has stored it; `id` is that of its statement and stays, so that
 * sending it again is harmless.
 */
export type Draft = { attempt: string; item: string; id: string; response: unknown }

/**
 * Where the learner is. The record does not say that they went on from the feedback; a draft for the next item does.
 */
export function placeOf(attempt: AttemptView, snapshot: QuizSnapshot, draft: Draft | null): QuizSnapshot {
  const ahead = goOn(snapshot)
  return draft?.attempt === attempt.id && currentItem(ahead)?.id === draft.item ? ahead : snapshot
}
