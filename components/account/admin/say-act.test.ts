import { describe, expect, it } from 'vitest'
import messages from '#lib/message/en/admin.json' with { type: 'json' }
import { sayAct } from './say-act.ts'

const names = new Map([
  ['account:a', 'Amina Yusuf'],
  ['cohort:c', 'Harda, autumn'],
])
const said = (action: string, object: string, detail: unknown) =>
  sayAct({ action, object, detail }, (one) => names.get(one) ?? null, messages)

describe('an entry of the log', () => {
  it.each([
    ['account.second-factor-off', 'account:a', {}],
    ['site.setup', 'account:a', {}],
    ['staff.invite', 'invitation:i', { email: 'ana@example.org', role: 'facilitator' }],
    ['staff.withdraw', 'invitation:i', { email: 'ana@example.org' }],
    ['staff.join', 'account:a', { invitation: 'i', role: 'administrator' }],
    ['account.role', 'account:a', { from: 'learner', to: 'facilitator' }],
    ['account.reset-link', 'account:a', {}],
    ['account.sign-out', 'account:a', { sessions: 2 }],
    ['issuer.change', 'site', { name: 'Hill Districts Relief', changed: ['name'] }],
    ['issuer.key', 'site', { key: 'z6Mk' }],
    ['issuer.key-revoke', 'site', { key: 'z6Mk' }],
    ['certificate.revoke', 'certificate:7K3D-90QF-XM2A-BT5Z', { certificate: '7K3D-90QF-XM2A-BT5Z', reason: 'Given by mistake.' }],
    ['certificate.reissue', 'site', { checked: 3, signed: 2, repaired: 1 }],
    ['cohort.create', 'cohort:c', { name: 'Harda' }],
    ['cohort.edit', 'cohort:c', { name: 'Harda' }],
    ['cohort.archive', 'cohort:c', {}],
    ['cohort.unarchive', 'cohort:c', {}],
    ['cohort.code.open', 'cohort:c', { expires: null }],
    ['cohort.code.close', 'cohort:c', {}],
    ['cohort.code.new', 'cohort:c', {}],
    ['cohort.invite', 'cohort:c', { people: 3 }],
    ['cohort.invite.withdraw', 'cohort:c', { invitation: 'i' }],
    ['cohort.member.remove', 'cohort:c', { learner: 'l' }],
    ['cohort.member.restore', 'cohort:c', { learner: 'l' }],
    ['cohort.facilitator.add', 'cohort:c', { user: 'a', name: 'Amina' }],
    ['cohort.facilitator.remove', 'cohort:c', { user: 'a', name: 'Amina' }],
    ['cohort.letters.allow', 'cohort:c', { address: 'ana@example.org' }],
    ['cohort.assign', 'cohort:c', { modules: ['networking'], everyone: true, people: 0 }],
    ['cohort.assign.change', 'cohort:c', { assignment: 'x', module: 'networking' }],
    ['cohort.assign.end', 'cohort:c', { assignment: 'x', module: 'networking' }],
    ['cohort.assign.order', 'cohort:c', {}],
  ])('is a whole sentence: %s', (action, object, detail) => {
    expect(said(action, object, detail)).toMatch(/^[A-Z].* .*\.\u2069?$/)
    expect(said(action, object, detail)).not.toMatch(/[{}]/)
  })
  it('says roles in the words of the site, and names as they are', () => {
    expect(said('account.role', 'account:a', { from: 'learner', to: 'facilitator' })).toContain('Amina Yusuf')
    expect(said('account.role', 'account:a', { from: 'learner', to: 'facilitator' })).not.toContain('learner to')
    expect(said('cohort.invite', 'cohort:c', { people: 1 })).toContain('1 person')
  })
  it('still says something of what is gone, and of an act without a sentence', () => {
    expect(said('account.role', 'account:erased', { from: 'learner', to: 'facilitator' })).not.toMatch(/undefined|null|[{}]/)
    expect(said('certificate.revoke', 'erased', '')).not.toMatch(/undefined|null|[{}]/)
    expect(said('something.new', 'site', null)).toBe('something.new')
  })
})
