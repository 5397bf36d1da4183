/**
 * The kinds of letters, and what is true of each. Pure.
 * - Letters of a cohort: `invitation` is asked for by a facilitator; the others are reminders, which the site writes by rule.
 *   They carry a way to stop them, and none goes to an address that stopped them or that bounced.
 * - Letters of an account were asked for a moment ago by the person themselves. They are sent whatever was stopped, and what
 *   they say is forgotten when they are sent: it holds a link that signs somebody in.
 */
export const reminderKinds = ['invited', 'overdue', 'due-soon', 'finished'] as const
export type ReminderKind = (typeof reminderKinds)[number]

export const accountKinds = ['sign-in', 'password', 'verify-email', 'change-email', 'staff-invitation', 'account-notice'] as const
export type AccountKind = (typeof accountKinds)[number]
export type LetterKind = ReminderKind | 'invitation' | AccountKind

export function isReminder(kind: string): kind is ReminderKind {
  return (reminderKinds as readonly string[]).includes(kind)
}

/** Whether a letter of this kind is one of those that the person may stop. */
export function isOfCohort(kind: string): boolean {
  return kind === 'invitation' || isReminder(kind)
}

/**
 * - `waiting`: to be sent when it is due, or being sent
 * - `kept`: there is no mail server; somebody may copy it
 * - `sent`: the mail server took it
 * - `handed`: somebody sent it by hand
 * - `failed`: given up, with the problem
 * - `withdrawn`: not wanted any more when its turn came, with the reason
 */
export type LetterState = 'waiting' | 'kept' | 'sent' | 'handed' | 'failed' | 'withdrawn'

/** Why an address gets no letters of cohorts. */
export type StopReason = 'unsubscribed' | 'bounced'

/** Addresses are compared in this form. The part before the @ may differ by case in theory; in practice it does not. */
export function plainAddress(address: string): string {
  return address.normalize('NFC').trim().toLowerCase()
}
