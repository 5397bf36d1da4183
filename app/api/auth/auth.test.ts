import { createHmac } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { tokenInCookies } from '#lib/account/session-cookie.ts'
import { budgets } from '#lib/account/throttle.ts'
import { throttleKey } from '#lib/account/throttle-store.ts'
import { type DatabaseKind, database } from '#lib/db/client.ts'
import { storeStatements } from '#lib/statement/store.ts'
import { Browser, password, place, secret, site } from '#lib/testing/browser-fixture.ts'
import { smallCourse, smallRules, statement } from '#lib/testing/small-course.ts'

vi.mock('#app/api/course-record.ts', () => ({ courseRecord: async () => smallCourse, progressRules: async () => smallRules }))

const read = (lesson = 'hello') => statement({ verb: 'experienced', object: `networking/lessons/${lesson}` })
const ids = (statements: readonly { id: string }[]) => statements.map(({ id }) => id)

/** The six digits that an app shows now (RFC 6238), from the address in the QR. */
function codeOf(totpUri: string, step = 0): string {
  const given = new URL(totpUri).searchParams.get('secret')!
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...given.replace(/=+$/, '')].map((digit) => alphabet.indexOf(digit).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + step))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = mac.at(-1)! & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

describe.each<DatabaseKind>(['sqlite', 'postgresql'])('accounts on %s', (kind) => {
  place(kind)

  it('keep what a guest did before signing up', async () => {
    const browser = new Browser()
    const before = [read(), read('goodbye')]
    const { value: guest } = await browser.send(before)
    expect(browser.cookies.has('cg_guest')).toBe(true)

    const { status, value } = await browser.signUp('keeps@example.org', 'Ana Ruiz')
    expect(status).toBe(200)
    expect(value).toMatchObject({ merged: 'linked', user: { name: 'Ana Ruiz', email: 'keeps@example.org' } })
    expect(JSON.stringify(value)).not.toMatch(/token|session/)
    expect(browser.cookies.has('cg_guest')).toBe(false)
    expect(await browser.record()).toEqual(ids(before))
    // the same learner as before: the device sees no change of hands
    expect((await browser.send([])).value).toMatchObject({ actor: guest.actor, account: true })
    expect((await browser.account()).value).toEqual({
      user: { id: expect.stringMatching(/^[0-9a-z]{26}$/), name: 'Ana Ruiz', email: 'keeps@example.org', role: 'learner' },
      mail: false,
      emailVerified: false,
      twoFactor: false,
      password: true,
      passkeys: 0,
      wantsSecondFactor: false,
    })
  })

  it('bring two devices together in both directions, nothing lost and nothing twice', async () => {
    const [phone, laptop] = [new Browser(), new Browser()]
    const onPhone = [read(), read('goodbye')]
    await phone.send(onPhone)
    await phone.signUp('both@example.org')
    const onLaptop = [read(), read('goodbye')]
    // one of them came here before, by a file or a cable
    await laptop.send(onLaptop)
    expect((await laptop.signIn('both@example.org')).value.merged).toBe('merged')
    const all = ids([...onPhone, ...onLaptop])
    expect(await laptop.record()).toEqual(all)
    expect(await phone.record()).toEqual(all)
    // signing in again, sending all again: nothing changes
    await laptop.send([...onPhone, ...onLaptop])
    expect((await laptop.signIn('both@example.org')).value.merged).toBe('nothing')
    expect(await phone.record()).toEqual(all)
  })

  it('take along what was on its way while somebody signed in', async () => {
    const browser = new Browser()
    const earlier = read()
    await browser.send([earlier])
    await browser.signUp('onitsway@example.org')
    await browser.post('sign-out')
    const [first, late] = [read(), read('goodbye')]
    await browser.send([first])
    const guest = browser.cookies.get('cg_guest')!
    expect((await browser.signIn('onitsway@example.org')).value.merged).toBe('merged')
    // the request left as the guest, and arrives after the merge
    await storeStatements(await database(), guest.split('.')[0]!, [late], { now: Date.now(), course: smallCourse })
    browser.cookies.set('cg_guest', guest)
    await browser.send([])
    expect(browser.cookies.has('cg_guest')).toBe(false)
    expect(await browser.record()).toEqual(ids([earlier, first, late]))
  })

  it('do not show the record to the next guest of a browser whose owner has signed out', async () => {
    const browser = new Browser()
    await browser.send([read()])
    const guest = browser.cookies.get('cg_guest')!
    await browser.signUp('leaves@example.org')
    const session = browser.cookies.get('cg_session')!
    expect((await browser.post('sign-out')).ok).toBe(true)
    expect(browser.cookies.has('cg_session')).toBe(false)
    expect(await browser.record()).toEqual([])
    // an old cookie of the guest opens nothing either, nor does the session that was ended
    browser.cookies.set('cg_guest', guest)
    expect(await browser.record()).toEqual([])
    browser.cookies.clear()
    browser.cookies.set('cg_session', session)
    expect((await browser.account()).value.user).toBeNull()
  })

  it('leave the record of another account alone, whoever holds the cookie of its guest', async () => {
    const [ana, bo] = [new Browser(), new Browser()]
    const work = read()
    await ana.send([work])
    const guest = ana.cookies.get('cg_guest')!
    await ana.signUp('ana@example.org')
    bo.cookies.set('cg_guest', guest)
    expect((await bo.signUp('bo@example.org')).value.merged).toBe('nothing')
    expect(await bo.record()).toEqual([])
    expect(await ana.record()).toEqual([work.id])
  })

  it('are signed in by a cookie that no script can read and no other site sends', async () => {
    const browser = new Browser()
    await browser.signUp('cookie@example.org')
    const attributes = browser.attributes.get('cg_session')!
    expect(attributes).toMatch(/HttpOnly/i)
    expect(attributes).toMatch(/SameSite=Lax/i)
    expect(attributes).toMatch(/Path=\//)
    expect(attributes).not.toMatch(/Secure|Domain/i)
    expect(browser.attributes.get('cg_known')).toMatch(/HttpOnly; SameSite=Lax/)
    // the statements route keeps the session alive with the same attributes
    await browser.send([read()])
    expect(browser.attributes.get('cg_session')).toMatch(/Max-Age=\d+; HttpOnly; SameSite=Lax/)
    const db = await database()
    const rows = await db.selectFrom('auth_session').select(['ipAddress', 'token']).execute()
    expect(rows.every(({ ipAddress }) => !ipAddress)).toBe(true)
    // what stands in the database signs nobody in by itself
    const token = tokenInCookies(`cg_session=${browser.cookies.get('cg_session')}`, secret, site)!
    const thief = new Browser()
    thief.cookies.set('cg_session', token)
    expect((await thief.account()).value.user).toBeNull()
  })

  it('stay signed in while they are used, and not when their time is over', async () => {
    const browser = new Browser()
    await browser.signUp('time@example.org')
    const db = await database()
    const day = 24 * 60 * 60_000
    const { id } = (await browser.account()).value.user
    const sessions = db.updateTable('auth_session').where('userId', '=', id)
    const iso = (at: number) => new Date(at).toISOString()
    await sessions.set({ updatedAt: iso(Date.now() - 2 * day), expiresAt: iso(Date.now() + day) }).execute()
    await browser.send([read()])
    const { expiresAt } = await db.selectFrom('auth_session').select('expiresAt').where('userId', '=', id).executeTakeFirstOrThrow()
    expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now() + 59 * day)
    await sessions.set({ expiresAt: iso(Date.now() - 1) }).execute()
    expect((await browser.account()).value.user).toBeNull()
    expect(await browser.record()).toEqual([])
  })

  it('are forgotten with the browser where somebody asked for that', async () => {
    const browser = new Browser()
    await browser.signUp('shared@example.org')
    await browser.post('sign-out')
    await browser.post('sign-in/email', { email: 'shared@example.org', password, rememberMe: false })
    expect(browser.attributes.get('cg_session')).not.toMatch(/Max-Age/i)
    await browser.send([read()])
    expect(browser.attributes.get('cg_session')).not.toMatch(/Max-Age/i)
    expect((await browser.account()).value.user.email).toBe('shared@example.org')
  })

  it.each<[string, string, unknown, number, string]>([
    ['a password that is too short', 'sign-up/email', { name: 'A', email: 'x@example.org', password: 'short' }, 400, 'password_too_short'],
    ['an address that is none', 'sign-up/email', { name: 'A', email: 'x@', password }, 400, 'email_wrong'],
    ['a name of blanks', 'sign-up/email', { name: ' \n ', email: 'x@example.org', password }, 400, 'name_empty'],
    ['a name without end', 'sign-up/email', { name: 'x'.repeat(121), email: 'x@example.org', password }, 400, 'name_too_long'],
    [
      'a role one gives oneself',
      'sign-up/email',
      { name: 'A', email: 'keeps@example.org', password, role: 'administrator' },
      409,
      'email_taken',
    ],
    ['an address in use, in other letters', 'sign-up/email', { name: 'A', email: 'KEEPS@Example.org ', password }, 409, 'email_taken'],
    ['a wrong password', 'sign-in/email', { email: 'keeps@example.org', password: 'not this one' }, 401, 'wrong_password'],
    [
      'an address nobody has, in the same words',
      'sign-in/email',
      { email: 'nobody@example.org', password: 'not this one' },
      401,
      'wrong_password',
    ],
    ['a list for a password', 'sign-in/email', { email: 'keeps@example.org', password: ['x'] }, 400, 'malformed'],
    ['a letter where there is no mail server', 'sign-in/magic-link', { email: 'keeps@example.org' }, 409, 'no_mail'],
    ['a reset by letter without a mail server', 'request-password-reset', { email: 'keeps@example.org' }, 409, 'no_mail'],
    ['a token nobody made', 'reset-password', { token: 'nobody-made-this', newPassword: password }, 410, 'link_over'],
    ['a link nobody sent', 'magic-link/verify', { token: 'nobody-sent-this' }, 410, 'link_over'],
    ['a proof of an address that nobody sent', 'verify-email', { token: 'nobody-sent-this' }, 410, 'link_over'],
    ['a code without a password before', 'two-factor/verify-totp', { code: '123456' }, 403, 'sign_in_again'],
    ['an endpoint that is not offered', 'delete-user', {}, 404, 'not_found'],
    ['a name of every object', 'constructor', {}, 404, 'not_found'],
    ['a change of name by nobody', 'update-user', { name: 'A' }, 401, 'sign_in_first'],
    ['a change of address by nobody', 'change-email', { newEmail: 'x@example.org' }, 401, 'sign_in_first'],
    ['a change of password by nobody', 'change-password', { currentPassword: password, newPassword: password }, 401, 'sign_in_first'],
    ['a second factor for nobody', 'two-factor/enable', { password }, 401, 'sign_in_first'],
  ])('refuse %s', async (_name, path, body, status, code) => {
    const browser = new Browser()
    expect(await browser.post(path, body)).toMatchObject({ ok: false, status, code, message: expect.stringMatching(/\w/) })
    expect(browser.cookies.has('cg_session')).toBe(false)
  })

  it('take no request of another site', async () => {
    const browser = new Browser({ 'sec-fetch-site': 'cross-site' })
    expect(await browser.signIn('keeps@example.org')).toMatchObject({ status: 403, code: 'cross_site' })
  })

  it('change their name, address and password, and end the sessions of the old one', async () => {
    const [here, there] = [new Browser(), new Browser()]
    await here.signUp('change@example.org')
    await there.signIn('change@example.org')
    expect((await here.post('update-user', { name: 'Zoë  “Z” O’Neil' })).ok).toBe(true)
    expect((await here.post('change-email', { newEmail: 'Changed@Example.org' })).ok).toBe(true)
    expect((await here.account()).value.user).toMatchObject({ name: 'Zoë “Z” O’Neil', email: 'changed@example.org' })
    expect(await here.post('change-email', { newEmail: 'changed@example.org' })).toMatchObject({ code: 'email_same' })
    expect(await here.post('change-email', { newEmail: 'keeps@example.org' })).toMatchObject({ status: 409, code: 'email_taken' })
    expect((await here.account()).value.user.email).toBe('changed@example.org')

    const newPassword = 'another long password'
    expect(await here.post('change-password', { currentPassword: 'not mine at all', newPassword })).toMatchObject({
      code: 'wrong_password',
    })
    expect((await here.post('change-password', { currentPassword: password, newPassword })).ok).toBe(true)
    expect((await here.account()).value.user).not.toBeNull()
    expect((await there.account()).value.user).toBeNull()
    expect(await there.signIn('changed@example.org')).toMatchObject({ code: 'wrong_password' })
    expect((await there.signIn('changed@example.org', newPassword)).ok).toBe(true)
  })

  it('ask for a code once a second factor is on, take a paper code once, and can be without again', async () => {
    const browser = new Browser()
    await browser.signUp('factor@example.org')
    expect(await browser.post('two-factor/enable', { password: 'not this one' })).toMatchObject({ code: 'wrong_password' })
    const { value } = await browser.post('two-factor/enable', { password })
    expect(value.backupCodes).toHaveLength(10)
    // not yet: who scanned nothing is not locked out
    expect((await browser.account()).value.twoFactor).toBe(false)
    expect(await browser.post('two-factor/verify-totp', { code: '000000' })).toMatchObject({ code: 'wrong_code' })
    expect((await browser.post('two-factor/verify-totp', { code: codeOf(value.totpURI) })).ok).toBe(true)
    expect((await browser.account()).value.twoFactor).toBe(true)

    const other = new Browser()
    const work = read()
    await other.send([work])
    const asked = await other.signIn('factor@example.org')
    expect(asked.value).toMatchObject({ twoFactorRedirect: true })
    expect(other.cookies.has('cg_session')).toBe(false)
    expect((await other.account()).value.user).toBeNull()
    expect(await other.post('two-factor/verify-totp', { code: '000000' })).toMatchObject({ status: 401, code: 'wrong_code' })
    const signedIn = await other.post('two-factor/verify-totp', { code: codeOf(value.totpURI), trustDevice: true })
    // the guest's record follows after the code, not after the password
    expect(signedIn.value).toMatchObject({ merged: 'linked' })
    expect(await browser.record()).toEqual([work.id])
    await other.post('sign-out')
    expect((await other.signIn('factor@example.org')).value.twoFactorRedirect).toBeUndefined()

    const third = new Browser()
    const [paper] = value.backupCodes
    await third.signIn('factor@example.org')
    expect((await third.post('two-factor/verify-backup-code', { code: paper })).ok).toBe(true)
    await third.post('sign-out')
    await third.signIn('factor@example.org')
    expect(await third.post('two-factor/verify-backup-code', { code: paper })).toMatchObject({ code: 'wrong_code' })

    expect((await browser.post('two-factor/disable', { password })).ok).toBe(true)
    expect((await new Browser().signIn('factor@example.org')).value.twoFactorRedirect).toBeUndefined()
  })

  it('stop asking for codes that are guessed, and let the owner in with the password and a new try', async () => {
    const browser = new Browser()
    await browser.signUp('guessed@example.org')
    const { value } = await browser.post('two-factor/enable', { password })
    await browser.post('two-factor/verify-totp', { code: codeOf(value.totpURI) })
    const thief = new Browser()
    await thief.signIn('guessed@example.org')
    const codes: (string | undefined)[] = []
    for (let n = 0; n < 7; n++) codes.push((await thief.post('two-factor/verify-totp', { code: String(100_000 + n) })).code)
    expect(codes.slice(0, 5)).toEqual(Array(5).fill('wrong_code'))
    expect(codes.slice(5)).toEqual(['sign_in_again', 'sign_in_again'])
    const owner = new Browser()
    await owner.signIn('guessed@example.org')
    expect((await owner.post('two-factor/verify-totp', { code: codeOf(value.totpURI) })).ok).toBe(true)
  })

  it('slow down whoever tries passwords, and nobody else', async () => {
    const owner = new Browser({ 'x-forwarded-for': '198.51.100.7' })
    await owner.signUp('target@example.org')
    await owner.post('sign-out')
    const thief = new Browser({ 'x-forwarded-for': '192.0.2.66' })
    const codes: (string | undefined)[] = []
    for (let n = 0; n < 6; n++) codes.push((await thief.signIn('target@example.org', `guess number ${n}`)).code)
    expect(codes).toEqual([...Array(3).fill('wrong_password'), ...Array(3).fill('wait_a_little')])
    const held = await thief.signIn('target@example.org')
    expect(held).toMatchObject({ status: 429, details: { seconds: expect.any(Number) } })
    expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(0)
    // from where the thief is, another account is tried without waiting for the first
    expect(await thief.signIn('keeps@example.org', 'guess once more')).toMatchObject({ code: 'wrong_password' })
    // the owner comes in from anywhere else, and from their own browser even beside the thief
    expect((await new Browser({ 'x-forwarded-for': '198.51.100.8' }).signIn('target@example.org')).ok).toBe(true)
    owner.headers['x-forwarded-for'] = '192.0.2.66'
    expect((await owner.signIn('target@example.org')).ok).toBe(true)
  })

  it('do not make a known browser wait for what its network tries at other accounts', async () => {
    const from = { 'x-forwarded-for': '192.0.2.99' }
    const owner = new Browser(from)
    await owner.signUp('known@example.org')
    await owner.post('sign-out')
    const started = Date.now() - (Date.now() % budgets.passwords.within)
    const row = {
      id: 'all-spent',
      key: throttleKey('passwords', '192.0.2.99'),
      count: 1000,
      lastRequest: started + budgets.passwords.within,
    }
    await (await database()).insertInto('auth_rate_limit').values(row).execute()
    expect(await new Browser(from).signIn('known@example.org')).toMatchObject({ status: 429 })
    expect((await owner.signIn('known@example.org')).ok).toBe(true)
  })

  it('make no riddles for passkeys without end', async () => {
    const from = { 'x-forwarded-for': '192.0.2.111' }
    expect((await new Browser(from).get('passkey/generate-authenticate-options')).ok).toBe(true)
    await (await database())
      .updateTable('auth_rate_limit')
      .set({ count: 1000, lastRequest: Date.now() + budgets.challenges.within })
      .where('key', '=', throttleKey('challenges', '192.0.2.111'))
      .execute()
    const held = await new Browser(from).get('passkey/generate-authenticate-options')
    expect(held).toMatchObject({ status: 429, code: 'wait_a_little', details: { seconds: expect.any(Number) } })
    expect((await new Browser({ 'x-forwarded-for': '192.0.2.112' }).get('passkey/generate-authenticate-options')).ok).toBe(true)
  })
})
