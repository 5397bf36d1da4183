/**
 * Whether somebody may come into a cohort, and why not. Pure.
 * - Who is in already is told that before anything else, and goes on.
 * - A personal invitation also opens where the code is closed or has expired: a facilitator asked for this person by name.
 *   It does not make room in a cohort that is full.
 * - A cohort without a number of its own is full, too, one day: a code in the wrong hands is no way to fill the database.
 * - Who left may come back as they came. Who was taken out comes back with an invitation only.
 */
import type { Cohort } from './schema.ts'

export const joinRefusals = ['code_unknown', 'cohort_archived', 'code_closed', 'code_expired', 'cohort_full', 'removed_before'] as const
export type JoinRefusal = (typeof joinRefusals)[number]

export type Door = {
  archivedAt: number | null
  codeOpen: boolean
  /** the last instant at which the code is good */
  codeExpiresAt: number | null
  mostMembers: number | null
}
/** Where a facilitator gave no number of their own. */
export const mostOfAny = 20_000

export const isFull = (mostMembers: number | null, members: number): boolean => members >= (mostMembers ?? mostOfAny)

/** What the learner is to the cohort so far. */
export type Before = 'never' | 'in' | 'left' | 'removed'

export type JoinDecision = { ok: true; how: 'new' | 'again' | 'already' } | { ok: false; code: JoinRefusal }

/** What the door shows before somebody comes in: nothing of who else is there, but who will see what they do. */
export type DoorView = {
  cohort: Pick<Cohort, 'id' | 'name' | 'startsOn' | 'endsOn' | 'timeZone' | 'locale' | 'note' | 'code'>
  facilitators: string[]
  /** modules that are assigned, in order */
  modules: { module: string; dueAt: number | null }[]
  /** how they are known there or were invited, to fill the form with */
  name: string
  email: string
  state: JoinDecision
}

/**
 * @param members how many are in now
 * @param invited with an invitation that is theirs and was not withdrawn
 */
export function decideJoin(
  door: Door,
  { members, before, invited, now }: { members: number; before: Before; invited: boolean; now: number },
): JoinDecision {
  if (before === 'in') return { ok: true, how: 'already' }
  if (door.archivedAt !== null) return { ok: false, code: 'cohort_archived' }
  if (!invited) {
    if (!door.codeOpen) return { ok: false, code: 'code_closed' }
    if (door.codeExpiresAt !== null && now > door.codeExpiresAt) return { ok: false, code: 'code_expired' }
    if (before === 'removed') return { ok: false, code: 'removed_before' }
  }
  if (isFull(door.mostMembers, members)) return { ok: false, code: 'cohort_full' }
  return { ok: true, how: before === 'never' ? 'new' : 'again' }
}
