/**
 * For the test of permissions: one request for each method of each route that succeeds where whoever asks may. What is not said is
 * filled in from the cohort that is asked about.
 */

import { randomBytes } from 'node:crypto'
import { courseRecord } from '#app/api/course-record.ts'
import { quizContent } from '#app/api/quiz/quiz-content.ts'
import type { Code } from '#app/api/status-of-code.ts'
import { newId } from '#lib/account/new-id.ts'
import { switchCopiesOn, writeCopy } from '#lib/account/private-copy-store.ts'
import { config } from '#lib/config/read-config.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import { objectId } from '#lib/course/schema.ts'
import { achievementOf } from '#lib/credential/achievement-of.ts'
import { makeCertificateId } from '#lib/credential/certificate-id.ts'
import { database } from '#lib/db/client.ts'
import { signAddress } from '#lib/letter/unsubscribe-token.ts'
import { bookmarksKey } from '#lib/notebook/bookmarks.ts'
import { isDrawable } from '#lib/quiz/interactions/registry.ts'
import { startAttempt } from '#lib/quiz/store.ts'
import { uuid7 } from '#lib/statement/uuid7.ts'
import type { Asker, Place } from '#lib/testing/cohort-people.ts'
import { keyOf } from '#lib/testing/quiz-items.ts'
import { someDay } from '#lib/testing/small-course.ts'

export type Sample = {
  params?: (place: Place) => Record<string, string | string[]>
  query?: (place: Place) => Record<string, string>
  /** @param params that name what the asker owns, where `own` gives some */
  body?: (place: Place, params: Readonly<Record<string, string>>) => unknown
  /** what even who may is told, because of what is asked for here: a code, or a status where the answer is no JSON */
  told?: Code | number
  /** who facilitates the cohort asks as somebody who is in it, too: else there is nothing to do here */
  joins?: true
  before?: (asker: Asker, place: Place) => Promise<void>
  /** a program that reads letters or checks credentials asks, not a page of the site: no address of a page, no JSON */
  fromAnywhere?: true
  /** makes the asker's own of what the address names, and gives the parameters that name it */
  own?: (asker: Asker) => Promise<Record<string, string>>
  /** what everybody else is told of that */
  foreign?: Code
}

const module = 'networking'
const assignment = { everyone: true, dueOn: '2027-01-31' }
const copied = { key: bookmarksKey, value: ['networking'] }
const addressOf = (invitation: string) => `${invitation}@relief.example`
const statementId = () => uuid7(Date.now(), randomBytes(10))

async function activity(): Promise<string> {
  return objectId.moduleActivity(module, (await loadCourse()).modules.get(module)!.module.task.id)
}

async function ownAttempt({ learner }: Asker): Promise<Record<string, string>> {
  const fresh = { id: statementId(), seed: newId() }
  const content = (await quizContent())(module)!
  const started = await startAttempt(await database(), learner!, content, fresh, { now: Date.now(), course: await courseRecord() })
  if (!started.ok) throw new Error(started.code)
  return { attempt: started.value.id, item: started.value.items[0]!.id }
}

async function responseTo(id: string | undefined): Promise<unknown> {
  const item = (await loadCourse()).modules
    .get(module)!
    .items.filter(isDrawable)
    .find((one) => one.id === id)
  return item && keyOf(item)
}

async function ownCertificate({ learner }: Asker): Promise<Record<string, string>> {
  return { id: await certify(learner!, makeCertificateId(randomBytes(10))) }
}

/** The number of the certificate that somebody of this place has. */
const numberOf = ({ learner }: Place) => makeCertificateId(Buffer.from(learner, 'hex'))

async function certify(actor: string, id: string): Promise<string> {
  const achievement = JSON.stringify(achievementOf(await loadCourse(), module))
  const dates = { issued_at: someDay, updated_at: someDay }
  const row = { id, actor, module, name: 'Amal', version: 1, template: 'module', achievement, ...dates }
  await (await database()).insertInto('certificate').values(row).execute()
  return id
}

async function keepCopy({ learner }: Asker): Promise<void> {
  if (learner === null) return
  await switchCopiesOn(await database(), learner, Date.now())
}

export const sampleRequests: Readonly<Record<string, Sample>> = {
  'GET /api/[...unknown]': { told: 'not_found' },
  'POST /api/[...unknown]': { told: 'not_found' },
  'PUT /api/[...unknown]': { told: 'not_found' },
  'PATCH /api/[...unknown]': { told: 'not_found' },
  'DELETE /api/[...unknown]': { told: 'not_found' },
  'GET /certificates/[id]/image.png': { params: () => ({ id: '0000-0000-0000-0000' }), told: 404 },
  'GET /certificates/[id]/badge.png': { params: () => ({ id: '0000-0000-0000-0000' }), told: 404 },
  'GET /certificates/[id]/certificate.pdf': { params: () => ({ id: '0000-0000-0000-0000' }), told: 404 },
  'GET /certificates/[id]/credential.json': { params: () => ({ id: '0000-0000-0000-0000' }), told: 'certificate_not_found' },
  'GET /credentials/status/[list]': { params: () => ({ list: '999999' }), told: 'not_found' },
  'GET /achievements/[id]': { params: () => ({ id: module }) },
  'GET /issuer/logo.png': { told: 'not_found' },
  'OPTIONS /certificates/[id]/credential.json': { fromAnywhere: true },
  'OPTIONS /credentials/status/[list]': { fromAnywhere: true },
  'OPTIONS /achievements/[id]': { fromAnywhere: true },
  'OPTIONS /.well-known/did.json': { fromAnywhere: true },
  'GET /find/[edition]/[file]': { params: () => ({ edition: 'en-now', file: 'outline.json' }) },

  'GET /api/unsubscribe': { query: () => ({ token: 'nothing' }), told: 303 },
  'POST /api/bounce': { body: () => ({}), told: 'not_found', fromAnywhere: true },
  'POST /api/unsubscribe': {
    query: () => ({ token: signAddress('nobody@relief.example', config().secret) }),
    body: () => ({}),
    told: 'malformed',
    fromAnywhere: true,
  },

  'GET /api/auth/[...path]': { params: () => ({ path: ['passkey', 'generate-authenticate-options'] }) },
  'POST /api/auth/[...path]': { params: () => ({ path: ['sign-out'] }), body: () => ({}) },
  'POST /api/account/setup': {
    body: () => ({ token: 'x'.repeat(26), name: 'Amal', email: 'amal@relief.example', password: 'a long enough one' }),
    told: 'setup_done',
  },
  'POST /api/account/invited': { body: () => ({ token: 'x'.repeat(26) }), told: 'link_over' },
  'POST /api/account/invited/look': { body: () => ({ token: 'x'.repeat(26) }), told: 'link_over' },
  'POST /api/account/link/look': { body: () => ({ token: 'x'.repeat(26) }), told: 'link_over' },
  'DELETE /api/account/devices/[session]': { own: async ({ session }) => ({ session: session! }), foreign: 'not_found' },
  'POST /api/account/sign-out-everywhere': { body: () => ({}) },

  'POST /api/statements': { body: () => ({ statements: [] }) },
  'POST /api/quiz/attempts': { body: () => ({ module }) },
  'GET /api/quiz/attempts/[attempt]': { own: ownAttempt, foreign: 'attempt_not_found' },
  'POST /api/quiz/attempts/[attempt]/finish': { own: ownAttempt, told: 'out_of_order', foreign: 'attempt_not_found' },
  'POST /api/quiz/attempts/[attempt]/responses': {
    own: ownAttempt,
    body: async (_, { item }) => ({ id: statementId(), item, response: await responseTo(item) }),
    foreign: 'attempt_not_found',
  },
  'GET /api/certificates': { query: () => ({ module }) },
  'POST /api/certificates': { body: () => ({ module, name: 'Amal' }), told: 'not_satisfied' },
  'POST /api/certificates/preview': { body: () => ({ module, name: 'Amal' }), told: 'not_satisfied' },
  'PUT /api/certificates/[id]': { own: ownCertificate, body: () => ({ name: 'Amal Haddad' }), foreign: 'certificate_not_found' },
  'PUT /api/private': { body: () => ({ keep: true }) },
  'GET /api/private/copy': {
    query: () => ({ key: copied.key }),
    before: async (asker) => {
      await keepCopy(asker)
      if (asker.learner !== null) await writeCopy(await database(), asker.learner, { ...copied, over: 0 }, Date.now())
    },
  },
  'PUT /api/private/copy': { body: () => ({ ...copied, over: 0 }), before: keepCopy },
  'GET /api/reflections': { query: () => ({ object: 'networking/plan' }) },
  'POST /api/reflections': { body: async ({ cohort }) => ({ cohort, object: await activity(), words: 'Three names.' }), joins: true },
  'DELETE /api/reflections': { body: ({ cohort }) => ({ cohort, object: 'networking/plan' }) },
  'POST /api/me/erase': { body: () => ({ word: 'erase' }) },

  'GET /api/join': { query: ({ code }) => ({ code }) },
  'POST /api/join': {
    // the person who was taken out comes back with an invitation only
    body: ({ code, inviteToken }) => ({ code, name: 'Amal', invite: inviteToken }),
  },
  'POST /api/cohorts': { body: () => ({ name: 'Autumn', timeZone: 'Asia/Dhaka' }) },
  'PUT /api/cohorts/[cohort]': { body: () => ({ name: 'Winter', timeZone: 'Asia/Dhaka' }) },
  'POST /api/cohorts/[cohort]/assignments': { body: () => ({ ...assignment, modules: ['active-listening'] }) },
  'PUT /api/cohorts/[cohort]/assignments/[assignment]': { body: () => assignment },
  'PUT /api/cohorts/[cohort]/assignments/order': { body: (place) => ({ ids: [place.assignment] }) },
  'PUT /api/cohorts/[cohort]/code': { body: () => ({ open: false }) },
  'POST /api/cohorts/[cohort]/facilitators': { body: ({ guideEmail }) => ({ email: guideEmail }) },
  'DELETE /api/cohorts/[cohort]/facilitators/[user]': { params: ({ cohort, guide }) => ({ cohort, user: guide }) },
  'POST /api/cohorts/[cohort]/invitations': { body: () => ({ text: 'Ben <ben@relief.example>' }) },
  'POST /api/cohorts/[cohort]/leave': { joins: true },
  'PUT /api/cohorts/[cohort]/letters': { body: () => ({ ids: [newId()], state: 'handed' }) },
  'PUT /api/cohorts/[cohort]/letters/addresses': {
    body: ({ invitation }) => ({ address: addressOf(invitation) }),
    before: async (_, { invitation }) => {
      const row = { address: addressOf(invitation), reason: 'bounced', detail: 'no such person', at: someDay }
      await (await database()).insertInto('stopped_address').values(row).execute()
    },
  },
  'PUT /api/cohorts/[cohort]/members/[learner]': { params: ({ cohort, removed }) => ({ cohort, learner: removed }) },

  'POST /api/account/people/[user]/reset-link': { body: () => ({}) },
  'POST /api/account/people/[user]/role': { body: () => ({ role: 'learner' }) },
  'POST /api/account/people/[user]/second-factor-off': { body: () => ({}), told: 'two_factor_off' },
  'POST /api/account/people/[user]/sign-out': { body: () => ({}) },
  'POST /api/account/invitations': { body: () => ({ email: `${newId()}@relief.example`, role: 'facilitator' }) },
  'DELETE /api/account/invitations/[invitation]': { params: ({ staffInvitation }) => ({ invitation: staffInvitation }) },
  'PUT /api/account/issuer': {
    body: () => ({
      name: newId(),
      url: 'relief.example',
      email: '',
      description: '',
      signatoryName: '',
      signatoryTitle: '',
    }),
  },
  'POST /api/account/certificates/[certificate]/revoke': {
    params: (place) => ({ certificate: numberOf(place) }),
    before: async (_, place) => void (await certify(place.learner, numberOf(place))),
    body: () => ({ reason: 'Given by mistake.' }),
  },
}
