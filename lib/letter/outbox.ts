/** A letter as a facilitator looks at it, and what may be done with it; and what an administrator is told of one. Pure. */
import { type AccountKind, isReminder, type LetterState, type StopReason } from './kinds.ts'

export const shows = ['open', 'sent', 'stuck'] as const
export type Show = (typeof shows)[number]

export type OutboxLetter = {
  id: string
  kind: string
  toAddress: string
  toName: string
  subject: string
  body: string
  state: LetterState
  tries: number
  createdAt: number
  dueAt: number
  sentAt: number | null
  problem: string | null
}
export type StoppedAddress = { address: string; name: string; reason: StopReason; detail: string; at: number }

/** What a reminder says is not true for long; after this it is not sent any more. */
export const reminderLasts = 24 * 60 * 60_000

/** A letter that was given up may go into the queue again, a reminder only while it is still of use. */
export function mayTryAgain({ kind, state, createdAt }: { kind: string; state: string; createdAt: number }, now: number): boolean {
  return state === 'failed' && !(isReminder(kind) && now - createdAt > reminderLasts)
}

/** How a mail program is asked to open a letter (RFC 6068). @returns null where the words are too long for an address */
export function mailtoOf({ toAddress, subject, body }: { toAddress: string; subject: string; body: string }): string | null {
  const address = `mailto:${encodeURIComponent(toAddress).replaceAll('%40', '@')}`
  const whole = `${address}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replace(/\r?\n/g, '\r\n'))}`
  return whole.length <= 6000 ? whole : null
}

/** A letter as one text to be pasted: whom it goes to, what it is about, its words. */
export function textOf({ toAddress, subject, body }: { toAddress: string; subject: string; body: string }): string {
  return `${toAddress}\n\n${subject}\n\n${body}`
}

/** A letter about an account that the mail server did not take. */
export type TroubledLetter = {
  id: string
  kind: AccountKind
  toAddress: string
  /** Unix milliseconds */
  createdAt: number
  /** whether it is given up; otherwise it is tried again */
  over: boolean
  /** in the words of the mail server; null: the site was stopped while it sent it, and cannot know */
  problem: string | null
}
