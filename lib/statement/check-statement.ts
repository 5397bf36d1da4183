/**
 * Whether a statement that a browser sent may be stored: its shape, the verb for that kind of object, the object, the clock.
 * Pure. Marked quizzes, `satisfied` and `awarded` are the server's alone, and a reflection's words never leave the device.
 */
import type { KnownObjects, ObjectKind } from './known-objects.ts'
import { type Statement, statementSchema, type Verb } from './schema.ts'

export type RefusalCode = 'malformed' | 'verb_not_allowed' | 'unknown_object' | 'clock_wrong' | 'id_taken' | 'record_full'
export type Refusal = { ok: false; code: RefusalCode }

/** A device whose clock is ahead by more than this is not believed, in milliseconds. Behind is fine: it may have been offline for months. */
const mostAhead = 24 * 60 * 60 * 1000
/** Nested deeper, or of more parts, than any response: read no further. Reading costs by the part, and everybody waits meanwhile. */
const mostDeep = 32
const mostParts = 500

const allowed: Record<ObjectKind, readonly Verb[]> = {
  course: [],
  module: [],
  lesson: ['experienced'],
  activity: ['answered', 'rated', 'completed', 'reflected'],
  scenario: ['started', 'finished'],
  scene: ['chose'],
  choice: [],
  quiz: [],
  item: [],
  review: ['started', 'finished'],
  reviewed: ['answered'],
}

/** @param value one statement as it came, unparsed */
export function checkStatement(value: unknown, course: KnownObjects, now: number): { ok: true; statement: Statement } | Refusal {
  if (isTooLarge(value, mostDeep, { parts: mostParts })) return refusal('malformed')
  const parsed = statementSchema.safeParse(value)
  if (!parsed.success) return refusal('malformed')
  const statement = parsed.data
  const kind = course.kindOf(statement.object)
  if (kind === null) return refusal('unknown_object')
  if (!allowed[kind].includes(statement.verb)) return refusal('verb_not_allowed')
  switch (statement.verb) {
    case 'chose':
      if (!statement.attempt || !statement.result?.choice) return refusal('malformed')
      if (!course.has(`${statement.object}/${statement.result.choice}`)) return refusal('unknown_object')
      break
    case 'started':
    case 'finished':
      if (!statement.attempt) return refusal('malformed')
      break
    case 'reflected':
      if (statement.result?.response !== undefined) return refusal('verb_not_allowed')
      break
  }
  if (statement.at > now + mostAhead) return refusal('clock_wrong')
  return { ok: true, statement }
}

function refusal(code: RefusalCode): Refusal {
  return { ok: false, code }
}

/** @param left how many more parts may be met; counted down */
function isTooLarge(value: unknown, levels: number, left: { parts: number }): boolean {
  if (--left.parts < 0) return true
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((one) => isTooLarge(one, levels - 1, left))
}
