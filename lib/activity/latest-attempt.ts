/** Reading an activity that goes in rounds back from its statements. Pure. */
import type { Statement } from '#lib/statement/schema.ts'

export type Told = Pick<Statement, 'attempt' | 'result'>
/** A response as it was kept: nothing is known about its fields but their names. */
export type Kept = Readonly<Record<string, unknown>>

/** The responses of one activity that are objects, in order; anything else is left out. */
export function responsesOf(statements: readonly Told[]): { attempt: string | undefined; response: Kept }[] {
  return statements.flatMap(({ attempt, result }) => {
    const response = result?.response
    return typeof response === 'object' && response !== null && !Array.isArray(response) ? [{ attempt, response }] : []
  })
}

/**
 * The responses of the latest round, or null where none was begun.
 * @param statements about one activity, in the order they were made
 */
export function latestAttempt(statements: readonly Told[]): { attempt: string; responses: readonly Kept[] } | null {
  const all = responsesOf(statements)
  const attempt = all.findLast((one) => one.attempt !== undefined)?.attempt
  return attempt === undefined ? null : { attempt, responses: all.flatMap((one) => (one.attempt === attempt ? [one.response] : [])) }
}
