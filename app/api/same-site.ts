/**
 * Whether a request that changes something comes from our own pages. SameSite=Lax already keeps the cookie from most
 * foreign requests; this refuses the rest (Fetch Metadata, W3C; Origin header, RFC 6454, section 7). Programs that are not
 * browsers send neither header and carry no foreign cookie: they may.
 * @param baseUrl the site's own address, which is ours whatever a proxy makes of `Host`
 */
export function isSameSite(headers: Headers, baseUrl: string): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = headers.get('origin')
  if (origin === null) return true
  // Behind a balancer the host the browser asked for may stand in X-Forwarded-Host; a page of another site cannot set either.
  const hosts = [headers.get('host'), headers.get('x-forwarded-host')]
  return URL.canParse(origin) && (new URL(origin).origin === new URL(baseUrl).origin || hosts.includes(new URL(origin).host))
}
