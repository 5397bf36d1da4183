/**
 * Promises that others can check: what the device keeps of it, and the slip to take along. Pure. All words are private; a
 * statement says only that the learner's own promise was made.
 */
import { toCsv } from './csv.ts'
import { allFilled, anyFilled, asRecord, idsFrom, type Parts, partsFrom } from './own-parts.ts'
import type { ActivityOf } from './schema.ts'

export type Commitment = Pick<ActivityOf<'commitment'>, 'fields' | 'repairs' | 'own'>
export type CommitmentState = {
  /** repairs in which the stranger was asked */
  asked: string[]
  /** by repair: the learner's words for each field */
  repairs: Readonly<Record<string, Parts>>
  /** repairs that were compared with the model */
  compared: string[]
  own: Parts
  ticks: string[]
  /** the learner's own promise was written out */
  made: boolean
}

/** What the device kept, fitted to the content. What was uncovered is covered again where its words are gone. */
export function commitmentFrom(kept: unknown, data: Commitment): CommitmentState {
  const { asked, repairs, compared, own, ticks, made } = asRecord(kept)
  const texts = asRecord(repairs)
  const mended = Object.fromEntries(data.repairs.map(({ id }) => [id, partsFrom(texts[id], data.fields)]))
  const promise = partsFrom(own, data.fields)
  return {
    asked: idsFrom(asked, data.repairs),
    repairs: mended,
    compared: idsFrom(compared, data.repairs).filter((id) => anyFilled(mended[id] ?? {})),
    own: promise,
    ticks: idsFrom(ticks, data.own.checklist),
    made: made === true && allFilled(promise, data.fields),
  }
}

/** Which steps are done: one for each repair, then the own promise. */
export function promisesDone(state: CommitmentState, data: Commitment): boolean[] {
  return [...data.repairs.map(({ id }) => state.compared.includes(id)), state.made]
}

/** The promise as plain text, a line for each field that says something. */
export function promiseText(fields: Commitment['fields'], parts: Parts): string {
  return fields.flatMap(({ id, label }) => (parts[id]?.trim() ? `${label}: ${oneLine(parts[id])}\n` : [])).join('')
}

/** The promise as a table of one row, to add to a list of one's own. */
export function promiseCsv(fields: Commitment['fields'], parts: Parts): string {
  return toCsv([fields.map(({ label }) => label), fields.map(({ id }) => oneLine(parts[id] ?? ''))])
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
