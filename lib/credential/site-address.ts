/**
 * Which addresses a certificate may make a browser ask. It is written by anybody, so it must not lead into the network of whoever looks
 * at it. Pure.
 */

/** Whether a name means the same to everybody: no address in numbers, no name that never leaves a network. @param hostname as `URL` gives it */
export function isPublicHost(hostname: string): boolean {
  const name = hostname.replace(/\.$/, '')
  if (!name.includes('.') || name.startsWith('[') || /^[\d.]+$/.test(name)) return false
  return !/\.(?:localhost|local|internal|lan|home\.arpa)$/.test(name)
}

/**
 * An address that may be asked for a document, or null: https with a public name, `localhost`, or the site that this page is of.
 * @param home origin of this site
 */
export function siteAddress(text: string, home?: string): URL | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') return null
  if (url.origin === home) return url
  const local = url.hostname === 'localhost' && /^https?:$/.test(url.protocol)
  return local || (url.protocol === 'https:' && isPublicHost(url.hostname)) ? url : null
}
