/**
 * Stands before everything that is not public: who is asking, what they are to the cohort, and whether the table lets them.
 * Not allowed and not found look the same to everybody: signed out, “sign in” whatever the address; signed in, “nothing here”.
 */
import type { Kysely } from 'kysely'
import { headers as headersOfPage } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { type Action, may, type permissions, type Relation, type Role } from '#lib/cohort/permissions.ts'
import { type CohortRow, isId, isMember, relationTo } from '#lib/cohort/relation-store.ts'
import { database } from '#lib/db/client.ts'
import type { Database } from '#lib/db/schema.ts'
import { refuse } from './reply.ts'
import { type Who, whoAsks } from './who.ts'

type Account = NonNullable<Who['user']>
/** Who passes a row that guests may not pass has an account. */
type UserFor<A extends Action> = (typeof permissions)[A] extends 'anyone' | 'member' ? Account | null : Account
export type Passed<A extends Action> = { ok: true; db: Kysely<Database>; who: Who; user: UserFor<A>; relation: Relation }
export type PassedCohort<A extends Action> = Passed<A> & { cohort: CohortRow }

/**
 *   const asked = await guard(request, 'cohort.edit', id)
 *   if (asked instanceof Response) return asked
 *
 * @param cohortId needed where the action is one of a cohort: without one, nobody but an administrator passes
 * @param learnerId somebody the action is about, who has to be in the cohort now
 * @returns who asks and the cohort, or the refusal to send: 401 `sign_in_first`, or 404 `not_found`
 */
export async function guard<A extends Action>(
  request: Request | Headers,
  action: A,
  cohortId: string,
  learnerId?: string,
): Promise<PassedCohort<A> | Response>
export async function guard<A extends Action>(request: Request | Headers, action: A): Promise<Passed<A> | Response>
export async function guard<A extends Action>(
  request: Request | Headers,
  action: A,
  cohortId?: string,
  learnerId?: string,
): Promise<Passed<A> | PassedCohort<A> | Response> {
  const checked = await check(request instanceof Headers ? request : request.headers, action, cohortId, learnerId)
  return typeof checked === 'string' ? refuse(checked) : checked
}

/**
 * The same before a page. Ends the page itself: signed out, on to the page for signing in and back here; else as if there were
 * nothing at this address.
 * @param given `path`: of this page, to come back to after signing in; without it, the first page of this part of the site
 */
export async function guardPage<A extends Action>(
  action: A,
  cohortId: string,
  given?: { learnerId?: string; path?: string },
): Promise<PassedCohort<A>>
export async function guardPage<A extends Action>(action: A, cohortId?: undefined, given?: { path?: string }): Promise<Passed<A>>
export async function guardPage<A extends Action>(
  action: A,
  cohortId?: string,
  { learnerId, path = firstPage(action, cohortId) }: { learnerId?: string; path?: string } = {},
): Promise<Passed<A> | PassedCohort<A>> {
  const checked = await check(await headersOfPage(), action, cohortId, learnerId)
  if (checked === 'sign_in_first') redirect(`/sign-in?next=${encodeURIComponent(path)}`)
  if (checked === 'not_found') notFound()
  return checked
}

function firstPage(action: Action, cohortId?: string): string {
  if (action.startsWith('admin.')) return '/admin'
  if (action.startsWith('self.')) return '/me'
  return cohortId !== undefined && isId(cohortId) ? `/facilitate/cohorts/${cohortId}` : '/facilitate'
}

async function check<A extends Action>(
  headers: Headers,
  action: A,
  cohortId?: string,
  learnerId?: string,
): Promise<Passed<A> | PassedCohort<A> | 'sign_in_first' | 'not_found'> {
  const who = await whoAsks(headers)
  const role: Role | 'guest' = who.user?.role ?? 'guest'
  const db = await database()
  // who is no facilitator of the site any more is to a cohort what anybody is: in it, or not
  const user = role === 'facilitator' || role === 'administrator' ? (who.user?.id ?? null) : null
  const found = cohortId === undefined ? undefined : await relationTo(db, cohortId, { user, learner: who.learner })
  const relation = found?.relation ?? 'none'
  const there = cohortId === undefined || found !== undefined
  const passes = there && may(action, { role, relation }) && (learnerId === undefined || (await isMember(db, cohortId ?? '', learnerId)))
  if (!passes) return who.user ? 'not_found' : 'sign_in_first'
  const passed: Passed<A> = { ok: true, db, who, user: who.user as UserFor<A>, relation }
  return found ? { ...passed, cohort: found.cohort } : passed
}
