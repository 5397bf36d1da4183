/** For tests: a deck as small as a real one, and a learner whose record grows as it would in a browser. No chance, no clock. */
import { reviewObject } from '#lib/statement/known-objects.ts'
import type { Statement, StatementDraft } from '#lib/statement/schema.ts'
import { uuid7 } from '#lib/statement/uuid7.ts'
import type { Deck, DeckPiece } from './deck.ts'
import { foldReviews, type Reviews } from './fold-reviews.ts'
import type { Outcome } from './memory.ts'
import type { SessionPlan } from './session.ts'

export const dayLength = 24 * 60 * 60 * 1000
export const dayOf = (at: number) => Math.floor(at / dayLength)

const piece = (module: string, kind: 'recall' | 'item', n: number): DeckPiece => {
  const objective = `${module}.O${(n % 4) + 1}`
  const shared = { module, objective, contentHash: '0123456789ab', lesson: { title: objective, href: `/${module}` } }
  return kind === 'recall'
    ? { kind, ...shared, source: `${module}/lessons/l${n}/recall`, recall: { id: 'recall', title: 'What?', answer: 'It.', points: [] } }
    : {
        kind,
        ...shared,
        source: `${module}/quiz/M1-Q${String(n).padStart(2, '0')}`,
        item: {
          kind: 'single',
          id: `M1-Q${String(n).padStart(2, '0')}`,
          objective,
          difficulty: 'easy',
          level: 'remember',
          facts: [],
          stem: 'Which?',
          options: [],
          key: 'a',
        },
      }
}

export function deckOf(modules: readonly string[], { recalls = 5, items = 11 } = {}): Deck {
  const count = (most: number) => Array.from({ length: most }, (_, i) => i + 1)
  return {
    version: 1,
    hash: 'abcdefabcdef',
    pieces: modules.flatMap((module) => [
      ...count(recalls).map((n) => piece(module, 'recall', n)),
      ...count(items).map((n) => piece(module, 'item', n)),
    ]),
    modules: modules.map((slug) => ({
      slug,
      task: { source: `${slug}/task`, contentHash: '0123456789ab', title: 'Two things', tasks: ['One', 'Two'], href: `/${slug}` },
      scenario: {
        source: `${slug}/scenario`,
        contentHash: '0123456789ab',
        title: 'A story',
        href: `/${slug}/scenario`,
        endings: [{ id: 'sc1-glad', title: 'Glad', debrief: 'Because.' }],
      },
    })),
  }
}

export class SimulatedLearner {
  readonly statements: Statement[] = []
  #made = 0

  add(day: number, draft: Omit<StatementDraft, 'contentHash'>): string {
    const n = ++this.#made
    const at = day * dayLength + 9 * 60 * 60 * 1000 + n
    const id = uuid7(n, new Uint8Array([0, 0, 0, 0, 0, 0, n >>> 24, n >>> 16, n >>> 8, n]))
    this.statements.push({ id, at, contentHash: '0123456789ab', ...draft })
    return id
  }
  satisfy(module: string, day: number): void {
    const attempt = this.add(day, { verb: 'experienced', object: `${module}/lessons/l1` })
    this.add(day, { verb: 'finished', object: `${module}/scenario`, attempt, result: { draw: { ending: 'sc1-glad' } } })
    this.add(day, { verb: 'satisfied', object: module, result: { completion: true } })
  }
  /** @returns the attempt */
  start(day: number, { kind, steps, ending }: SessionPlan): string {
    const module = steps[0]!.split('/')[0]!
    const attempt = uuid7(this.#made + 1, new Uint8Array([9, 9, 9, 9, 9, 9, 0, 0, this.#made >>> 8, this.#made]))
    const response = { kind, steps: [...steps], ...(ending ? { ending } : {}) }
    this.add(day, { verb: 'started', object: `${module}/review`, attempt, result: { response } })
    return attempt
  }
  respond(day: number, attempt: string, step: string, outcome: Outcome): void {
    const scaled = { right: 1, partly: 0.75, missed: 0.25 }[outcome]
    const isQuestion = step.endsWith('/task') || step.endsWith('/scenario')
    const result = isQuestion ? { completion: true } : { score: { raw: scaled * 4, max: 4, scaled }, success: outcome !== 'missed' }
    this.add(day, { verb: 'answered', object: reviewObject(step), attempt, result })
  }
  finish(day: number, attempt: string, module: string): void {
    this.add(day, { verb: 'finished', object: `${module}/review`, attempt, result: { completion: true } })
  }
  /** A whole session on one day. */
  review(day: number, plan: SessionPlan, outcomeOf: (step: string) => Outcome): void {
    const attempt = this.start(day, plan)
    for (const step of plan.steps) this.respond(day, attempt, step, outcomeOf(step))
    this.finish(day, attempt, plan.steps[0]!.split('/')[0]!)
  }
  reviews(): Reviews {
    return foldReviews(this.statements, dayOf)
  }
}
