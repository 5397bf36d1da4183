/** What is being done in a session, kept on the device: where one is, and what was typed or chosen so far. */
export type Draft = { session: string; step: string; value: unknown /** feedback is on the screen */; shown: boolean }

export type RecallDraft = { text: string; ticked: string[]; found: string[] }
export function recallDraft(value: unknown): RecallDraft {
  const { text, ticked, found } = Object(value)
  return { text: typeof text === 'string' ? text : '', ticked: texts(ticked), found: texts(found) }
}

/** The seven-day task and the ending: a choice, and words. */
export type WordsDraft = { choice: string | null; text: string }
export function wordsDraft(value: unknown): WordsDraft {
  const { choice, text } = Object(value)
  return { choice: typeof choice === 'string' ? choice : null, text: typeof text === 'string' ? text : '' }
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}
