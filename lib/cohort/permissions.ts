/**
 * Who may do what. One table, read by the guard of every route and page and by the test that knocks at each of them.
 * Pure. What the table does not name cannot be asked for: an action without a row does not type.
 *
 * - A relation is always to one cohort. Who has left or was removed has none, and a facilitator who is no facilitator of the
 *   site any more has none either.
 * - An administrator may all that a facilitator of any cohort may.
 */
import type { Role } from '#lib/account/role.ts'

export type { Role }
/** `guest`: nobody signed in. A guest may be in a cohort, too. */
export type Standing = { role: Role | 'guest'; relation: Relation }
/** to the cohort that is asked about; `none` also where no cohort is asked about */
export type Relation = 'none' | 'member' | 'facilitator'

const facilitates = ({ role, relation }: Standing): boolean =>
  role === 'administrator' || (role === 'facilitator' && relation === 'facilitator')

export const rules = {
  /** everybody, a guest too; what is shown or changed is their own, or public */
  anyone: () => true,
  /** who has an account */
  account: ({ role }) => role !== 'guest',
  /** who is or was made a facilitator or an administrator */
  staff: ({ role }) => role === 'facilitator' || role === 'administrator',
  administrator: ({ role }) => role === 'administrator',
  /** who is in this cohort, or facilitates it */
  member: (standing) => standing.relation === 'member' || facilitates(standing),
  /** who facilitates this cohort */
  facilitator: facilitates,
} as const satisfies Record<string, (standing: Standing) => boolean>
export type Rule = keyof typeof rules

export const permissions = {
  // what anybody may, a guest too
  'public.read': 'anyone',
  /** whoever has its address, which nobody can guess */
  'public.certificate': 'anyone',
  'public.join': 'anyone',
  'public.sign-in': 'anyone',
  'public.unsubscribe': 'anyone',
  /** a signature with a key of the site’s is the permission; the route checks it */
  'public.bounce': 'anyone',
  /** the link that the first start printed, or that an administrator gave, is the permission; the route checks it */
  'public.setup': 'anyone',
  /** one's own record, as guest or with an account */
  'self.record': 'anyone',
  'self.cohorts': 'anyone',
  'self.leave': 'member',
  'self.share': 'member',
  'self.download': 'anyone',
  'self.erase': 'anyone',
  'self.progress': 'anyone',
  'self.certificates': 'anyone',
  'self.account': 'account',
  'self.devices': 'account',
  'self.private': 'account',

  // cohorts as such
  'cohort.list': 'staff',
  'cohort.create': 'staff',
  // one cohort
  'cohort.see': 'facilitator',
  'cohort.edit': 'facilitator',
  'cohort.archive': 'facilitator',
  'cohort.invite': 'facilitator',
  'cohort.members': 'facilitator',
  'cohort.facilitators': 'facilitator',
  'cohort.assign': 'facilitator',
  'cohort.report': 'facilitator',
  'cohort.export': 'facilitator',
  'cohort.live': 'facilitator',
  'cohort.letters': 'facilitator',
  'cohort.certificates': 'facilitator',
  'learner.see': 'facilitator',

  // the site
  'admin.people': 'administrator',
  'admin.invite': 'administrator',
  'admin.roles': 'administrator',
  'admin.audit': 'administrator',
  'admin.letters': 'administrator',
  /** who issues the certificates, and with which key */
  'admin.issuer': 'administrator',
  /** to find one and to revoke it */
  'admin.certificates': 'administrator',
  'admin.site': 'administrator',
} as const satisfies Record<string, Rule>
export type Action = keyof typeof permissions

export function may(action: Action, standing: Standing): boolean {
  return rules[permissions[action]](standing)
}

/** Whether the answer hangs on a cohort, so that whoever asks has to say which. */
export function isOfCohort(action: Action): boolean {
  const rule: Rule = permissions[action]
  return rule === 'member' || rule === 'facilitator'
}
