/** Words shared by all interaction kinds: what can come of a response. Three cases, told apart by `state`. */

/** `scaled` is raw / max, in [0, 1]. */
export type Score = { raw: number; max: number; scaled: number }

/** What a look at a response says before anything is marked. Needs no key, so both sides use it. */
export type Validation<Response> = { state: 'unanswered' } | { state: 'malformed' } | { state: 'complete'; response: Response }

export type Feedback = Readonly<Record<string, string>>

export function scoreOf(raw: number, max: number): Score {
  return { raw, max, scaled: raw / max }
}

export function isNothing(response: unknown): boolean {
  return response === undefined || response === null || response === ''
}
