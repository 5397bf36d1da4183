/** The sentence for a refused name or certificate. Pure. */
import { type Messages, say } from '#lib/message/format.ts'

const known: ReadonlySet<string> = new Set([
  'name_empty',
  'name_too_long',
  'name_without_letters',
  'name_without_font',
  'not_satisfied',
  'wait_a_little',
  'offline',
])

/** @param code as `call` gives it; what is not known here is said in the site's own sentence, or plainly */
export function refusalText(refusal: { code: string; message?: string }, messages: Messages): string {
  if (known.has(refusal.code) && refusal.code in messages) return say(messages, refusal.code)
  return refusal.message ?? say(messages, 'failed')
}
