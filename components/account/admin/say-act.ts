/** One entry of the log as a sentence. An act that has no sentence of its own is shown by its name, so that nothing is left out. Pure. */
import { type Messages, say } from '#lib/message/format.ts'

export type Act = { action: string; object: string; detail: unknown }

/**
 * @param nameOf the name of what stands behind `account:<id>` or `cohort:<id>`, null where it is gone
 */
export function sayAct({ action, object, detail }: Act, nameOf: (object: string) => string | null, messages: Messages): string {
  const key = `act-${action}`
  if (!(key in messages || `${key}_other` in messages)) return action
  const values = Object.fromEntries(Object.entries(Object(detail)).flatMap(([name, value]) => sayValue(name, value, messages)))
  const count = typeof values['people'] === 'number' ? { count: values['people'] } : {}
  const name = nameOf(object)
  const gone = say(messages, 'act-gone')
  // of somebody who was erased, nothing is left to be said
  const erased = Object.fromEntries(
    [...(messages[key] ?? messages[`${key}_other`] ?? '').matchAll(/\{(\w+)\}/g)].map(([, one]) => [one, gone]),
  )
  return say(messages, key, { ...erased, ...values, of: name === null ? gone : isolated(name), ...count })
}

function sayValue(name: string, value: unknown, messages: Messages): [string, string | number][] {
  if (typeof value === 'number') return [[name, value]]
  if (typeof value !== 'string') return []
  // roles are words of the site; all else is shown as it was kept
  const role = ['role', 'from', 'to'].includes(name) ? messages[`role-${value}`] : undefined
  return [[name, role ?? isolated(value)]]
}

/** A name in another direction of writing does not turn the words around it (U+2068, U+2069). */
const isolated = (value: string) => `\u2068${value}\u2069`
