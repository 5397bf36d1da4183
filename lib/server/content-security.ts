/**
 * Content-Security-Policy (CSP Level 3) for every page. Pure: takes HTML and paths, gives header values.
 */
import { createHash } from 'node:crypto'

const inlineScript = /<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g

/** The `'sha256-…'` sources of all inline scripts in a page, each once, in order of appearance. */
export function inlineScriptHashes(html: string): string[] {
  const hashes = new Set<string>()
  for (const [, body] of html.matchAll(inlineScript)) {
    if (body) hashes.add(`'sha256-${createHash('sha256').update(body).digest('base64')}'`)
  }
  return [...hashes]
}

/** What a page may that no other page of the site may. */
export type Leave = {
  /** asks other sites for what they publish: the documents of whoever issued a certificate */
  othersDocuments: boolean
  /** asks for the camera, after a press */
  camera: boolean
}

const nothing: Leave = { othersDocuments: false, camera: false }
const toVerify: Leave = { othersDocuments: true, camera: true }

/** @param path of a page, with or without the prefix of a language: `/verify`, `/fr/verify` */
export function leaveOf(path: string): Leave {
  return /^(\/[a-z]{2,3})?\/verify$/.test(path) ? toVerify : nothing
}

/** Permissions-Policy */
export function permissions({ camera }: Leave): string {
  return `camera=${camera ? '(self)' : '()'}, microphone=(), geolocation=()`
}

/** @param scripts sources allowed for scripts besides the site's own files */
export function policy(scripts: readonly string[], https: boolean, { othersDocuments }: Leave = nothing): string {
  return [
    `default-src 'self'`,
    `script-src 'self'${scripts.length > 0 ? ` ${scripts.join(' ')}` : ''}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'${othersDocuments ? ' https:' : ''}`,
    `worker-src 'self'`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

/** The address of a prerendered page from its file below `.next/server/app`: `en/modules/networking.html` is `/modules/networking`. */
export function addressOfPrerendered(file: string, defaultLocale: string): string | null {
  if (!file.endsWith('.html')) return null
  const path = file.slice(0, -'.html'.length)
  if (path === defaultLocale) return '/'
  return `/${path.startsWith(`${defaultLocale}/`) ? path.slice(defaultLocale.length + 1) : path}`
}
