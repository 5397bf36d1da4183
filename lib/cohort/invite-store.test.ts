import { expect, it } from 'vitest'
import { hashOfToken } from '#lib/account/new-id.ts'
import { accountRow } from '#lib/testing/cohort-people.ts'
import { describeDatabases, type Open } from '#lib/testing/databases.ts'
import { invitationsOf, invite, invitePath, inviteToken, withdrawInvitation } from './invite-store.ts'
import { joinCohort, leaveCohort } from './join-store.ts'
import { readAddresses } from './read-addresses.ts'
import { cohortFormSchema } from './schema.ts'
import { createCohort, setArchived } from './store.ts'

const now = Date.UTC(2026, 10, 22, 9)
const secret = 'a secret of more than thirty-two characters'
const nadia = { id: 'nadia', name: 'Ms nadia' }

async function made(open: Open) {
  const db = await open()
  await db.insertInto('auth_user').values(accountRow('nadia', 'facilitator')).execute()
  const created = await createCohort(db, nadia, cohortFormSchema.parse({ name: 'Autumn', timeZone: 'Asia/Dhaka' }), now)
  if (!created.ok) throw new Error(created.code)
  const { id, code } = created.value
  const send = async (text: string, at = now) => {
    const sent = await invite(db, nadia, id, readAddresses(text).people, { now: at, secret })
    return sent.ok ? { invited: sent.value.invited.map(({ email, name }) => `${name} <${email}>`), already: sent.value.already } : sent.code
  }
  return { db, id, code, send }
}

describeDatabases('inviting by a list', (open) => {
  it('keeps one invitation for each address, and tells who was invited before and who is in', async () => {
    const { db, id, code, send } = await made(open)
    await joinCohort(db, 'b'.repeat(32), { code, name: 'Ben', email: 'ben@relief.example' }, now)
    expect(await send('Amal Haddad <Amal@relief.example>\nben@relief.example')).toEqual({
      invited: ['Amal Haddad <amal@relief.example>'],
      already: [{ email: 'ben@relief.example', line: 2, joined: true }],
    })
    expect(await send('chi@relief.example\namal@relief.example', now + 1)).toEqual({
      invited: [' <chi@relief.example>'],
      already: [{ email: 'amal@relief.example', line: 2, joined: false }],
    })
    expect((await invitationsOf(db, id)).map(({ email, invitedAt }) => [email, invitedAt])).toEqual([
      ['chi@relief.example', now + 1],
      ['amal@relief.example', now],
    ])
    const audit = await db.selectFrom('audit').select(['detail']).where('action', '=', 'cohort.invite').orderBy('at').execute()
    expect(audit.map(({ detail }) => detail)).toEqual(['{"people":1}', '{"people":1}'])
  })

  it('keeps nothing that opens the link: the token is made again from the id and the secret', async () => {
    const { db, id, code, send } = await made(open)
    await send('amal@relief.example')
    const [one] = await invitationsOf(db, id)
    const row = await db.selectFrom('cohort_invitation').selectAll().executeTakeFirstOrThrow()
    const token = inviteToken(one!.id, secret)
    expect(row.token_hash).toBe(hashOfToken(token))
    expect(JSON.stringify(row)).not.toContain(token)
    expect(inviteToken(one!.id, 'another secret of more than thirty-two letters')).not.toBe(token)
    expect(invitePath(code, one!.id, secret)).toBe(`/join/${code}?invite=${token}`)
  })

  it('makes a withdrawn one good again, with the same link', async () => {
    const { db, id, send } = await made(open)
    await send('amal@relief.example')
    const [one] = await invitationsOf(db, id)
    expect((await withdrawInvitation(db, nadia, id, one!.id, now)).ok).toBe(true)
    expect(await withdrawInvitation(db, nadia, id, one!.id, now)).toEqual({ ok: false, code: 'not_found' })
    expect(await withdrawInvitation(db, nadia, '0'.repeat(26), one!.id, now)).toEqual({ ok: false, code: 'not_found' })
    expect(await send('Amal <amal@relief.example>', now + 1)).toMatchObject({ invited: ['Amal <amal@relief.example>'] })
    expect(await invitationsOf(db, id)).toMatchObject([{ id: one!.id, name: 'Amal', invitedAt: now + 1, withdrawnAt: null }])
  })

  it('asks somebody again who was in and has left', async () => {
    const { db, id, code, send } = await made(open)
    await send('amal@relief.example')
    const [one] = await invitationsOf(db, id)
    await joinCohort(db, 'a'.repeat(32), { code, name: 'Amal', invite: inviteToken(one!.id, secret) }, now)
    expect(await send('amal@relief.example')).toMatchObject({ already: [{ joined: true }] })
    await leaveCohort(db, id, 'a'.repeat(32), now)
    expect(await send('amal@relief.example')).toMatchObject({ invited: [' <amal@relief.example>'], already: [] })
    expect(await invitationsOf(db, id)).toMatchObject([{ joinedAt: null, joinedLearner: null }])
  })

  it('takes two thousand at once', async () => {
    const { db, id, send } = await made(open)
    const sent = await send(Array.from({ length: 2000 }, (_, i) => `Person ${i},p${i}@relief.example`).join('\n'))
    expect(sent).toMatchObject({ already: [] })
    expect(await invitationsOf(db, id)).toHaveLength(2000)
  })

  it('is refused of an archived cohort', async () => {
    const { db, id, send } = await made(open)
    await setArchived(db, nadia, id, true, now)
    expect(await send('amal@relief.example')).toBe('cohort_archived')
    expect(await invitationsOf(db, id)).toEqual([])
  })
})
