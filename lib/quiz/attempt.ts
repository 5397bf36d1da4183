/**
 * An attempt, read back from its statements. Pure. The draw and the scores are what was recorded; the words of the items
 * are those of today.
 */
import { z } from 'zod'
import { objectId } from '#lib/course/schema.ts'
import type { Statement } from '#lib/statement/schema.ts'
import type { AttemptItem, AttemptResult, AttemptView } from './attempt-view.ts'
import type { Blueprint, Draw } from './draw-items.ts'
import { type DrawableItem, fitsOrder, isDrawable, projectItem, revealItem } from './interactions/registry.ts'
import type { Score } from './marking.ts'
import type { ItemResponse } from './public-item.ts'
import { type QuizSnapshot, replayQuiz } from './quiz-machine.ts'
import type { Item } from './schema.ts'
import { lessonsToReview, objectivesToday, type QuizResult, scoreQuiz } from './score-quiz.ts'

/** What the check of a module is made of. */
export type QuizContent = {
  /** slug */
  module: string
  /** slugs, in order */
  lessons: readonly string[]
  objectives: readonly { id: string; lessons: readonly string[] }[]
  items: readonly Item[]
  blueprint: Blueprint
  passMark: number
  /** object id → fingerprint */
  fingerprints: Readonly<Record<string, string>>
  /** older ids of this module (items, objectives, lessons) and what carries on for each */
  moved?: Readonly<Record<string, string>>
}

export type Attempt = {
  id: string
  module: string
  draw: Draw
  /** in the order they were stored */
  given: { statement: string; item: string; response: ItemResponse; score: Score }[]
  finished: QuizResult | null
  /** when it was begun, Unix milliseconds */
  begunAt: number
  /** the mark that was asked for when it was begun, where an assignment asks for another than the course */
  passMark?: number
}

const drawSchema = z.object({
  seed: z.string(),
  items: z.array(z.object({ id: z.string(), scored: z.boolean(), order: z.array(z.string()) })),
  passMark: z.number().optional(),
})

export function quizObject(module: string): string {
  return objectId.quiz(module)
}

/**
 * @param statements about the quiz of one module and its items, of one learner, in the order they were stored
 * @param moved see QuizContent: an attempt is told in the ids of today
 */
export function readAttempts(module: string, statements: readonly Statement[], moved: QuizContent['moved'] = {}): Attempt[] {
  const today = (id: string) => itemToday(module, id, moved)
  const attempts = new Map<string, Attempt>()
  for (const { verb, object, attempt: id, result, id: statement, at } of statements) {
    if (!id) continue
    if (verb === 'started' && object === quizObject(module)) {
      const { seed, items, passMark } = drawSchema.parse(result?.draw)
      attempts.set(id, {
        id,
        module,
        draw: { seed, items: items.map((item) => ({ ...item, id: today(item.id) })) },
        given: [],
        finished: null,
        begunAt: at,
        ...(passMark === undefined ? {} : { passMark }),
      })
    }
    const attempt = attempts.get(id)
    if (!attempt || !result?.score) continue
    if (verb === 'responded')
      attempt.given.push({
        statement,
        item: today(object.slice(quizObject(module).length + 1)),
        response: result.response as ItemResponse,
        score: result.score,
      })
    if (verb === 'finished')
      attempt.finished = {
        score: result.score,
        reached: result.success === true,
        objectives: objectivesToday(module, result.objectives ?? [], moved),
      }
  }
  return [...attempts.values()]
}

/** The id that an item has now. */
export function itemToday(module: string, id: string, moved: QuizContent['moved']): string {
  const quiz = `${quizObject(module)}/`
  return moved?.[quiz + id]?.slice(quiz.length) ?? id
}

/** An item of the draw as it is today; undefined where it has left the bank or has other options than those drawn. */
export function itemOf(attempt: Attempt, content: QuizContent, id: string): DrawableItem | undefined {
  const drawn = attempt.draw.items.find((one) => one.id === id)
  const item = content.items.find((one) => one.id === id)
  return drawn && item && isDrawable(item) && fitsOrder(item, drawn.order) ? item : undefined
}

export function attemptSnapshot(attempt: Attempt, content: QuizContent): QuizSnapshot {
  const items = attempt.draw.items.map(({ id, scored }) => ({ id, scored, gone: itemOf(attempt, content, id) === undefined }))
  return replayQuiz(items, attempt.given, attempt.finished !== null)
}

/** The result of an attempt whose items all have a response. Practice does not count, nor does what has left the bank. */
export function attemptResult(attempt: Attempt, content: QuizContent): QuizResult {
  const counted = attempt.draw.items.flatMap(({ id, scored }) => {
    const item = itemOf(attempt, content, id)
    const given = attempt.given.find((one) => one.item === id)
    return scored && item && given ? [{ objective: item.objective, scaled: given.score.scaled }] : []
  })
  return scoreQuiz(counted, content.passMark)
}

/** The result as a browser gets it. */
export function withLessons(result: QuizResult, content: QuizContent): AttemptResult {
  return { ...result, lessons: result.reached ? [] : lessonsToReview(result, content) }
}

export function viewAttempt(attempt: Attempt, content: QuizContent): AttemptView {
  return {
    id: attempt.id,
    module: attempt.module,
    items: attempt.draw.items.map(({ id, scored, order }): AttemptItem => {
      const item = itemOf(attempt, content, id)
      if (!item) return { id, scored, state: 'gone' }
      const given = attempt.given.find((one) => one.item === id)
      if (!given) return { id, scored, state: 'open', item: projectItem(item, order) }
      return {
        id,
        scored,
        state: 'marked',
        item: projectItem(item, order),
        response: given.response,
        score: given.score,
        reveal: revealItem(item),
      }
    }),
    result: attempt.finished && withLessons(attempt.finished, content),
    ...(attempt.passMark === undefined ? {} : { passMark: attempt.passMark }),
  }
}
