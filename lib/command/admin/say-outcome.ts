/** How the commands say what they did. Pure. */
export type Outcome = { ok: true; text: string } | { ok: false; sentence: string }

export const done = (text: string): Outcome => ({ ok: true, text })
export const refused = (sentence: string): Outcome => ({ ok: false, sentence })

export const day = (at: number) => new Date(at).toISOString().slice(0, 10)
export const minute = (at: number) => new Date(at).toISOString().slice(0, 16).replace('T', ' ')
/** What people wrote must not steer the terminal. */
export const oneLine = (text: string) => text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim()
