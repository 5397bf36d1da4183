/**
 * The rows that projections are made of, from statements. Pure. Storing a statement and rebuilding from the log go through
 * the same functions, which is why they give the same rows.
 */
import type { Statement } from '#lib/statement/schema.ts'
import { deriveModule } from './derive-progress.ts'
import type { ModuleShape, RunsOf } from './outline.ts'

/** Verbs that move a module's row; all others only say that the learner was here. */
export const movingVerbs = ['experienced', 'started', 'chose', 'finished', 'satisfied'] as const

export type ProgressRow = {
  actor: string
  module: string
  lessons_done: number
  scenario_runs: number
  scenario_endings: string
  quiz_attempts: number
  best_scaled: number | null
  reached_at: number | null
  satisfied_at: number | null
  last_at: number
}

/**
 * @param statements all of this learner about this module with one of the moving verbs
 * @param lastAt when the learner last did anything in it, whatever the verb
 */
export function progressRow(
  actor: string,
  shape: ModuleShape,
  statements: readonly Statement[],
  lastAt: number,
  runsOf: RunsOf,
): ProgressRow {
  const { lessonsDone, scenario, quiz, satisfiedAt } = deriveModule(statements, shape, runsOf)
  return {
    actor,
    module: shape.slug,
    lessons_done: lessonsDone.length,
    scenario_runs: scenario.runs,
    scenario_endings: JSON.stringify(scenario.endings),
    quiz_attempts: quiz.attempts,
    best_scaled: quiz.best,
    reached_at: quiz.reachedAt,
    satisfied_at: satisfiedAt,
    last_at: lastAt,
  }
}

export type ChoiceCount = { scene: string; choice: string; n: number }
export type ItemResponseCount = { item: string; kind: 'mark' | 'option'; value: string; n: number }

/** What these statements add to the counts: each row once, sorted by key, so that writers lock rows in the same order. */
export function countsOf(statements: readonly Statement[]): { choices: ChoiceCount[]; responses: ItemResponseCount[] } {
  const choices = new Map<string, ChoiceCount>()
  const responses = new Map<string, ItemResponseCount>()
  for (const { verb, object, result } of statements) {
    const part = object.split('/')[1]
    if (verb === 'chose' && part === 'scenario' && result?.choice) {
      count(choices, { scene: object, choice: result.choice, n: 1 })
    }
    if (verb === 'responded' && part === 'quiz') {
      count(responses, { item: object, kind: 'mark', value: markOf(result?.score?.scaled), n: 1 })
      for (const value of optionsIn(result?.response)) count(responses, { item: object, kind: 'option', value, n: 1 })
    }
  }
  return { choices: sorted(choices), responses: sorted(responses) }
}

function count<Row extends { n: number }>(rows: Map<string, Row>, row: Row): void {
  const { n, ...parts } = row
  const key = Object.values(parts).join('\u0000')
  const before = rows.get(key)
  if (before) before.n += n
  else rows.set(key, { ...row })
}

function sorted<Row>(rows: ReadonlyMap<string, Row>): Row[] {
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

function markOf(scaled: number | undefined): 'full' | 'partial' | 'none' | 'unscored' {
  if (scaled === undefined) return 'unscored'
  return scaled >= 1 ? 'full' : scaled <= 0 ? 'none' : 'partial'
}

/** Option ids, whatever the interaction: `a`, `a` and `b` of a list, `pile:a` of an object. What a learner wrote in words is no id. */
function optionsIn(response: unknown, path = '', left = { count: 40 }): string[] {
  if (Array.isArray(response)) return [...new Set(response.flatMap((one) => optionsIn(one, path, left)))]
  if (typeof response === 'object' && response !== null) {
    return Object.entries(response).flatMap(([key, one]) => optionsIn(one, `${path}${key}:`, left))
  }
  const value = `${path}${String(response)}`
  return (typeof response === 'string' || typeof response === 'boolean') && /^[a-z0-9:-]{1,120}$/i.test(value) && left.count-- > 0
    ? [value]
    : []
}
