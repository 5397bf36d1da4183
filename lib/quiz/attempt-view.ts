/** What the server tells a browser about an attempt: the public half of every item, and the rest only of those marked. */
import type { Score } from './marking.ts'
import type { ItemResponse, PublicItem, Reveal } from './public-item.ts'
import { type GivenResponse, type QuizItem, type QuizSnapshot, replayQuiz } from './quiz-machine.ts'
import type { QuizResult } from './score-quiz.ts'

export type AttemptItem = { id: string; scored: boolean } & (
  | { state: 'open'; item: PublicItem }
  | { state: 'marked'; item: PublicItem; response: ItemResponse; score: Score; reveal: Reveal }
  /** has left the bank, or has other options now: passed over and not counted */
  | { state: 'gone' }
)

/**
 * `lessons`: slugs of those to go back to, for the objectives not yet reached. `passMark`: the mark that was applied, told at the end of an
 * attempt where it is another than the course's.
 */
export type AttemptResult = QuizResult & { lessons: string[]; passMark?: number }

/** `passMark`: the mark asked for in this attempt, where an assignment asks for more than the course. */
export type AttemptView = { id: string; module: string; items: AttemptItem[]; result: AttemptResult | null; passMark?: number }

/** What a response brings. */
export type RespondReply = { state: 'marked'; response: ItemResponse; score: Score; reveal: Reveal } | { state: 'gone' }

/** Where the attempt stands: both sides run the same machine. */
export function snapshotOf(attempt: AttemptView): QuizSnapshot {
  const items = attempt.items.map(({ id, scored, state }): QuizItem => ({ id, scored, gone: state === 'gone' }))
  const given = attempt.items.flatMap((item): GivenResponse[] =>
    item.state === 'marked' ? [{ item: item.id, response: item.response, score: item.score }] : [],
  )
  return replayQuiz(items, given, attempt.result !== null)
}

/** The attempt after a reply to a response. */
export function withReply(attempt: AttemptView, id: string, reply: RespondReply): AttemptView {
  return {
    ...attempt,
    items: attempt.items.map((one): AttemptItem => {
      if (one.id !== id) return one
      if (reply.state === 'gone' || one.state === 'gone') return { id, scored: one.scored, state: 'gone' }
      return {
        id,
        scored: one.scored,
        state: 'marked',
        item: one.item,
        response: reply.response,
        score: reply.score,
        reveal: reply.reveal,
      }
    }),
  }
}
