/**
 * A few questions out of many, then a decision. Pure. A round is the statements of one attempt. Invariants: a question is asked
 * once, never more than the budget; after a decision nothing is asked any more, the decision itself may change.
 */
import type { Statement } from '#lib/statement/schema.ts'
import type { ActivityOf } from './schema.ts'

type Budget = Pick<ActivityOf<'question-budget'>, 'budget' | 'questions'> & {
  decide: Pick<ActivityOf<'question-budget'>['decide'], 'options'>
}
export type Question = Budget['questions'][number]
export type Decision = Budget['decide']['options'][number]

/** What goes into a statement's `result.response`: one question asked, or the decision. */
export type BudgetResponse = { asked: string } | { decision: string }
export type BudgetRound = { attempt: string; asked: readonly string[]; decision: string | null }

/** The round begun last, or null where none was. What the content no longer has is left out. */
export function latestBudget(data: Budget, statements: readonly Pick<Statement, 'attempt' | 'result'>[]): BudgetRound | null {
  const attempt = statements.findLast(({ attempt, result }) => attempt !== undefined && readResponse(result?.response))?.attempt
  if (attempt === undefined) return null
  const asked: string[] = []
  let decision: string | null = null
  for (const one of statements) {
    const response = one.attempt === attempt ? readResponse(one.result?.response) : null
    if (!response) continue
    if ('asked' in response) {
      if (canAsk(data, { asked, decision }, response.asked)) asked.push(response.asked)
    } else if (data.decide.options.some(({ id }) => id === response.decision)) decision = response.decision
  }
  return { attempt, asked, decision }
}

export function canAsk({ budget, questions }: Budget, { asked, decision }: Omit<BudgetRound, 'attempt'>, id: string): boolean {
  return decision === null && asked.length < budget && !asked.includes(id) && questions.some((question) => question.id === id)
}

function readResponse(value: unknown): BudgetResponse | null {
  if (typeof value !== 'object' || value === null) return null
  const { asked, decision } = value as { asked?: unknown; decision?: unknown }
  if (typeof asked === 'string') return { asked }
  return typeof decision === 'string' ? { decision } : null
}

/**
 * How a decision stands on what was asked. `guess`: it fits, and something it rests on was never asked.
 * @returns missing: the questions it rests on that were not asked
 */
export function standing(
  { questions }: Pick<Budget, 'questions'>,
  option: Decision,
  asked: readonly string[],
): { verdict: 'good' | 'guess' | 'mixed' | 'poor'; missing: Question[] } {
  const missing = questions.filter(({ id }) => option.needs.includes(id) && !asked.includes(id))
  return { verdict: option.fit === 'good' && missing.length > 0 ? 'guess' : option.fit, missing }
}
