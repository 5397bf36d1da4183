/**
 * The reply studio: what statements say about it. Pure. Choices and ticks are in statements; the learner's own replies stay
 * on the device.
 */
import { asRecord, idsFrom } from './own-parts.ts'
import type { ActivityOf } from './schema.ts'

export type Studio = Pick<ActivityOf<'studio'>, 'speakers'>
export type Reply = { speaker: string; option: string }
export type Compared = { speaker: string; ticks: string[] }
/** The latest choice and the latest ticks for each speaker. A speaker with ticks, be they none, has been compared. */
export type StudioState = { chosen: Map<string, string>; ticks: Map<string, string[]> }

/** @param responses of earlier statements, oldest first; speakers and options that the content no longer has are left out */
export function foldStudio({ speakers }: Studio, responses: readonly unknown[]): StudioState {
  const state: StudioState = { chosen: new Map(), ticks: new Map() }
  for (const response of responses) {
    const { speaker, option, ticks } = asRecord(response)
    const known = speakers.find(({ id }) => id === speaker)
    if (!known) continue
    if (known.options.some(({ id }) => id === option)) state.chosen.set(known.id, option as string)
    if (Array.isArray(ticks)) state.ticks.set(known.id, idsFrom(ticks, known.checklist))
  }
  return state
}
