/** Passkeys, with an authenticator in software: it makes keys and signs challenges as a device does (WebAuthn, sections 6.1 and 6.5). */
import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { type DatabaseKind, database } from '#lib/db/client.ts'
import { Browser, password, place, site } from '#lib/testing/browser-fixture.ts'
import { smallCourse, smallRules, statement } from '#lib/testing/small-course.ts'

vi.mock('#app/api/course-record.ts', () => ({ courseRecord: async () => smallCourse, progressRules: async () => smallRules }))

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()
const [present, verified, attested] = [0x01, 0x04, 0x40]

class Authenticator {
  readonly id = randomBytes(32)
  readonly #keys: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  #counter = 0
  /** whether it asks who holds it, by a finger or a PIN */
  asks = true

  #data(more: number): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(++this.#counter)
    return Buffer.concat([sha256('localhost'), Buffer.from([present | (this.asks ? verified : 0) | more]), counter])
  }
  #client(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: site, crossOrigin: false }))
  }
  #reply(response: Readonly<Record<string, unknown>>) {
    const id = this.id.toString('base64url')
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response }
  }

  register(challenge: string) {
    const { x, y } = this.#keys.publicKey.export({ format: 'jwk' })
    const coordinate = (label: number, value = '') => [Buffer.from([label, 0x58, 32]), Buffer.from(value, 'base64url')]
    const key = Buffer.concat([Buffer.from([0xa5, 1, 2, 3, 0x26, 0x20, 1]), ...coordinate(0x21, x), ...coordinate(0x22, y)])
    const data = Buffer.concat([this.#data(attested), Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, key])
    const text = (value: string) => Buffer.from([0x60 + value.length, ...Buffer.from(value)])
    const attestation = Buffer.concat([
      Buffer.from([0xa3]),
      ...[text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0]), text('authData')],
      Buffer.from([0x58, data.length]),
      data,
    ])
    const client = this.#client('webauthn.create', challenge)
    return this.#reply({
      clientDataJSON: client.toString('base64url'),
      attestationObject: attestation.toString('base64url'),
      transports: ['internal'],
    })
  }

  sign(challenge: string) {
    const data = this.#data(0)
    const client = this.#client('webauthn.get', challenge)
    const signature = createSign('sha256')
      .update(Buffer.concat([data, sha256(client)]))
      .sign(this.#keys.privateKey)
    return this.#reply({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: signature.toString('base64url'),
    })
  }
}

async function register(browser: Browser, key: Authenticator, name = 'My phone') {
  const { value } = await browser.get('passkey/generate-register-options')
  return browser.post('passkey/verify-registration', { response: key.register(value.challenge), name })
}
async function signIn(browser: Browser, key: Authenticator) {
  const { value } = await browser.get('passkey/generate-authenticate-options')
  return browser.post('passkey/verify-authentication', { response: key.sign(value.challenge) })
}

describe.each<DatabaseKind>(['sqlite', 'postgresql'])('passkeys on %s', (kind) => {
  place(kind)

  it('sign in without a password, and take the guest’s record along', async () => {
    const [owner, key] = [new Browser(), new Authenticator()]
    await owner.signUp('key@example.org')
    expect((await register(owner, key)).ok).toBe(true)
    expect((await owner.get('passkey/list-user-passkeys')).value).toMatchObject([{ name: 'My phone', createdAt: expect.any(String) }])
    expect((await owner.account()).value.passkeys).toBe(1)

    const other = new Browser()
    const work = statement({ verb: 'experienced', object: 'networking/lessons/hello' })
    await other.send([work])
    expect((await signIn(other, key)).value).toMatchObject({ merged: 'linked' })
    expect((await other.account()).value.user.email).toBe('key@example.org')
    expect(await owner.record()).toEqual([work.id])
    await other.post('sign-out')
    // and again: the counter of the key goes up
    expect((await signIn(other, key)).ok).toBe(true)
  })

  it('can be named and taken away, by their owner alone', async () => {
    const [owner, stranger, key] = [new Browser(), new Browser(), new Authenticator()]
    await owner.signUp('named@example.org')
    await stranger.signUp('stranger@example.org')
    await register(owner, key)
    const [{ id }] = (await owner.get('passkey/list-user-passkeys')).value
    expect((await stranger.post('passkey/update-passkey', { id, name: 'Mine now' })).ok).toBe(false)
    expect((await stranger.post('passkey/delete-passkey', { id })).ok).toBe(false)
    expect((await owner.post('passkey/update-passkey', { id, name: 'Old phone' })).ok).toBe(true)
    expect((await owner.get('passkey/list-user-passkeys')).value).toMatchObject([{ name: 'Old phone' }])
    expect((await owner.post('passkey/delete-passkey', { id })).ok).toBe(true)
    expect(await signIn(new Browser(), key)).toMatchObject({ ok: false, code: 'passkey_failed' })
  })

  it('are refused where nobody knows them, or the signature is of something else', async () => {
    const [owner, key] = [new Browser(), new Authenticator()]
    await owner.signUp('refused@example.org')
    await register(owner, key)
    const stranger = new Browser()
    expect(await signIn(stranger, new Authenticator())).toMatchObject({ ok: false, code: 'passkey_failed' })
    await stranger.get('passkey/generate-authenticate-options')
    const stale = await stranger.post('passkey/verify-authentication', { response: key.sign('of-another-time') })
    expect(stale).toMatchObject({ ok: false, code: 'passkey_failed' })
    expect(await new Browser().post('passkey/verify-authentication', { response: key.sign('x') })).toMatchObject({ code: 'passkey_failed' })
    expect(await new Browser().post('passkey/verify-registration', { response: key.register('x') })).toMatchObject({
      code: 'sign_in_first',
    })
    expect((await stranger.account()).value.user).toBeNull()
  })

  it('stand for a second factor only where the device asked who holds it', async () => {
    const [owner, key] = [new Browser(), new Authenticator()]
    await owner.signUp('both@example.org')
    await register(owner, key)
    key.asks = false
    expect((await signIn(new Browser(), key)).ok).toBe(true)
    await owner.post('two-factor/enable', { password })
    const db = await database()
    await db.updateTable('auth_user').set({ twoFactorEnabled: 1 }).where('email', '=', 'both@example.org').execute()
    const browser = new Browser()
    expect(await signIn(browser, key)).toMatchObject({ ok: false, code: 'passkey_failed' })
    expect((await browser.account()).value.user).toBeNull()
    key.asks = true
    expect((await signIn(browser, key)).ok).toBe(true)
    expect((await browser.account()).value.user.email).toBe('both@example.org')
  })
})
