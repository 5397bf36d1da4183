/**
 * A statement as this device keeps it: the statement, never edited, and how far it has come on its way to the server.
 * `unsent`: the server has not yet said that it has it. `acked`: it has. `refused`: it will not take it; kept, never sent again.
 * `aside`: an account's, which could not be sent before somebody else came; shown and sent to nobody until that account is back.
 */
import type { Statement } from '#lib/statement/schema.ts'

export type Delivery =
  | { readonly state: 'unsent' }
  | { readonly state: 'acked' }
  | { readonly state: 'refused'; readonly code: string }
  | { readonly state: 'aside'; readonly of: string }

export type Entry = { readonly id: string; readonly statement: Statement; readonly delivery: Delivery }

export const unsent: Delivery = { state: 'unsent' }
export const acked: Delivery = { state: 'acked' }

/** What this device knows about its exchange with the server. */
export type Meta = {
  /** opaque tag of the learner the server last spoke to */
  actor?: string
  /** that learner has an account: what is here is theirs, and goes to nobody else */
  account?: boolean
  /** where the next `since` begins; belongs to that learner */
  cursor?: number
  /** the browser was asked once to keep this site's data */
  persistAsked?: boolean
}

/** Private values under a key that begins like this are the device's own business, and on no page. */
export const hidden = '~'

/** Whether the statement can only have been made by the server: marked quizzes, what is satisfied, what is awarded. */
export function madeByServer({ verb, object }: Pick<Statement, 'verb' | 'object'>): boolean {
  if (verb === 'satisfied' || verb === 'awarded') return true
  return (verb === 'started' || verb === 'responded' || verb === 'finished') && object.split('/')[1] === 'quiz'
}

/** Whether `object` is `prefix` itself or lies under it: `networking` covers `networking/quiz`, not `networking-two`. */
export function isUnder(object: string, prefix: string): boolean {
  if (prefix === '' || object === prefix) return true
  return object.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`)
}
