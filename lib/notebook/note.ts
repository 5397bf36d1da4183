/** A note on a lesson, as the device keeps it under `notes/<object id of the lesson>`. Pure. */

/** `title`: that of the lesson when it was written; `at`: when it was last changed, in milliseconds */
export type Note = { version: 1; text: string; title: string; at: number }

export const notePrefix = 'notes/'
export const noteKey = (object: string): string => notePrefix + object

/** What was kept, made safe. Null where there is no text in it. Nothing is cut: these are a person's words. */
export function noteFrom(kept: unknown): Note | null {
  const { text, title, at } = Object(kept)
  if (typeof text !== 'string' || text.trim() === '') return null
  return { version: 1, text, title: typeof title === 'string' ? title : '', at: Number.isFinite(at) ? at : 0 }
}
