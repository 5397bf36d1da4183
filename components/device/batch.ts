/** What goes into one request: at most `most` statements, oldest first, and at most `bytes` of JSON (the server takes 500 and 1 MB). */
import type { Statement } from '#lib/statement/schema.ts'

export const mostStatements = 500
/** A little under the server's million, for the brackets and names around the statements. */
export const mostBytes = 990_000

/** @returns the first statements that fit; always at least one where there is one, so that a caller gets on. */
export function firstBatch(statements: readonly Statement[], most = mostStatements, bytes = mostBytes): Statement[] {
  const batch: Statement[] = []
  let size = 0
  for (const statement of statements.slice(0, most)) {
    size += new TextEncoder().encode(JSON.stringify(statement)).length + 1
    if (batch.length > 0 && size > bytes) break
    batch.push(statement)
  }
  return batch
}
