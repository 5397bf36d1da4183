/** What somebody has given: told from its first characters or bytes, never from its name. Pure. */
import { readCertificateId } from '#lib/credential/certificate-id.ts'
import { isPublicHost } from '#lib/credential/site-address.ts'

export type Given =
  | { kind: 'json'; text: string }
  /** an address on which the certificate may be found */
  | { kind: 'link'; url: string }
  /** the short form from a QR code; `page` is the address of the certificate, `base` that of the site that issued it */
  | { kind: 'compact'; digits: string; base: string; page: string }
  /** a certificate in a form that is not Open Badges 3.0 with a proof inside: said by its name */
  | { kind: 'foreign'; what: string }
  | { kind: 'nothing' }
  | { kind: 'strange' }

/** shorter ones are a place in a page that happens to have a number */
const leastDigits = 40

/** @param home origin of this site, `https://ground.example` */
export function whatIsText(typed: string, home: string): Given {
  const text = typed.replace(/^\uFEFF/, '').trim()
  if (text === '') return { kind: 'nothing' }
  if (/^[[{]/.test(text)) return { kind: 'json', text }
  if (/^eyJ[\w-]+\.[\w-]*\.[\w-]*(~.*)?$/s.test(text)) return { kind: 'foreign', what: 'JSON Web Token' }
  const id = readCertificateId(text)
  if (id !== null) return { kind: 'link', url: `${home}/certificates/${id}/credential.json` }
  return whatIsAddress(text, home)
}

function whatIsAddress(text: string, home: string): Given {
  const url = addressOf(text, home)
  if (!url) return { kind: 'strange' }
  const found = /^(.*?)\/certificates\/([^/]+)\/?$/.exec(url.pathname)
  const id = found ? readCertificateId(decoded(found[2]!)) : null
  const base = `${url.origin}${found?.[1] ?? ''}`
  const digits = url.hash.slice(1)
  if (new RegExp(`^\\d{${leastDigits},}$`).test(digits)) return { kind: 'compact', digits, base, page: withoutHash(url) }
  if (id !== null) return { kind: 'link', url: `${base}/certificates/${id}/credential.json` }
  return { kind: 'link', url: withoutHash(url) }
}

/** Only https, as nobody could change it on the way; and this site itself, however it is served. */
function addressOf(text: string, home: string): URL | null {
  if (/\s/.test(text)) return null
  const whole =
    /^[a-z][a-z\d+.-]*:/i.test(text) && !/^[^/:]+:\d+(\/|$)/.test(text) ? text : text.startsWith('/') ? home + text : `https://${text}`
  if (!URL.canParse(whole)) return null
  const url = new URL(whole)
  if (url.origin === home) return url
  // as it is printed: without the scheme
  if (`https://${new URL(home).host}` === url.origin && !text.startsWith('https:'))
    return new URL(home + url.pathname + url.search + url.hash)
  return url.protocol === 'https:' && isPublicHost(url.hostname) && url.username === '' && url.password === '' ? url : null
}

function withoutHash(url: URL): string {
  const bare = new URL(url)
  bare.hash = ''
  return bare.href
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export type FileKind = 'png' | 'pdf' | 'image' | 'text' | 'other'

const starts = (bytes: Uint8Array, ...signature: number[]) => signature.every((byte, place) => bytes[place] === byte)
const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))

/** Up to the first kilobyte is looked at: a PDF may begin a little later than the file. */
export function whatIsFile(bytes: Uint8Array): FileKind {
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (ascii(bytes, 0, 1024).includes('%PDF-')) return 'pdf'
  if (starts(bytes, 0xff, 0xd8, 0xff) || starts(bytes, 0x47, 0x49, 0x46, 0x38)) return 'image'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image'
  if (ascii(bytes, 4, 8) === 'ftyp' && /^(avif|avis|heic|heix|mif1|msf1)$/.test(ascii(bytes, 8, 12))) return 'image'
  return readsAsText(bytes) ? 'text' : 'other'
}

function readsAsText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false
  try {
    // without its last bytes, which may be the beginning of a letter
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.length > 1024 ? bytes.subarray(0, 1024) : bytes, { stream: true })
    return !text.includes('\0')
  } catch {
    return false
  }
}
