/** Accounts of a site with a mail server: links that sign in, prove an address and give a new password. */
import { describe, expect, it, vi } from 'vitest'
import { POST as look } from '#app/api/account/link/look/route.ts'
import { makePasswordToken } from '#lib/account/auth-store.ts'
import { budgets } from '#lib/account/throttle.ts'
import { type DatabaseKind, database } from '#lib/db/client.ts'
import { Browser, password, place, site, tokenIn } from '#lib/testing/browser-fixture.ts'
import { inOneStretch } from '#lib/testing/one-stretch.ts'
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

  it('say whose account they open, and what joins it, before anybody presses', async () => {
    const [guest, stranger] = [new Browser(), new Browser()]
    await guest.send([read()])
    await guest.post('sign-in/magic-link', { email: 'seen@example.org' })
    const token = tokenIn(await linkTo('seen@example.org', 'sign-in'))
    const see = (browser: Browser, given: unknown) => browser.call(look, 'POST', 'account/link/look', { token: given })
    expect((await see(guest, token)).value).toEqual({ email: 's…@example.org', joins: true })
    // looking uses nothing up
    expect((await see(stranger, token)).value).toEqual({ email: 's…@example.org', joins: false })
    expect(await see(stranger, `${token.slice(1)}x`)).toMatchObject({ status: 410, code: 'link_over' })
    await guest.post('magic-link/verify', { token })
    expect(await see(stranger, token)).toMatchObject({ status: 410, code: 'link_over' })
    await guest.post('sign-in/magic-link', { email: 'seen@example.org' })
    const later = tokenIn(await linkTo('seen@example.org', 'sign-in'))
    // the record belongs to an account by now: nothing joins
    expect((await see(guest, later)).value).toEqual({ email: 's…@example.org', joins: false })
    const over = new Date(Date.now() - 1).toISOString()
    await (await database()).updateTable('auth_verification').set({ expiresAt: over }).execute()
    expect(await see(stranger, later)).toMatchObject({ code: 'link_over' })
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

  /** Somebody makes an account with an address that is not theirs, and leaves in it what outlives its password. */
  async function squat(email: string, emailVerified = 0): Promise<string> {
    const thief = new Browser()
    await thief.signUp(email)
    const { id } = (await thief.account()).value.user
    const db = await database()
    await thief.post('two-factor/enable', { password })
    const now = new Date().toISOString()
    const key = { publicKey: 'k', credentialID: `key of ${id}`, counter: 0, deviceType: 'singleDevice', backedUp: 0 }
    await db
      .insertInto('auth_passkey')
      .values({ id: `key-${id}`, name: 'Mine', userId: id, ...key, transports: 'internal', aaguid: null, createdAt: now })
      .execute()
    await db
      .insertInto('auth_verification')
      .values({ id: `trust-${id}`, identifier: `trust-device-${id}`, value: id, expiresAt: '2999-01-01', createdAt: now, updatedAt: now })
      .execute()
    await db.updateTable('auth_user').set({ twoFactorEnabled: 1, emailVerified }).where('id', '=', id).execute()
    return id
  }
  async function left(id: string) {
    const db = await database()
    const count = async (table: 'auth_passkey' | 'auth_two_factor') =>
      (await db.selectFrom(table).select('id').where('userId', '=', id).execute()).length
    const user = await db.selectFrom('auth_user').select('twoFactorEnabled').where('id', '=', id).executeTakeFirstOrThrow()
    const links = await db.selectFrom('auth_verification').select('id').where('value', '=', id).execute()
    return {
      passkeys: await count('auth_passkey'),
      secrets: await count('auth_two_factor'),
      asksForCode: user.twoFactorEnabled === 1,
      links: links.length,
    }
  }
  const nothingLeft = { passkeys: 0, secrets: 0, asksForCode: false, links: 0 }

  it('leave no passkey and no second factor of a stranger to whoever proves the address by a link', async () => {
    const id = await squat('squatted@example.org')
    const owner = new Browser()
    await owner.post('sign-in/magic-link', { email: 'squatted@example.org' })
    expect((await owner.post('magic-link/verify', { token: tokenIn(await linkTo('squatted@example.org', 'sign-in')) })).ok).toBe(true)
    expect((await owner.account()).value).toMatchObject({ user: { id }, emailVerified: true, passkeys: 0, twoFactor: false })
    expect(await left(id)).toEqual(nothingLeft)
    // what the owner adds then is theirs, also when they come by a link again
    const now = new Date().toISOString()
    const key = { publicKey: 'k', credentialID: 'own key', counter: 0, deviceType: 'singleDevice', backedUp: 0 }
    await (await database())
      .insertInto('auth_passkey')
      .values({ id: `own-${id}`, name: 'Own', userId: id, ...key, transports: 'internal', aaguid: null, createdAt: now })
      .execute()
    await owner.post('sign-in/magic-link', { email: 'squatted@example.org' })
    await owner.post('magic-link/verify', { token: tokenIn(await linkTo('squatted@example.org', 'sign-in')) })
    expect((await owner.account()).value.passkeys).toBe(1)
  })

  it('leave neither to whoever chooses a new password, by letter or by a link of an administrator', async () => {
    for (const way of ['letter', 'administrator']) {
      const email = `${way}@example.org`
      const id = await squat(email)
      if (way === 'letter') await new Browser().post('request-password-reset', { email })
      const token = way === 'letter' ? tokenIn(await linkTo(email, 'password')) : (await makePasswordToken(id, Date.now())).token
      expect((await new Browser().post('reset-password', { token, newPassword: 'a password of today' })).ok).toBe(true)
      expect(await left(id)).toEqual(nothingLeft)
      expect((await new Browser().signIn(email, 'a password of today')).value.twoFactorRedirect).toBeUndefined()
    }
  })

  it('leave the second factor of a proven address, and no passkey, after a new password', async () => {
    const id = await squat('two@example.org', 1)
    await new Browser().post('request-password-reset', { email: 'two@example.org' })
    const token = tokenIn(await linkTo('two@example.org', 'password'))
    expect((await new Browser().post('reset-password', { token, newPassword: 'a password of today' })).ok).toBe(true)
    expect(await left(id)).toEqual({ ...nothingLeft, secrets: 1, asksForCode: true })
    expect((await new Browser().signIn('two@example.org', 'a password of today')).value.twoFactorRedirect).toBe(true)
  })

  it('prove an address only where the account it is about is signed in', async () => {
    const [thief, reader] = [new Browser(), new Browser()]
    await thief.signUp('pressed@example.org')
    const token = tokenIn(await linkTo('pressed@example.org', 'verify-email'))
    expect(await reader.post('verify-email', { token })).toMatchObject({ status: 401, code: 'sign_in_first' })
    await reader.signUp('reader@example.org')
    expect(await reader.post('verify-email', { token })).toMatchObject({ status: 403, code: 'other_account' })
    expect((await thief.account()).value.emailVerified).toBe(false)
    // nor does a press move an account to the address of whoever presses
    await thief.post('change-email', { newEmail: 'moved@example.org' })
    const moved = tokenIn(await linkTo('moved@example.org', 'change-email'))
    expect(await new Browser().post('verify-email', { token: moved })).toMatchObject({ code: 'sign_in_first' })
    expect(await reader.post('verify-email', { token: moved })).toMatchObject({ code: 'other_account' })
    expect((await thief.account()).value.user.email).toBe('pressed@example.org')
    // a word that looks like a token is none, signed in or not
    const forged = `x.${Buffer.from(JSON.stringify({ userId: (await thief.account()).value.user.id })).toString('base64url')}.x`
    expect(await thief.post('verify-email', { token: forged })).toMatchObject({ code: 'link_over' })
    expect(await thief.post('verify-email', { token: 'a.word.x' })).toMatchObject({ code: 'link_over' })
  })

  it('sign nobody in past a second factor', async () => {
    const browser = new Browser()
    await browser.signUp('factor@example.org')
    const db = await database()
    const switchOn = db.updateTable('auth_user').where('email', '=', 'factor@example.org')
    await switchOn.set({ emailVerified: 1 }).execute()
    // a link that was on its way when the second factor was switched on
    const early = new Browser()
    await early.post('sign-in/magic-link', { email: 'factor@example.org' })
    const token = tokenIn(await linkTo('factor@example.org', 'sign-in'))
    await switchOn.set({ twoFactorEnabled: 1 }).execute()
    expect(await early.post('magic-link/verify', { token })).toMatchObject({ status: 403, code: 'link_needs_code' })
    expect(early.cookies.has('cg_session')).toBe(false)
    expect(
      await db
        .selectFrom('auth_session')
        .select('id')
        .where('userId', '=', (await browser.account()).value.user.id)
        .execute(),
    ).toHaveLength(1)
    expect(await early.post('magic-link/verify', { token })).toMatchObject({ code: 'link_over' })

    await new Browser().post('sign-in/magic-link', { email: 'factor@example.org' })
    const letter = (await letters('factor@example.org')).filter((one) => one.kind === 'sign-in').at(-1)!
    expect(letter.subject).toBe('How to sign in')
    expect(letter.body).not.toContain('token=')
  })

  it(
    'do not fill a stranger’s mailbox, and do not say so',
    inOneStretch(budgets.lettersTo, async () => {
      const replies = []
      for (let n = 0; n < 6; n++) replies.push(await new Browser().post('sign-in/magic-link', { email: 'mailbox@example.org' }))
      expect(replies.map(({ status, value }) => ({ status, value }))).toEqual(Array(6).fill({ status: 200, value: { status: true } }))
      expect(await letters('mailbox@example.org')).toHaveLength(4)
    }),
  )

  it(
    'reach an owner whose letters a stranger has used up where they are',
    inOneStretch(budgets.lettersInMailbox, async () => {
      const owner = new Browser()
      await owner.signUp('wanted@example.org')
      const written = async () => (await letters('wanted@example.org')).length
      const ask = (browser: Browser, path = 'sign-in/magic-link') => browser.post(path, { email: 'wanted@example.org' })
      const before = await written()
      for (let n = 0; n < 6; n++) await ask(new Browser({ 'x-forwarded-for': '192.0.2.77' }))
      expect(await written()).toBe(before + 4)
      // from elsewhere, for something else, and from their own browser in the very same network
      await ask(new Browser({ 'x-forwarded-for': '198.51.100.77' }))
      expect(await written()).toBe(before + 5)
      await ask(new Browser({ 'x-forwarded-for': '192.0.2.77' }), 'request-password-reset')
      expect(await written()).toBe(before + 6)
      owner.headers['x-forwarded-for'] = '192.0.2.77'
      await ask(owner)
      expect(await written()).toBe(before + 7)
      // strangers from everywhere fill no mailbox, and take nothing from a browser that is known
      for (let n = 0; n < 30; n++) await ask(new Browser({ 'x-forwarded-for': `198.18.0.${n}` }))
      const full = await written()
      expect(full).toBe(budgets.lettersInMailbox.most + 1)
      await ask(owner)
      expect(await written()).toBe(full + 1)
      // what was not written is not counted: an address that nobody has gets no letters of this kind
      for (let n = 0; n < 30; n++)
        await new Browser({ 'x-forwarded-for': `198.18.1.${n}` }).post('request-password-reset', { email: 'later@example.org' })
      await new Browser().signUp('later@example.org')
      await new Browser().post('request-password-reset', { email: 'later@example.org' })
      expect((await letters('later@example.org')).map(({ kind }) => kind).sort()).toEqual(['password', 'verify-email'])
    }),
  )

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
