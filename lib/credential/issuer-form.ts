/**
 * What an administrator says about who issues, as it may be kept: each field is cleaned or refused by a code of its own. Pure.
 * Strangers read all of it, so nothing in it can steer text around it or lead anywhere but to the web.
 */
import { z } from 'zod'
import { emailField } from '#lib/account/auth-paths.ts'
import { checkPng } from './check-png.ts'
import { cleanLine } from './clean-line.ts'
import type { IssuerProfile } from './issuer-store.ts'

/** characters */
export const longestOf = { name: 120, url: 300, description: 600, signatory: 120 } as const
/** bytes of the picture itself */
export const largestLogo = 200_000

const typed = z.string().max(10_000)
/** `logo`: a data address; null takes it away; left out, it stays as it is. */
export const issuerBodySchema = z.strictObject({
  name: typed,
  url: typed,
  email: typed,
  description: typed,
  signatoryName: typed,
  signatoryTitle: typed,
  logo: z.string().nullish(),
})
export type IssuerBody = z.infer<typeof issuerBodySchema>

export type IssuerFault =
  | 'issuer_name_empty'
  | 'issuer_name_too_long'
  | 'url_wrong'
  | 'email_wrong'
  | 'description_too_long'
  | 'signatory_name_empty'
  | 'signatory_name_too_long'
  | 'signatory_title_too_long'
  | LogoFault
export type LogoFault = 'logo_too_large' | 'logo_not_png' | 'logo_too_many_pixels'

/** @param before where the logo is left out, its logo is kept */
export function readIssuerForm(
  body: IssuerBody,
  before: Pick<IssuerProfile, 'logo'>,
): { ok: true; profile: IssuerProfile } | { ok: false; code: IssuerFault } {
  const name = cleanLine(body.name)
  if (name === '') return { ok: false, code: 'issuer_name_empty' }
  if (size(name) > longestOf.name) return { ok: false, code: 'issuer_name_too_long' }
  const url = readUrl(body.url)
  if (url === null) return { ok: false, code: 'url_wrong' }
  const email = emailField.safeParse(body.email.trim())
  if (body.email.trim() !== '' && !email.success) return { ok: false, code: 'email_wrong' }
  const description = body.description
    .split(/\r\n?|\n/)
    .map(cleanLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  if (size(description) > longestOf.description) return { ok: false, code: 'description_too_long' }
  const signatory = { name: cleanLine(body.signatoryName), title: cleanLine(body.signatoryTitle) }
  if (signatory.name === '' && signatory.title !== '') return { ok: false, code: 'signatory_name_empty' }
  if (size(signatory.name) > longestOf.signatory) return { ok: false, code: 'signatory_name_too_long' }
  if (size(signatory.title) > longestOf.signatory) return { ok: false, code: 'signatory_title_too_long' }
  const logo = body.logo === undefined ? before.logo : body.logo
  const fault = body.logo ? faultOfLogo(body.logo) : null
  if (fault) return { ok: false, code: fault }
  return {
    ok: true,
    profile: {
      name,
      url,
      email: email.success ? email.data : null,
      description,
      logo,
      signatory: signatory.name === '' ? null : signatory,
    },
  }
}

/** @param logo `data:image/png;base64,…` */
export function faultOfLogo(logo: string): LogoFault | null {
  const found = /^data:image\/png;base64,([A-Za-z0-9+/]+={0,2})$/.exec(logo)
  if (!found) return 'logo_not_png'
  const bytes = Buffer.from(found[1]!, 'base64')
  if (bytes.length > largestLogo) return 'logo_too_large'
  const checked = checkPng(bytes)
  if (checked.ok) return null
  return checked.code === 'not_png' ? 'logo_not_png' : 'logo_too_many_pixels'
}

/** `learn.example.org` is meant as its https address. @returns null where it is no address of the web */
function readUrl(given: string): string | null {
  const text = given.trim()
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`
  if (text === '' || size(whole) > longestOf.url || /\s/.test(text) || !URL.canParse(whole)) return null
  const url = new URL(whole)
  const named = /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
  // without a path the bare address is written as people know it
  return named ? (url.pathname === '/' && url.search === '' && url.hash === '' ? url.origin : url.href) : null
}

const size = (text: string) => Array.from(text).length
