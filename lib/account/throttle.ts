/**
 * How long somebody waits after wrong passwords. Pure. Three slips cost nothing; after that the wait doubles, from a second to
 * a quarter of an hour, and is forgotten an hour after the last slip. What is slowed down is never the account: it is one
 * place (a network address, or a browser that the account signed in with before) trying one account. So nobody can keep
 * somebody else out by typing wrong passwords, except from their own place.
 */
export type Slips = { count: number; last: number }

const freeSlips = 3
const mostWait = 15 * 60_000
const forgottenAfter = 60 * 60_000

/** @returns milliseconds still to wait at `now`; 0: may try */
export function waitOf(slips: Slips | null, now: number): number {
  if (!slips || now - slips.last >= forgottenAfter || slips.count < freeSlips) return 0
  const wait = Math.min(mostWait, 1000 * 2 ** Math.min(slips.count - freeSlips, 20))
  return Math.max(0, slips.last + wait - now)
}

export function countAfterSlip(slips: Slips | null, now: number): number {
  return slips && now - slips.last < forgottenAfter ? slips.count + 1 : 1
}

/** So many in so many milliseconds, counted in fixed windows: for what costs the site work or somebody else a letter. */
export type Budget = { most: number; within: number }

export const budgets = {
  /** passwords checked for one address: a workshop of sixty behind one router signs in without waiting */
  passwords: { most: 120, within: 60_000 },
  signUps: { most: 60, within: 10 * 60_000 },
  /** letters of one kind with a link to one mailbox, asked for from one place: who asks from elsewhere does not wait for it */
  lettersTo: { most: 4, within: 15 * 60_000 },
  /** letters with a link that were written to one mailbox, from wherever they were asked for */
  lettersInMailbox: { most: 24, within: 15 * 60_000 },
  /** letters with a link asked for from one address, to whomever */
  lettersFrom: { most: 60, within: 15 * 60_000 },
  /** codes and tokens tried from one address */
  tokens: { most: 120, within: 60_000 },
  /** people who come into cohorts from one address: two workshops of sixty behind one router */
  joins: { most: 120, within: 10 * 60_000 },
  /** riddles for passkeys, from one address; each is a row for five minutes */
  challenges: { most: 240, within: 60_000 },
  /** codes of cohorts that do not exist, from one address: of 729 million codes, some nine thousand in a day */
  wrongCodes: { most: 60, within: 10 * 60_000 },
  /** names written as outlines, while one learner types theirs */
  namePreviews: { most: 120, within: 10 * 60_000 },
  /** names one learner asks to have on certificates, or shown or hidden there: each is drawn and signed, and takes a place in a status list */
  nameChanges: { most: 20, within: 60 * 60_000 },
} as const satisfies Record<string, Budget>
