/**
 * A text of the learner's own that is written in parts, as the device kept it. Pure. Kept values may be older than the
 * content: what the content no longer has, and what is not text, is left out.
 */
export type Parts = Readonly<Record<string, string>>
type Part = Readonly<{ id: string }>

/** A text for each part; '' where nothing is kept. */
export function partsFrom(kept: unknown, fields: readonly Part[]): Record<string, string> {
  const texts = asRecord(kept)
  return Object.fromEntries(
    fields.map(({ id }) => {
      const text = texts[id]
      return [id, typeof text === 'string' ? text : '']
    }),
  )
}

/** Kept ids that the content still has, in the order of the content. */
export function idsFrom(kept: unknown, known: readonly Part[]): string[] {
  return Array.isArray(kept) ? known.flatMap(({ id }) => (kept.includes(id) ? [id] : [])) : []
}

export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}

export function allFilled(parts: Parts, fields: readonly Part[]): boolean {
  return fields.every(({ id }) => parts[id]?.trim())
}

export function anyFilled(parts: Parts): boolean {
  return Object.values(parts).some((text) => text.trim() !== '')
}

/** The parts as one text, in the order of the fields. White space inside a part becomes one space. */
export function joinParts(parts: Parts, fields: readonly Part[]): string {
  return fields.flatMap(({ id }) => parts[id]?.replace(/\s+/g, ' ').trim() || []).join(' ')
}

/** The step to go on with; the last one when all are done. */
export function openStep(done: readonly boolean[]): number {
  const open = done.indexOf(false)
  return open === -1 ? done.length - 1 : open
}

/** Words a minute of somebody who speaks calmly to one listener. A rough figure, hence the rounding below. */
const wordsPerMinute = 140

/** How long a text takes when it is said aloud: seconds, to the nearest five, never less than five. */
export function secondsAloud(words: number): number {
  return Math.max(5, Math.round((words / wordsPerMinute) * 12) * 5)
}
