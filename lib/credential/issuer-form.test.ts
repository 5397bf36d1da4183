import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asDataUrl, smallPng } from '#lib/testing/small-png.ts'
import { readReason } from './clean-line.ts'
import { faultOfLogo, type IssuerBody, largestLogo, readIssuerForm } from './issuer-form.ts'
import { issuerProfileSchema } from './issuer-store.ts'

const body: IssuerBody = {
  name: 'Hill Districts Relief',
  url: 'https://relief.example/about',
  email: '',
  description: '',
  signatoryName: '',
  signatoryTitle: '',
}
const none = { logo: null }
const read = (given: Partial<IssuerBody>, before: { logo: string | null } = none) => readIssuerForm({ ...body, ...given }, before)
const profile = (given: Partial<IssuerBody>) => {
  const outcome = read(given)
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.profile
}

describe('what is written about who issues', () => {
  it('is kept as it was meant', () => {
    expect(profile({})).toEqual({ ...none, name: body.name, url: body.url, email: null, description: '', signatory: null })
    expect(profile({ name: '  Hill \u202eDistricts\n Relief ' }).name).toBe('Hill Districts Relief')
    expect(profile({ url: 'relief.example' }).url).toBe('https://relief.example')
    expect(profile({ url: 'HTTP://Relief.example/' }).url).toBe('http://relief.example')
    expect(profile({ email: ' Training@Relief.example ' }).email).toBe('training@relief.example')
    expect(profile({ description: ' We help.\r\n\r\n\r\n\r\nIn  hills.\u0000 ' }).description).toBe('We help.\n\nIn hills.')
    expect(profile({ signatoryName: 'Sefa Orlo', signatoryTitle: '' }).signatory).toEqual({ name: 'Sefa Orlo', title: '' })
  })
  it.each<[Partial<IssuerBody>, string]>([
    [{ name: ' \u200b ' }, 'issuer_name_empty'],
    [{ name: 'x'.repeat(121) }, 'issuer_name_too_long'],
    [{ url: '' }, 'url_wrong'],
    [{ url: 'javascript:alert(1)' }, 'url_wrong'],
    [{ url: 'ftp://relief.example' }, 'url_wrong'],
    [{ url: 'https://user:word@relief.example' }, 'url_wrong'],
    [{ url: 'not an address' }, 'url_wrong'],
    [{ url: `https://relief.example/${'x'.repeat(300)}` }, 'url_wrong'],
    [{ email: 'training' }, 'email_wrong'],
    [{ description: 'x'.repeat(601) }, 'description_too_long'],
    [{ signatoryTitle: 'Head of training' }, 'signatory_name_empty'],
    [{ signatoryName: 'x'.repeat(121) }, 'signatory_name_too_long'],
    [{ signatoryName: 'Sefa', signatoryTitle: 'x'.repeat(121) }, 'signatory_title_too_long'],
    [{ logo: 'data:image/svg+xml;base64,PHN2Zy8+' }, 'logo_not_png'],
  ])('is refused with what is wrong: %j', (given, code) => {
    expect(read(given)).toEqual({ ok: false, code })
  })
  it('is, whatever was typed, what the store takes, or refused', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.webUrl(), fc.emailAddress(), fc.constant(''))
    const anything = fc.record({ name: text, url: text, email: text, description: text, signatoryName: text, signatoryTitle: text })
    const web = { logo: asDataUrl(smallPng()) }
    fc.assert(
      fc.property(anything, (given) => {
        const outcome = readIssuerForm(given, web)
        if (outcome.ok) expect(issuerProfileSchema.parse(outcome.profile)).toEqual(outcome.profile)
      }),
    )
    // most of what is typed at random is refused; this is what is not
    fc.assert(
      fc.property(fc.webUrl(), fc.emailAddress(), text, (url, email, words) => {
        fc.pre(url.length < 250)
        const outcome = read({ url, email, description: words.slice(0, 300) })
        if (outcome.ok) expect(issuerProfileSchema.parse(outcome.profile)).toEqual(outcome.profile)
      }),
    )
  })
})

describe('a logo', () => {
  const logo = asDataUrl(smallPng(30, 20))
  it('is kept where nothing is said of it, replaced, or taken away', () => {
    expect(read({}, { logo })).toMatchObject({ profile: { logo } })
    expect(read({ logo: null }, { logo })).toMatchObject({ profile: { logo: null } })
    expect(read({ logo }, none)).toMatchObject({ profile: { logo } })
  })
  it('has a size that may be told', () => {
    const rest = smallPng().length + 12
    expect(faultOfLogo(asDataUrl(smallPng(2, 2, largestLogo - rest)))).toBeNull()
    expect(faultOfLogo(asDataUrl(smallPng(2, 2, largestLogo - rest + 1)))).toBe('logo_too_large')
    expect(faultOfLogo(asDataUrl(smallPng(2000, 1)))).toBeNull()
    expect(faultOfLogo(asDataUrl(smallPng(2001, 1)))).toBe('logo_too_many_pixels')
    expect(faultOfLogo(asDataUrl(smallPng(1, 2001)))).toBe('logo_too_many_pixels')
  })
  it('is a whole picture: none that is cut off, or has one byte changed', () => {
    const whole = smallPng(30, 20)
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Buffer.from(whole)
        changed[at]! ^= by
        expect(faultOfLogo(asDataUrl(changed))).not.toBeNull()
        expect(faultOfLogo(asDataUrl(whole.subarray(0, at)))).toBe('logo_not_png')
      }),
    )
    expect(faultOfLogo(asDataUrl(Buffer.from('GIF89a')))).toBe('logo_not_png')
    expect(faultOfLogo('data:image/png;base64,')).toBe('logo_not_png')
  })
  it('does not unfold into more than it says', () => {
    const small = smallPng(2, 2)
    const large = smallPng(500, 500)
    const packed = large.subarray(33)
    expect(faultOfLogo(asDataUrl(Buffer.concat([small.subarray(0, 33), packed])))).toBe('logo_not_png')
  })
})

describe('the reason of a revocation', () => {
  it('is one line of words', () => {
    expect(readReason(' Given by\n mistake.\u202e ')).toEqual({ ok: true, reason: 'Given by mistake.' })
    expect(readReason('خطأ')).toEqual({ ok: true, reason: 'خطأ' })
    for (const nothing of ['', ' \u200b ', '…']) expect(readReason(nothing)).toEqual({ ok: false, code: 'reason_empty' })
    expect(readReason('x'.repeat(301))).toEqual({ ok: false, code: 'reason_too_long' })
  })
})
