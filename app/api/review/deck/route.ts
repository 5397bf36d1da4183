/** What the caller may review: full items of the modules whose check this learner has reached, and of no other. */
import { answer } from '#app/api/answer.ts'
import { knownLearner } from '#app/api/learner.ts'
import { ok } from '#app/api/reply.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import { database } from '#lib/db/client.ts'
import { defaultLocale, isLocale } from '#lib/message/locale.ts'
import { readProgress } from '#lib/progress/store.ts'
import { makeDeck } from '#lib/review/make-deck.ts'

export const dynamic = 'force-dynamic'

/** Value: the deck, or `{ same: true }` where `?have=` is its hash. Nobody, and one who has reached nothing, gets an empty one. */
export const GET = answer(async (request: Request): Promise<Response> => {
  const { searchParams } = new URL(request.url)
  const asked = searchParams.get('locale') ?? ''
  const locale = isLocale(asked) ? asked : defaultLocale
  const actor = await knownLearner(request)
  const rows = actor === null ? [] : await readProgress(await database(), actor)
  const reached = new Set(rows.flatMap(({ module, reached_at }) => (reached_at === null ? [] : [module])))
  const deck = makeDeck(await loadCourse(locale), reached, locale)
  return ok(searchParams.get('have') === deck.hash ? { same: true } : deck)
})
