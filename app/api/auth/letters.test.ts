/** Accounts of a site with a mail server: links that sign in, prove an address and give a new password. */
import { describe, expect, it, vi } from 'vitest'
import { type DatabaseKind, database } from '#lib/db/client.ts'
import { Browser, password, place, site, tokenIn } from '#lib/testing/browser-fixture.ts'
import { smallCourse, smallRules, statement } from '#lib/testing/small-course.ts'

vi.mock('#app/api/course-record.ts', () => ({ courseRecord: async () => smallCourse, progressRules: async () => smallRules }))

const read = () => statement({ verb: 'experienced', object: 'networking/lessons/hello' })

async function letters(to: string): Promise<{ kind: string; subject: string; body: string }[]> {
  const db = await database()
  return db
    .selectFrom('letter')
    .select(['kind', 'subject', 'body'])
    .where('to_address', '=', to)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}
async function linkTo(to: string, kind: string): Promise<string> {
  const letter = (await letters(to)).filter((one) => one.kind === kind).at(-1)
  return /https?:\/\/\S+/.exec(letter?.body ?? '')?.[0] ?? `no letter of the kind ${kind}`
}

describe.each<DatabaseKind>(['sqlite', 'postgresql'])('letters of accounts on %s', (kind) => {
  place(kind, { SMTP_URL: 'smtp://localhost:2525' })

  it('sign in by a link, once, and take the guest’s record along', async () => {
    const browser = new Browser()
    const work = read()
    await browser.send([work])
    expect((await browser.post('sign-in/magic-link', { email: 'Link@Example.org', callbackURL: '/modules/networking' })).ok).toBe(true)
    const link = new URL(await linkTo('link@example.org', 'sign-in'))
    expect(`${link.origin}${link.pathname}`).toBe(`${site}/sign-in/link`)
    expect(link.searchParams.get('next')).toBe('/modules/networking')
    const token = link.searchParams.get('token')!
    const { value } = await browser.post('magic-link/verify', { token })
    expect(value).toMatchObject({ merged: 'linked', user: { email: 'link@example.org', name: 'link' } })
    expect(await browser.record()).toEqual([work.id])
    expect((await browser.account()).value).toMatchObject({ emailVerified: true, password: false, mail: true })
    expect(await new Browser().post('magic-link/verify', { token })).toMatchObject({ status: 410, code: 'link_over' })
    const rows = await (await database()).selectFrom('auth_verification').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'lead nowhere else: %s',
    async (callbackURL) => {
      await new Browser().post('sign-in/magic-link', { email: 'next@example.org', callbackURL })
      expect(await linkTo('next@example.org', 'sign-in')).not.toContain('evil')
    },
  )

  it('give a new password by a link, once, and end all sessions', async () => {
    const browser = new Browser()
    await browser.signUp('forgot@example.org')
    const stranger = new Browser()
    expect(await stranger.post('request-password-reset', { email: 'forgot@example.org' })).toMatchObject({ ok: true })
    // the same words for an address that nobody has
    expect((await stranger.post('request-password-reset', { email: 'nobody@example.org' })).value).toEqual(
      (await stranger.post('request-password-reset', { email: 'forgot@example.org' })).value,
    )
    expect(await letters('nobody@example.org')).toEqual([])
    const token = tokenIn(await linkTo('forgot@example.org', 'password'))
    const newPassword = 'a password of today'
    expect(await stranger.post('reset-password', { token, newPassword: 'short' })).toMatchObject({ code: 'password_too_short' })
    expect((await stranger.post('reset-password', { token, newPassword })).ok).toBe(true)
    expect(await stranger.post('reset-password', { token, newPassword })).toMatchObject({ code: 'link_over' })
    expect((await browser.account()).value.user).toBeNull()
    expect(await browser.signIn('forgot@example.org')).toMatchObject({ code: 'wrong_password' })
    expect((await browser.signIn('forgot@example.org', newPassword)).ok).toBe(true)
  })

  it('prove an address, and change it only when the new one has answered', async () => {
    const browser = new Browser()
    await browser.signUp('prove@example.org')
    expect((await browser.account()).value.emailVerified).toBe(false)
    expect((await browser.post('verify-email', { token: tokenIn(await linkTo('prove@example.org', 'verify-email')) })).ok).toBe(true)
    expect((await browser.account()).value.emailVerified).toBe(true)
    expect((await browser.post('change-email', { newEmail: 'proven@example.org' })).ok).toBe(true)
    expect((await browser.account()).value.user.email).toBe('prove@example.org')
    expect((await browser.post('verify-email', { token: tokenIn(await linkTo('proven@example.org', 'change-email')) })).ok).toBe(true)
    expect((await browser.account()).value.user.email).toBe('proven@example.org')
  })

  it('take away what a stranger prepared at an address that was never theirs', async () => {
    const thief = new Browser()
    await thief.signUp('owner@example.org')
    const owner = new Browser()
    await owner.post('sign-in/magic-link', { email: 'owner@example.org' })
    await owner.post('magic-link/verify', { token: tokenIn(await linkTo('owner@example.org', 'sign-in')) })
    expect((await owner.account()).value.user.email).toBe('owner@example.org')
    expect((await thief.account()).value.user).toBeNull()
    expect(await thief.signIn('owner@example.org')).toMatchObject({ code: 'wrong_password' })
  })

  it('sign nobody in past a second factor', async () => {
    const browser = new Browser()
    await browser.signUp('factor@example.org')
    const db = await database()
    await db.updateTable('auth_user').set({ twoFactorEnabled: 1 }).where('email', '=', 'factor@example.org').execute()
    await new Browser().post('sign-in/magic-link', { email: 'factor@example.org' })
    const letter = (await letters('factor@example.org')).find((one) => one.kind === 'sign-in')!
    expect(letter.subject).toBe('How to sign in')
    expect(letter.body).not.toContain('token=')
  })

  it('do not fill a stranger’s mailbox, and do not say so', async () => {
    const replies = []
    for (let n = 0; n < 6; n++) replies.push(await new Browser().post('sign-in/magic-link', { email: 'mailbox@example.org' }))
    expect(replies.map(({ status, value }) => ({ status, value }))).toEqual(Array(6).fill({ status: 200, value: { status: true } }))
    expect(await letters('mailbox@example.org')).toHaveLength(4)
  })

  it('let somebody who came by links choose a password, and sign in with it', async () => {
    const browser = new Browser()
    await browser.post('sign-in/magic-link', { email: 'links@example.org' })
    await browser.post('magic-link/verify', { token: tokenIn(await linkTo('links@example.org', 'sign-in')) })
    expect(await browser.post('two-factor/enable', { password })).toMatchObject({ ok: false, code: 'wrong_password' })
    await browser.post('request-password-reset', { email: 'links@example.org' })
    await browser.post('reset-password', { token: tokenIn(await linkTo('links@example.org', 'password')), newPassword: password })
    expect((await browser.signIn('links@example.org')).ok).toBe(true)
    expect((await browser.account()).value.password).toBe(true)
  })
})
