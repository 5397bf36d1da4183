/**
 * Which row of the permission table stands before each route and each page. A route, a method or a page without a row fails
 * app/api/permissions.test.ts, which knocks at all of them as everybody. Pure.
 * Keys are addresses as Next has them, `[…]` for what changes.
 */
import type { Action } from './permissions.ts'

export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const
export type Method = (typeof methods)[number]
type Rows = Readonly<Partial<Record<Method, Action>>>

const unknown = { GET: 'public.read', POST: 'public.read', PUT: 'public.read', PATCH: 'public.read', DELETE: 'public.read' } as const

export const routePermissions = {
  '/api/[...unknown]': unknown,
  '/api/health': { GET: 'public.read' },
  '/certificates/[id]/image.png': { GET: 'public.certificate' },
  '/certificates/[id]/badge.png': { GET: 'public.certificate' },
  '/certificates/[id]/certificate.pdf': { GET: 'public.certificate' },
  '/certificates/[id]/credential.json': { GET: 'public.certificate', OPTIONS: 'public.certificate' },
  '/credentials/status/[list]': { GET: 'public.certificate', OPTIONS: 'public.certificate' },
  '/achievements/[id]': { GET: 'public.certificate', OPTIONS: 'public.certificate' },
  '/issuer/logo.png': { GET: 'public.certificate' },
  '/.well-known/did.json': { GET: 'public.certificate', OPTIONS: 'public.certificate' },
  '/find/[edition]/[file]': { GET: 'public.read' },

  // by a token that came in a letter, from whatever program reads it
  '/api/unsubscribe': { GET: 'public.unsubscribe', POST: 'public.unsubscribe' },
  '/api/bounce': { POST: 'public.bounce' },

  // signing in, and what an account is
  '/api/auth/[...path]': { GET: 'public.sign-in', POST: 'public.sign-in' },
  '/api/account': { GET: 'public.sign-in' },
  '/api/account/setup': { POST: 'public.setup' },
  '/api/account/invited': { POST: 'public.setup' },
  '/api/account/invited/look': { POST: 'public.setup' },
  '/api/account/link/look': { POST: 'public.sign-in' },
  '/api/account/devices': { GET: 'self.devices' },
  '/api/account/devices/[session]': { DELETE: 'self.devices' },
  '/api/account/sign-out-everywhere': { POST: 'self.devices' },

  // one's own record
  '/api/statements': { GET: 'self.record', POST: 'self.record' },
  '/api/quiz/attempts': { POST: 'self.record' },
  '/api/quiz/attempts/[attempt]': { GET: 'self.record' },
  '/api/quiz/attempts/[attempt]/responses': { POST: 'self.record' },
  '/api/quiz/attempts/[attempt]/finish': { POST: 'self.record' },
  '/api/review/deck': { GET: 'self.record' },
  '/api/certificates': { GET: 'self.certificates', POST: 'self.certificates' },
  '/api/certificates/[id]': { PUT: 'self.certificates' },
  '/api/certificates/preview': { POST: 'self.certificates' },
  '/api/private': { GET: 'self.private', PUT: 'self.private', DELETE: 'self.private' },
  '/api/private/copy': { GET: 'self.private', PUT: 'self.private' },
  '/api/reflections': { GET: 'self.cohorts', POST: 'self.share', DELETE: 'self.cohorts' },
  '/api/me/assignments': { GET: 'self.cohorts' },
  '/api/me/export': { GET: 'self.download' },
  '/api/me/erase': { POST: 'self.erase' },

  // cohorts
  '/api/join': { GET: 'public.join', POST: 'public.join' },
  '/api/cohorts': { GET: 'cohort.list', POST: 'cohort.create' },
  '/api/cohorts/[cohort]': { GET: 'cohort.see', PUT: 'cohort.edit' },
  '/api/cohorts/[cohort]/archive': { PUT: 'cohort.archive', DELETE: 'cohort.archive' },
  '/api/cohorts/[cohort]/assignments': { GET: 'cohort.see', POST: 'cohort.assign' },
  '/api/cohorts/[cohort]/assignments/[assignment]': { PUT: 'cohort.assign', DELETE: 'cohort.assign' },
  '/api/cohorts/[cohort]/assignments/order': { PUT: 'cohort.assign' },
  '/api/cohorts/[cohort]/certificates': { GET: 'cohort.certificates' },
  '/api/cohorts/[cohort]/code': { PUT: 'cohort.invite', POST: 'cohort.invite' },
  '/api/cohorts/[cohort]/export': { GET: 'cohort.export' },
  '/api/cohorts/[cohort]/facilitators': { GET: 'cohort.see', POST: 'cohort.facilitators' },
  '/api/cohorts/[cohort]/facilitators/[user]': { DELETE: 'cohort.facilitators' },
  '/api/cohorts/[cohort]/invitations': { GET: 'cohort.invite', POST: 'cohort.invite' },
  '/api/cohorts/[cohort]/invitations/[invitation]': { DELETE: 'cohort.invite' },
  '/api/cohorts/[cohort]/leave': { POST: 'self.leave' },
  '/api/cohorts/[cohort]/live': { GET: 'cohort.live' },
  '/api/cohorts/[cohort]/members': { GET: 'cohort.members' },
  '/api/cohorts/[cohort]/members/[learner]': { PUT: 'cohort.members', DELETE: 'cohort.members' },
  '/api/cohorts/[cohort]/letters': { PUT: 'cohort.letters' },
  '/api/cohorts/[cohort]/letters/addresses': { PUT: 'cohort.letters' },
  '/facilitate/cohorts/[cohort]/modules/[module]/choices.csv': { GET: 'cohort.export' },
  '/facilitate/cohorts/[cohort]/modules/[module]/items.csv': { GET: 'cohort.export' },

  // the site
  '/api/account/people': { GET: 'admin.people' },
  '/api/account/people/[user]/reset-link': { POST: 'admin.people' },
  '/api/account/people/[user]/role': { POST: 'admin.roles' },
  '/api/account/people/[user]/second-factor-off': { POST: 'admin.people' },
  '/api/account/people/[user]/sign-out': { POST: 'admin.people' },
  '/api/account/invitations': { GET: 'admin.invite', POST: 'admin.invite' },
  '/api/account/invitations/[invitation]': { DELETE: 'admin.invite' },
  '/api/account/audit': { GET: 'admin.audit' },
  '/api/account/issuer': { GET: 'admin.issuer', PUT: 'admin.issuer' },
  '/api/account/certificates': { GET: 'admin.certificates' },
  '/api/account/certificates/[certificate]/revoke': { POST: 'admin.certificates' },
} as const satisfies Readonly<Record<string, Rows>>

/** What these name is one person's own. To everybody else, an administrator too, it is as if it were not there. */
export const heldBySomebody: readonly string[] = [
  '/api/account/devices/[session]',
  '/api/certificates/[id]',
  '/api/quiz/attempts/[attempt]',
  '/api/quiz/attempts/[attempt]/finish',
  '/api/quiz/attempts/[attempt]/responses',
]

/** Pages of `public.…` show everybody the same, or ask for who asks themselves and show what is that person's own. */
export const pagePermissions: Readonly<Record<string, Action>> = {
  '/': 'public.read',
  '/[...unknown]': 'public.read',
  '/certificates/[id]': 'public.certificate',
  '/framework': 'public.read',
  '/glossary': 'public.read',
  '/join': 'public.join',
  '/join/[code]': 'public.join',
  '/modules/[module]': 'public.read',
  '/modules/[module]/lessons/[lesson]': 'public.read',
  '/modules/[module]/quiz': 'public.read',
  '/modules/[module]/scenario': 'public.read',
  '/notebook': 'public.read',
  '/primer': 'public.read',
  '/review': 'public.read',
  '/toolkit': 'public.read',
  '/toolkit/[tool]': 'public.read',
  '/setup': 'public.setup',
  '/invited': 'public.setup',
  '/sign-in': 'public.sign-in',
  '/sign-in/link': 'public.sign-in',
  '/sign-up': 'public.sign-in',
  '/forgot': 'public.sign-in',
  '/reset-password': 'public.sign-in',
  '/verify': 'public.read',
  '/verify-email': 'public.sign-in',
  '/unsubscribe': 'public.unsubscribe',
  '/account': 'self.account',
  '/me': 'self.progress',
  '/admin': 'admin.people',
  '/admin/certificates': 'admin.certificates',
  '/admin/issuer': 'admin.issuer',
  '/admin/log': 'admin.audit',
  '/facilitate': 'cohort.list',
  '/facilitate/new': 'cohort.create',
  '/facilitate/cohorts/[cohort]': 'cohort.see',
  '/facilitate/cohorts/[cohort]/assignments': 'cohort.assign',
  '/facilitate/cohorts/[cohort]/certificates': 'cohort.certificates',
  '/facilitate/cohorts/[cohort]/invite': 'cohort.invite',
  '/facilitate/cohorts/[cohort]/letters': 'cohort.letters',
  '/facilitate/cohorts/[cohort]/people': 'cohort.members',
  '/facilitate/cohorts/[cohort]/settings': 'cohort.edit',
  '/facilitate/cohorts/[cohort]/learners/[learner]': 'learner.see',
  '/facilitate/cohorts/[cohort]/modules/[module]': 'cohort.report',
  '/facilitate/cohorts/[cohort]/summary': 'cohort.report',
}
