/** A reflection is never marked, and its text never leaves the device: whatever is sent for it is refused. */
import type { Validation } from '#lib/quiz/marking.ts'

export function validate(): Validation<never> {
  return { state: 'malformed' }
}
