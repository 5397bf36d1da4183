/** A time as credentials and the documents of issuers have it. Pure. */

/** Without parts of a second, which say nothing. @param at Unix milliseconds */
export function isoTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`
}
