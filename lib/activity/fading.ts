/**
 * Help that fades: a worked example, a half to complete, a text of one's own. Pure. Everything the learner writes or
 * ticks is private; a statement says only that the own text was finished.
 */
import { allFilled, anyFilled, asRecord, idsFrom, type Parts, partsFrom } from './own-parts.ts'
import type { ActivityOf } from './schema.ts'

export type Fading = Pick<ActivityOf<'fading'>, 'pattern' | 'half' | 'own'>
/** `read`: parts of the example that were opened, the first one always; `compared` and `whole`: what was uncovered */
export type FadingState = { read: number; half: Parts; compared: boolean; own: Parts; ticks: string[]; whole: boolean }

/** The parts of the half that the learner writes, in the order of the pattern. */
export function missingParts({ pattern, half }: Fading): Fading['pattern'] {
  return pattern.filter(({ id }) => half.given[id] === undefined)
}

/** What the device kept, fitted to the content. A comparison or a whole whose texts are gone is covered again. */
export function fadingFrom(kept: unknown, data: Fading): FadingState {
  const { read, half, compared, own, ticks, whole } = asRecord(kept)
  const missing = missingParts(data)
  const state = { half: partsFrom(half, missing), own: partsFrom(own, data.pattern) }
  const opened = typeof read === 'number' && Number.isInteger(read) ? read : 1
  return {
    ...state,
    read: Math.min(Math.max(opened, 1), data.pattern.length),
    compared: compared === true && anyFilled(state.half),
    ticks: idsFrom(ticks, data.own.checklist),
    whole: whole === true && allFilled(state.own, data.pattern),
  }
}

/** Which of the three steps are done: read, complete, write. */
export function stepsDone(state: FadingState, data: Fading): [boolean, boolean, boolean] {
  return [state.read >= data.pattern.length, state.compared, state.whole]
}
