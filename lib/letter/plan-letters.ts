/**
 * Which reminders are to be written now. Pure: people, what they were assigned and have done, and what was written before go
 * in; the same input always gives the same letters.
 *
 * - `invited`: three days after an invitation, and once more a week later.
 * - `due-soon`: from three days before.
 * - `overdue`: the first morning after, and once more a week later. Names what is due soon, too.
 * - `finished`: everything assigned is done; within a week of that.
 *
 * At most one letter to an address in 24 hours, over all cohorts: the most urgent. None at night, none to an address that
 * stopped letters or bounced, none in an archived cohort, to who left, for what is not open yet, or for what was due before
 * its learner joined. What a letter covered, no other covers again, unless the due date was changed.
 */
import { isReminder, plainAddress, type ReminderKind } from './kinds.ts'
import { isAwake } from './quiet-hours.ts'

/** What is asked of one learner in one module, as the grid has it. Times are Unix milliseconds. */
export type PlanAsked = {
  module: string
  /** `later`: it is not open yet */
  state: 'open' | 'later' | 'done'
  dueAt: number | null
  doneAt: number | null
}
export type PlanMember = {
  learner: string
  name: string
  address: string | null
  joinedAt: number
  endedAt: number | null
  asked: readonly PlanAsked[]
}
export type PlanInvitation = {
  id: string
  name: string
  address: string
  invitedAt: number
  joinedAt: number | null
  withdrawnAt: number | null
}
export type PlanCohort = {
  id: string
  timeZone: string
  archivedAt: number | null
  /** whether the cohort's link lets somebody in now: a reminder of an invitation leads there */
  joinable: boolean
  members: readonly PlanMember[]
  invitations: readonly PlanInvitation[]
}
/** A letter of a cohort that was written before, whatever became of it. */
export type Written = { once: string; address: string; at: number }
export type PlanInput = {
  now: number
  cohorts: readonly PlanCohort[]
  stopped: ReadonlySet<string>
  written: readonly Written[]
}

export type Planned = {
  once: string
  kind: ReminderKind
  cohort: string
  learner: string | null
  /** of an `invited` letter: whose link it leads to */
  invitation: string | null
  address: string
  name: string
  /** modules whose date has passed, by date; for `finished` all that were done */
  modules: readonly PlannedModule[]
  /** modules that an `overdue` letter names because they are due soon */
  soon: readonly PlannedModule[]
}
export type PlannedModule = { module: string; dueAt: number | null }

const day = 24 * 60 * 60_000
/** A reminder comes when the first of these has passed, and again when the second has; a week later it is no use any more. */
const afterInvitation = [3 * day, 10 * day]
const afterDue = [0, 7 * day]
const week = 7 * day
const beforeDue = 3 * day
/** Who has just joined has just read what is due. */
const afterJoining = day
export const betweenLetters = day

type Candidate = Planned & { urgentAt: number }

export function planLetters({ now, cohorts, stopped, written }: PlanInput): Planned[] {
  const rested = new Map<string, number>()
  const covered = new Set<string>()
  for (const { once, address, at } of written) {
    const plain = plainAddress(address)
    rested.set(plain, Math.max(rested.get(plain) ?? at, at))
    for (const cover of coversOf(once)) covered.add(cover)
  }
  const chosen = new Map<string, Candidate>()
  for (const cohort of cohorts) {
    if (cohort.archivedAt !== null || !isAwake(cohort.timeZone, now)) continue
    for (const candidate of candidatesOf(cohort, now, covered)) {
      const last = rested.get(candidate.address)
      if (stopped.has(candidate.address) || (last !== undefined && now - last < betweenLetters)) continue
      const other = chosen.get(candidate.address)
      if (!other || comesBefore(candidate, other)) chosen.set(candidate.address, candidate)
    }
  }
  return [...chosen.values()].sort((a, b) => (comesBefore(a, b) ? -1 : 1)).map(({ urgentAt: _urgentAt, ...planned }) => planned)
}

const urgency: readonly ReminderKind[] = ['overdue', 'due-soon', 'invited', 'finished']

/** A total order, so that the choice does not hang on the order of rows. */
function comesBefore(a: Candidate, b: Candidate): boolean {
  const byKind = urgency.indexOf(a.kind) - urgency.indexOf(b.kind)
  if (byKind !== 0) return byKind < 0
  if (a.urgentAt !== b.urgentAt) return a.urgentAt < b.urgentAt
  return a.once < b.once
}

function candidatesOf(cohort: PlanCohort, now: number, covered: ReadonlySet<string>): Candidate[] {
  const isNew = (cover: string) => !covered.has(`${cohort.id}/${cover}`)
  const found: Candidate[] = []
  const here = new Set<string>()
  for (const member of cohort.members) {
    if (member.address === null) continue
    here.add(plainAddress(member.address))
    if (member.endedAt !== null) continue
    const letter = letterToMember(cohort, member, now, isNew)
    if (letter) found.push(letter)
  }
  if (!cohort.joinable) return found
  for (const invitation of cohort.invitations) {
    const address = plainAddress(invitation.address)
    // who is in by another way, or was and left, is not asked again
    if (invitation.joinedAt !== null || invitation.withdrawnAt !== null || here.has(address)) continue
    const step = stepOf(afterInvitation, now - invitation.invitedAt)
    const cover = coverOf(invitation.id, step)
    if (step === null || !isNew(cover)) continue
    found.push({
      kind: 'invited',
      once: onceOf('invited', cohort.id, [{ cover }]),
      cohort: cohort.id,
      learner: null,
      invitation: invitation.id,
      address,
      name: invitation.name,
      modules: [],
      soon: [],
      urgentAt: invitation.invitedAt,
    })
  }
  return found
}

type Covered = PlanAsked & { cover: string }

function letterToMember(cohort: PlanCohort, member: PlanMember, now: number, isNew: (cover: string) => boolean): Candidate | null {
  const missing = member.asked.filter(({ state }) => state === 'open').sort(byDue)
  const late = missing.flatMap((one): Covered[] => {
    const step = one.dueAt === null || member.joinedAt >= one.dueAt ? null : stepOf(afterDue, now - one.dueAt)
    return step === null ? [] : [{ ...one, cover: coverOf(member.learner, one.module, one.dueAt, step) }]
  })
  const soon = missing.flatMap((one): Covered[] => {
    const left = one.dueAt === null ? null : one.dueAt - now
    const near = left !== null && left > 0 && left <= beforeDue && now - member.joinedAt >= afterJoining
    return near ? [{ ...one, cover: coverOf(member.learner, one.module, one.dueAt, 'soon') }] : []
  })
  const about = (kind: ReminderKind, modules: readonly Covered[], others: readonly Covered[] = []): Candidate => ({
    kind,
    once: onceOf(kind, cohort.id, [...modules, ...others]),
    cohort: cohort.id,
    learner: member.learner,
    invitation: null,
    address: plainAddress(member.address!),
    name: member.name,
    modules: modules.map(({ module, dueAt }) => ({ module, dueAt })),
    soon: others.map(({ module, dueAt }) => ({ module, dueAt })),
    urgentAt: modules[0]?.dueAt ?? now,
  })
  const holdsNew = (modules: readonly Covered[]) => modules.some(({ cover }) => isNew(cover))
  if (holdsNew(late)) return about('overdue', late, soon)
  if (holdsNew(soon)) return about('due-soon', soon)
  if (member.asked.length === 0 || member.asked.some(({ state }) => state !== 'done')) return null
  const done = [...member.asked].sort(byDue).map((one) => ({ ...one, cover: coverOf(member.learner, one.module, 'finished') }))
  const last = Math.max(...done.map(({ doneAt }) => doneAt ?? 0))
  return last <= now && now - last < week && holdsNew(done) ? about('finished', done) : null
}

function byDue(a: PlanAsked, b: PlanAsked): number {
  return (a.dueAt ?? Number.MAX_SAFE_INTEGER) - (b.dueAt ?? Number.MAX_SAFE_INTEGER) || (a.module < b.module ? -1 : 1)
}

/** Which of the times has come, from 1; null before the first, and a week after the last that came. */
function stepOf(times: readonly number[], passed: number): number | null {
  const step = times.filter((time) => passed >= time).length
  return step === 0 || passed >= times[step - 1]! + week ? null : step
}

function coverOf(...parts: readonly (string | number | null)[]): string {
  return parts.join('~')
}

/** `kind/cohort/cover+cover`: what a letter is about stands in its own key, so that nothing else need remember it. */
function onceOf(kind: ReminderKind, cohort: string, about: readonly { cover: string }[]): string {
  return `${kind}/${cohort}/${about.map(({ cover }) => cover).join('+')}`
}

function coversOf(once: string): string[] {
  const [kind = '', cohort = '', covers] = once.split('/')
  return covers === undefined || !isReminder(kind) ? [] : covers.split('+').map((cover) => `${cohort}/${cover}`)
}
