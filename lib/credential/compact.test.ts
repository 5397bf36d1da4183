import fc from 'fast-check'
import qrcode from 'qrcode'
import { beforeAll, describe, expect, it } from 'vitest'
import { type TestIssuer, testIssuer } from '#lib/testing/signed-credential.ts'
import { type Compact, encodeCompact, keyMark, nameHash, readCompact, verifyCompact } from './compact.ts'

const base = 'https://ground.example'
let issuer: TestIssuer
let other: TestIssuer
let key: string

beforeAll(async () => {
  issuer = await testIssuer(undefined, new Uint8Array(32).fill(7))
  other = await testIssuer()
  key = await keyMark(issuer.publicKeyMultibase)
})

const compact = (parts: Partial<Compact> = {}): Compact => ({
  achievement: 'networking',
  name: 'Amina Diallo',
  day: '2026-11-22',
  list: 1,
  position: 131_071,
  certificate: '0123-4567-89AB-CDEF',
  key,
  ...parts,
})
const encode = (parts?: Partial<Compact>, at = base) => encodeCompact(compact(parts), at, issuer.signBytes)
const verify = (digits: string, at = base) => verifyCompact(digits, at, [other.publicKeyMultibase, issuer.publicKeyMultibase])

describe('the compact form', () => {
  it('says what the certificate says, and is verified with the key it names', async () => {
    const digits = await encode()
    expect(digits).toMatch(/^[1-9]\d+$/)
    expect(await verify(digits)).toEqual({ ok: true, compact: compact() })
    expect(await verify(digits, `${base}/`)).toMatchObject({ ok: true })
  })

  it('keeps any content as it is', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 24 }).filter((one) => new TextEncoder().encode(one).length <= 72)
    const day = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2199-06-06'), noInvalidDate: true })
      .map((one) => one.toISOString().slice(0, 10))
    const id = fc.stringMatching(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
    const parts = fc.record({
      achievement: text.filter((one) => one !== ''),
      name: fc.oneof(
        text,
        fc.constant(null),
        fc.stringMatching(/^[0-9a-f]{32}$/).map((hash) => ({ hash })),
      ),
      day,
      list: fc.nat(65_535),
      position: fc.nat(16_777_215),
      certificate: id,
    })
    await fc.assert(
      fc.asyncProperty(parts, async (one) => {
        expect(await verify(await encode(one))).toEqual({ ok: true, compact: compact(one) })
      }),
      { numRuns: 60 },
    )
  })

  it('has a name of more than 72 bytes as a hash, and one of 72 in full', async () => {
    const long = 'ន'.repeat(25)
    expect(readCompact(await encode({ name: long }))?.compact.name).toEqual({ hash: await nameHash(long) })
    expect(readCompact(await encode({ name: 'ន'.repeat(24) }))?.compact.name).toBe('ន'.repeat(24))
  })

  it('with the address stays within a QR code of 61 modules for a usual name, and 77 for the longest', async () => {
    const modules = (digits: string) => {
      const segments = [
        { data: new TextEncoder().encode('https://course.organisation.example/certificates/0123-4567-89AB-CDEF#'), mode: 'byte' as const },
        { data: digits, mode: 'numeric' as const },
      ]
      return qrcode.create(segments, { errorCorrectionLevel: 'L' }).modules.size
    }
    expect(modules(await encode())).toBeLessThanOrEqual(61)
    expect(modules(await encode({ name: 'ន'.repeat(24), achievement: 'information-management' }))).toBeLessThanOrEqual(77)
  })

  it('of another site, by another key or of nobody known is not verified', async () => {
    const digits = await encode()
    expect(await verify(digits, 'https://other.example')).toEqual({ ok: false, code: 'altered' })
    expect(await verifyCompact(digits, base, [other.publicKeyMultibase])).toEqual({ ok: false, code: 'unknown_key' })
    expect(await verifyCompact(digits, base, [])).toEqual({ ok: false, code: 'unknown_key' })
    const forged = await encodeCompact(compact(), base, other.signBytes)
    expect(await verify(forged)).toEqual({ ok: false, code: 'altered' })
  })

  it('is never verified with any digit changed, left out, added or moved', async () => {
    const digits = await encode()
    const change = fc.oneof(
      fc
        .tuple(fc.nat(digits.length - 1), fc.integer({ min: 1, max: 9 }))
        .map(([at, by]) => digits.slice(0, at) + ((Number(digits[at]) + by) % 10) + digits.slice(at + 1)),
      fc.nat(digits.length - 1).map((at) => digits.slice(0, at) + digits.slice(at + 1)),
      fc.tuple(fc.nat(digits.length), fc.nat(9)).map(([at, digit]) => digits.slice(0, at) + digit + digits.slice(at)),
      fc.nat(digits.length - 2).map((at) => digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2)),
    )
    await fc.assert(
      fc.asyncProperty(change, async (changed) => {
        if (changed !== digits) expect((await verify(changed)).ok).toBe(false)
      }),
      { numRuns: 400 },
    )
  })

  it('never throws on what is none', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string(), fc.stringMatching(/^\d*$/), fc.bigInt({ min: 0n, max: 1n << 1600n }).map(String)),
        async (text) => {
          expect((await verify(text)).ok).toBe(false)
        },
      ),
    )
    expect(readCompact('9'.repeat(100_000))).toBeNull()
    expect(readCompact(`0${await encode()}`)).toBeNull()
    expect(await verifyCompact(await encode(), base, ['', 'z6Mk', issuer.publicKeyMultibase])).toMatchObject({ ok: true })
  })

  it.each([
    { day: '2019-12-31' },
    { day: 'today' },
    { list: 65_536 },
    { position: -1 },
    { position: 1.5 },
    { certificate: 'x' },
    { key: 'ab' },
    { achievement: '' },
  ])('is not made of what does not fit: %j', async (parts) => {
    await expect(encode(parts)).rejects.toThrow(RangeError)
  })
})
