import { describe, expect, it, vi } from 'vitest'
import { makeSetupToken } from '#lib/account/setup-store.ts'
import { type DatabaseKind, database } from '#lib/db/client.ts'
import { Browser, password, place, site, tokenIn } from '#lib/testing/browser-fixture.ts'
import { smallCourse, smallRules, statement } from '#lib/testing/small-course.ts'
import { GET as audit } from './audit/route.ts'
import { DELETE as endDevice } from './devices/[session]/route.ts'
import { GET as devices } from './devices/route.ts'
import { DELETE as withdraw } from './invitations/[invitation]/route.ts'
import { POST as look } from './invited/look/route.ts'
import { POST as resetLink } from './people/[user]/reset-link/route.ts'
import { POST as role } from './people/[user]/role/route.ts'
import { POST as factorOff } from './people/[user]/second-factor-off/route.ts'
import { POST as signOutPerson } from './people/[user]/sign-out/route.ts'
import { GET as people } from './people/route.ts'
import { POST as setup } from './setup/route.ts'
import { POST as everywhere } from './sign-out-everywhere/route.ts'

vi.mock('#app/api/course-record.ts', () => ({ courseRecord: async () => smallCourse, progressRules: async () => smallRules }))

const setUp = (browser: Browser, body: unknown) => browser.call(setup, 'POST', 'account/setup', body)
const setRole = (browser: Browser, user: string, to: unknown) =>
  browser.call(role, 'POST', `account/people/${user}/role`, { role: to }, { user })
const idOf = async (browser: Browser): Promise<string> => (await browser.account()).value.user.id
const entries = async (browser: Browser) => (await browser.call(audit, 'GET', 'account/audit')).value.entries

describe.each<DatabaseKind>(['sqlite', 'postgresql'])('administration on %s', (kind) => {
  place(kind)
  const boss = new Browser({ 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/144.0' })

  it('begins with the link that the start printed, and closes it', async () => {
    const db = await database()
    const [token, other] = [(await makeSetupToken(db, Date.now()))!, (await makeSetupToken(db, Date.now()))!]
    expect(JSON.stringify(await db.selectFrom('meta').selectAll().execute())).not.toContain(token)
    const given = { name: 'Mei Lin', email: 'boss@example.org', password }
    expect(await setUp(boss, { ...given, token: 'guessed' })).toMatchObject({ status: 410, code: 'link_over' })
    expect(await setUp(boss, { ...given, token, password: 'short' })).toMatchObject({ code: 'password_too_short' })
    expect(await setUp(boss, { ...given, token, email: 'boss' })).toMatchObject({ code: 'email_wrong' })
    const work = statement({ verb: 'experienced', object: 'networking/lessons/hello' })
    await boss.send([work])
    expect(await setUp(boss, { ...given, token })).toMatchObject({ ok: true, value: { user: { role: 'administrator' } } })
    expect((await boss.account()).value).toMatchObject({ user: { role: 'administrator' }, wantsSecondFactor: true })
    expect(await boss.record()).toEqual([work.id])

    const late = new Browser()
    for (const again of [token, other])
      expect(await setUp(late, { name: 'B', email: 'late@example.org', password, token: again })).toMatchObject({
        status: 409,
        code: 'setup_done',
      })
    expect((await late.account()).value.user).toBeNull()
    expect(await makeSetupToken(db, Date.now())).toBeNull()
    expect(await entries(boss)).toMatchObject([{ action: 'site.setup', by: 'Mei Lin', object: `account:${await idOf(boss)}` }])
  })

  it('invites a facilitator by a link that counts once', async () => {
    const { value } = await boss.invite('Ines@Example.org', 'facilitator')
    expect(value).toEqual({
      id: expect.any(String),
      address: expect.stringMatching(`^${site}/invited\\?token=`),
      until: expect.any(Number),
      sent: false,
    })
    const token = tokenIn(value.address)
    expect(JSON.stringify(await (await database()).selectFrom('staff_invitation').selectAll().execute())).not.toContain(token)
    const ines = new Browser()
    const seen = await ines.call(look, 'POST', 'account/invited/look', { token })
    expect(seen.value).toEqual({ email: 'ines@example.org', role: 'facilitator', hasAccount: false })
    expect(await ines.accept({ token })).toMatchObject({ code: 'sign_in_first' })
    expect(await ines.accept({ token, password })).toMatchObject({ code: 'name_empty' })
    expect((await ines.accept({ token, name: 'Inês Tavares', password })).value).toMatchObject({ role: 'facilitator' })
    expect((await ines.account()).value).toMatchObject({
      user: { email: 'ines@example.org', role: 'facilitator' },
      wantsSecondFactor: true,
    })
    expect(await new Browser().accept({ token, name: 'X', password })).toMatchObject({ status: 410, code: 'link_over' })
    expect(await entries(boss)).toMatchObject([
      { action: 'staff.join', by: 'Inês Tavares' },
      { action: 'staff.invite', by: 'Mei Lin', detail: { email: 'ines@example.org', role: 'facilitator' } },
      { action: 'site.setup' },
    ])
    // who invites is the administrator; a facilitator sees that there is nothing here
    expect(await ines.invite('x@example.org', 'facilitator')).toMatchObject({ status: 404, code: 'not_found' })
    expect(await new Browser().invite('x@example.org', 'facilitator')).toMatchObject({ status: 401, code: 'sign_in_first' })
    expect(await ines.invite('not an address', 'king')).toMatchObject({ status: 404 })
  })

  it('gives the role of an invitation to the account that takes it, and takes none away', async () => {
    const learner = new Browser()
    await learner.signUp('grace@example.org')
    const { value } = await boss.invite('somebody.else@example.org', 'facilitator')
    expect((await learner.accept({ token: tokenIn(value.address) })).value).toMatchObject({ role: 'facilitator' })
    const down = await boss.invite('boss@example.org', 'facilitator')
    expect((await boss.accept({ token: tokenIn(down.value.address) })).value).toMatchObject({ role: 'administrator' })
    // signed out, the one who has the account gives its password, and no other
    await setRole(boss, await idOf(learner), 'learner')
    const again = await boss.invite('grace@example.org', 'administrator')
    const token = tokenIn(again.value.address)
    const other = new Browser()
    expect(await other.accept({ token, password: 'somebody else’s' })).toMatchObject({ status: 401, code: 'wrong_password' })
    expect((await other.accept({ token, password })).value).toMatchObject({ role: 'administrator' })
    await setRole(boss, await idOf(learner), 'facilitator')
  })

  it('withdraws an invitation, replaces one that is asked for again, and lets one end', async () => {
    const first = (await boss.invite('sefa@example.org', 'facilitator')).value
    const second = (await boss.invite('sefa@example.org', 'facilitator')).value
    expect(await new Browser().accept({ token: tokenIn(first.address), name: 'S', password })).toMatchObject({ code: 'link_over' })
    expect((await boss.invitations()).value.filter(({ email }: { email: string }) => email === 'sefa@example.org')).toHaveLength(1)
    const drop = (browser: Browser, id: string) =>
      browser.call(withdraw, 'DELETE', `account/invitations/${id}`, undefined, { invitation: id })
    expect(await drop(new Browser(), second.id)).toMatchObject({ status: 401 })
    expect((await drop(boss, second.id)).ok).toBe(true)
    expect(await drop(boss, second.id)).toMatchObject({ status: 404, code: 'not_found' })
    expect(await new Browser().accept({ token: tokenIn(second.address), name: 'S', password })).toMatchObject({ code: 'link_over' })
    const third = (await boss.invite('sefa@example.org', 'facilitator')).value
    await (await database())
      .updateTable('staff_invitation')
      .set({ expires_at: Date.now() - 1 })
      .where('id', '=', third.id)
      .execute()
    expect(await new Browser().accept({ token: tokenIn(third.address), name: 'S', password })).toMatchObject({ code: 'link_over' })
  })

  it('changes roles at once, and keeps the last administrator', async () => {
    const ines = new Browser()
    await ines.signIn('ines@example.org')
    const id = await idOf(ines)
    expect(await setRole(ines, id, 'administrator')).toMatchObject({ status: 404, code: 'not_found' })
    expect(await setRole(boss, id, 'king')).toMatchObject({ status: 400, code: 'malformed' })
    expect(await setRole(boss, 'nobody', 'learner')).toMatchObject({ status: 404 })
    expect(await setRole(boss, await idOf(boss), 'learner')).toMatchObject({ status: 409, code: 'last_administrator' })
    expect((await setRole(boss, id, 'administrator')).ok).toBe(true)
    expect((await ines.call(people, 'GET', 'account/people')).ok).toBe(true)
    const before = (await entries(boss)).length
    expect((await setRole(boss, id, 'administrator')).ok).toBe(true)
    expect((await entries(boss)).length).toBe(before)
    // both step each other down at the same moment: one of them stays
    const outcomes = await Promise.all([setRole(boss, id, 'learner'), setRole(ines, await idOf(boss), 'learner')])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    const db = await database()
    const left = await db.selectFrom('auth_user').select('email').where('role', '=', 'administrator').execute()
    expect(left).toHaveLength(1)
    await db.updateTable('auth_user').set({ role: 'administrator' }).where('email', '=', 'boss@example.org').execute()
    await db.updateTable('auth_user').set({ role: 'facilitator' }).where('email', '=', 'ines@example.org').execute()
  })

  it('lists people by role and name, and finds part of a name or address', async () => {
    const all = await boss.call(people, 'GET', 'account/people')
    expect(all.value.people.map(({ email }: { email: string }) => email)).toEqual([
      'boss@example.org',
      'ines@example.org',
      'grace@example.org',
    ])
    expect(all.value.people[0]).toEqual({
      id: expect.any(String),
      name: 'Mei Lin',
      email: 'boss@example.org',
      role: 'administrator',
      since: expect.any(Number),
      lastSeen: expect.any(Number),
      twoFactor: false,
    })
    const found = async (search: string) =>
      (await boss.call(people, 'GET', `account/people?search=${encodeURIComponent(search)}`)).value.people.map(
        ({ email }: { email: string }) => email,
      )
    for (const part of ['TAVARES', 'INÊS', 'inês']) expect(await found(part)).toEqual(['ines@example.org'])
    expect(await found(' grace@')).toEqual(['grace@example.org'])
    expect(await found('%')).toEqual([])
    expect(await found('_')).toEqual([])
  })

  it('makes a link for a new password that is handed over, and writes it down', async () => {
    const ines = new Browser()
    await ines.signIn('ines@example.org')
    const id = await idOf(ines)
    const reset = (browser: Browser, user: string) => browser.call(resetLink, 'POST', `account/people/${user}/reset-link`, {}, { user })
    expect(await reset(ines, id)).toMatchObject({ status: 404 })
    expect(await reset(boss, 'nobody')).toMatchObject({ status: 404 })
    const { value } = await reset(boss, id)
    expect(value).toEqual({ address: expect.stringMatching(`^${site}/reset-password\\?token=`), until: expect.any(Number) })
    expect((await entries(boss))[0]).toMatchObject({ action: 'account.reset-link', object: `account:${id}`, by: 'Mei Lin' })
    // signing them out in the meantime leaves the link good
    const out = await boss.call(signOutPerson, 'POST', `account/people/${id}/sign-out`, {}, { user: id })
    expect(out.value.ended).toBeGreaterThan(0)
    expect((await ines.account()).value.user).toBeNull()
    const newPassword = 'a password of today'
    expect((await new Browser().post('reset-password', { token: tokenIn(value.address), newPassword })).ok).toBe(true)
    expect((await ines.signIn('ines@example.org', newPassword)).ok).toBe(true)
    expect(await reset(new Browser(), id)).toMatchObject({ status: 401 })
  })

  it('lets somebody in who lost what makes their codes', async () => {
    const grace = new Browser()
    await grace.signIn('grace@example.org')
    const id = await idOf(grace)
    const off = (browser: Browser) => browser.call(factorOff, 'POST', `account/people/${id}/second-factor-off`, {}, { user: id })
    expect(await off(boss)).toMatchObject({ status: 409, code: 'two_factor_off' })
    await grace.post('two-factor/enable', { password })
    await (await database()).updateTable('auth_user').set({ twoFactorEnabled: 1 }).where('id', '=', id).execute()
    expect((await new Browser().signIn('grace@example.org')).value.twoFactorRedirect).toBe(true)
    expect(await off(grace)).toMatchObject({ status: 404 })
    expect((await off(boss)).ok).toBe(true)
    expect((await entries(boss))[0]).toMatchObject({ action: 'account.second-factor-off', object: `account:${id}` })
    expect((await new Browser().signIn('grace@example.org')).value.user.email).toBe('grace@example.org')
    // and it can be set up anew
    expect((await grace.post('two-factor/enable', { password })).ok).toBe(true)
  })

  it('shows where an account is signed in, and signs one or all of them out', async () => {
    const agents = ['Mozilla/5.0 (Linux; Android 14) Chrome/142.0 Mobile', 'Mozilla/5.0 (iPhone) Version/19 Safari/605', 'curl/8']
    const [phone, tablet, robot] = agents.map((agent) => new Browser({ 'user-agent': agent })) as [Browser, Browser, Browser]
    await phone.signUp('devices@example.org')
    await tablet.signIn('devices@example.org')
    await robot.signIn('devices@example.org')
    const list = async (browser: Browser) => (await browser.call(devices, 'GET', 'account/devices')).value
    const seen = await list(phone)
    expect(seen.map(({ device }: { device: unknown }) => device)).toEqual(
      expect.arrayContaining([
        { browser: 'Chrome', system: 'Android' },
        { browser: 'Safari', system: 'iPhone' },
        { browser: null, system: null },
      ]),
    )
    expect(seen.filter(({ current }: { current: boolean }) => current)).toHaveLength(1)
    expect(JSON.stringify(seen)).not.toMatch(/token|203\.0/)
    const end = (browser: Browser, session: string) =>
      browser.call(endDevice, 'DELETE', `account/devices/${session}`, undefined, { session })
    const theirs = (await list(boss))[0].id
    expect(await end(phone, theirs)).toMatchObject({ status: 404 })
    const ofTablet = (await list(tablet)).find(({ current }: { current: boolean }) => current).id
    expect((await end(phone, ofTablet)).ok).toBe(true)
    expect((await tablet.account()).value.user).toBeNull()
    const all = (browser: Browser, body: unknown) => browser.call(everywhere, 'POST', 'account/sign-out-everywhere', body)
    expect((await all(phone, { keep: true })).value).toEqual({ ended: 1 })
    expect((await robot.account()).value.user).toBeNull()
    expect((await phone.account()).value.user).not.toBeNull()
    expect((await all(phone, {})).value).toEqual({ ended: 1 })
    expect((await phone.account()).value.user).toBeNull()
    expect(await all(phone, {})).toMatchObject({ status: 401, code: 'sign_in_first' })
  })

  it('ends the trust in browsers that need no code, too', async () => {
    const db = await database()
    const browser = new Browser()
    await browser.signUp('trust@example.org')
    const id = await idOf(browser)
    const row = { createdAt: '', updatedAt: '', expiresAt: new Date(Date.now() + 1e9).toISOString(), value: id }
    await db
      .insertInto('auth_verification')
      .values({ ...row, id: 'trust-1', identifier: 'trust-device-abc' })
      .execute()
    await browser.call(everywhere, 'POST', 'account/sign-out-everywhere', {})
    expect(await db.selectFrom('auth_verification').select('id').where('value', '=', id).execute()).toEqual([])
  })

  it('pages through the audit log, and takes no other place in it', async () => {
    const db = await database()
    const rows = Array.from({ length: 130 }, (_, n) => ({
      id: `old${String(n).padStart(4, '0')}`,
      // many at the same moment
      at: 1_700_000_000_000 + Math.floor(n / 40),
      by_user: null,
      by_name: 'x',
      action: 'x',
      object: 'x',
      detail: n === 0 ? 'not json' : '{}',
    }))
    await db.insertInto('audit').values(rows).execute()
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const page = (await boss.call(audit, 'GET', `account/audit${next ? `?before=${next}` : ''}`)).value as {
        entries: { id: string }[]
        next: string | null
      }
      seen.push(...page.entries.map(({ id }) => id))
      next = page.next
    }
    expect(seen.filter((id) => id.startsWith('old'))).toEqual(rows.map(({ id }) => id).reverse())
    expect(new Set(seen).size).toBe(seen.length)
    expect(await boss.call(audit, 'GET', 'account/audit?before=x')).toMatchObject({ status: 400, code: 'malformed' })
    const ines = new Browser()
    await ines.signIn('ines@example.org', 'a password of today')
    expect(await ines.call(audit, 'GET', 'account/audit')).toMatchObject({ status: 404 })
  })

  it.each(['cross-site', 'same-site'])('changes nothing for a page that is %s', async (from) => {
    const foreign = new Browser({ 'sec-fetch-site': from })
    for (const [name, value] of boss.cookies) foreign.cookies.set(name, value)
    expect(await foreign.invite('x@example.org', 'facilitator')).toMatchObject({ status: 403, code: 'cross_site' })
    expect(await foreign.call(withdraw, 'DELETE', 'account/invitations/x', undefined, { invitation: 'x' })).toMatchObject({
      code: 'cross_site',
    })
    expect(await foreign.call(everywhere, 'POST', 'account/sign-out-everywhere', {})).toMatchObject({ code: 'cross_site' })
  })

  it('ends what an administrator invited when they are one no more, and nothing of others', async () => {
    const deputy = new Browser()
    const chosen = await boss.invite('deputy@example.org', 'administrator')
    await deputy.accept({ token: tokenIn(chosen.value.address), name: 'Deputy', password })
    const id = await idOf(deputy)
    const of = async (inviter: Browser, email: string) => tokenIn((await inviter.invite(email, 'administrator')).value.address)
    const [own, accomplice, taken] = [
      await of(boss, 'own@example.org'),
      await of(deputy, 'accomplice@example.org'),
      await of(deputy, 'taken@example.org'),
    ]
    await new Browser().accept({ token: taken, name: 'T', password })
    expect((await setRole(boss, id, 'facilitator')).ok).toBe(true)
    expect(await new Browser().accept({ token: accomplice, name: 'A', password })).toMatchObject({ status: 410, code: 'link_over' })
    const open = (await boss.invitations()).value.map(({ email }: { email: string }) => email)
    expect(open).toEqual(expect.arrayContaining(['own@example.org', 'taken@example.org']))
    expect(open).not.toContain('accomplice@example.org')
    expect((await entries(boss)).slice(0, 2)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ action: 'staff.withdraw', by: 'Mei Lin', detail: { email: 'accomplice@example.org' } }),
        expect.objectContaining({ action: 'account.role', object: `account:${id}` }),
      ]),
    )
    const other = new Browser()
    expect((await other.accept({ token: own, name: 'Own', password })).value).toMatchObject({ role: 'administrator' })
  })
})

describe('an account of a site on https', () => {
  place('sqlite', { BASE_URL: 'https://learn.example.org' })

  it('has cookies that travel on secure lines only', async () => {
    const browser = new Browser({ 'x-forwarded-for': '203.0.113.1, 10.0.0.1' })
    await browser.send([statement({ verb: 'experienced', object: 'networking/lessons/hello' })])
    expect([...browser.cookies.keys()]).toEqual(['__Host-cg_guest'])
    await browser.signUp('secure@example.org')
    expect([...browser.cookies.keys()].sort()).toEqual(['__Host-cg_session', 'cg_known'])
    for (const name of browser.cookies.keys()) expect(browser.attributes.get(name)).toMatch(/(?=.*Secure)(?=.*HttpOnly)(?=.*SameSite=Lax)/)
    await browser.send([])
    expect(browser.attributes.get('__Host-cg_session')).toMatch(/(?=.*Secure)(?=.*HttpOnly)(?=.*SameSite=Lax)/)
    expect((await browser.account()).value.user.email).toBe('secure@example.org')
    for (const pair of browser.attributes) expect(pair.join('=')).not.toMatch(/Domain/i)
    // the cookies beside it: for this visit only, between password and code, of a riddle for a passkey
    await browser.post('sign-out')
    await browser.post('sign-in/email', { email: 'secure@example.org', password, rememberMe: false })
    await browser.get('passkey/generate-authenticate-options')
    expect([...browser.cookies.keys()].filter((name) => !name.startsWith('__Host-'))).toEqual(['cg_known'])
    expect([...browser.cookies.keys()]).toContain('__Host-cg.dont_remember')
    await browser.send([])
    expect(browser.attributes.get('__Host-cg_session')).not.toMatch(/Max-Age/)
    // the name without the prefix, which a neighbour under the same domain could set, is not looked at
    for (const name of ['cg_session', '__Secure-cg_session']) {
      const other = new Browser()
      other.cookies.set(name, browser.cookies.get('__Host-cg_session')!)
      expect((await other.account()).value.user).toBeNull()
    }
  })
})
