/**
 * The message workshop: what is kept where. Pure.
 *
 * The text a learner writes is private and stays on the device. A statement says only which message it was and which
 * points of the checklist the learner ticked.
 */
import type { ActivityOf } from './schema.ts'

type Workshop = Pick<ActivityOf<'workshop'>, 'messages'>
export type Ticks = { message: string; ticks: string[] }

/** The latest ticks of each message, from the responses of earlier statements, oldest first. Unknown ids are dropped. */
export function foldTicks(workshop: Workshop, responses: readonly unknown[]): Map<string, string[]> {
  const latest = new Map<string, string[]>()
  for (const response of responses) {
    const { message, ticks } = (response ?? {}) as Record<string, unknown>
    const known = workshop.messages.find(({ id }) => id === message)
    if (!known || !Array.isArray(ticks)) continue
    latest.set(known.id, inOrder(known.checklist, ticks))
  }
  return latest
}

/** Where to go on: the first message that has not been compared; after the last one, the first again. */
export function openMessage(workshop: Workshop, compared: ReadonlySet<string>): number {
  const open = workshop.messages.findIndex(({ id }) => !compared.has(id))
  return open === -1 ? 0 : open
}

/** Ticked points in the order of the list, whatever the order of ticking. */
export function inOrder(checklist: readonly { id: string }[], ticks: readonly unknown[]): string[] {
  return checklist.flatMap(({ id }) => (ticks.includes(id) ? [id] : []))
}

/** Comparing makes sense when the learner has changed the draft; white space is no change. */
export function isChanged(draft: string, text: string): boolean {
  const plain = (value: string) => value.replace(/\s+/g, ' ').trim()
  return plain(text) !== '' && plain(text) !== plain(draft)
}

/** The texts kept on the device, by message; a message without one still has its draft. */
export function textsFrom(kept: unknown, workshop: Workshop): Record<string, string> {
  const texts = typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {}
  return Object.fromEntries(
    workshop.messages.map(({ id, draft }) => {
      const text = texts[id]
      return [id, typeof text === 'string' ? text : draft.trim()]
    }),
  )
}
