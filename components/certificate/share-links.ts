/** Where a holder passes a certificate on to. Pure: addresses of other sites with the fields filled in; nothing is loaded from them. */

export type Shared = {
  /** absolute address of the certificate's page */
  url: string
  /** one line: what it is, and whose where the holder shows the name */
  title: string
  /** one sentence */
  text: string
}

/**
 * LinkedIn’s form for “Licences and certifications”, every field filled in.
 * @param issuedAt Unix milliseconds; the month is that of UTC, as on the certificate
 */
export function linkedInProfile({
  name,
  organisation,
  issuedAt,
  id,
  url,
}: {
  /** of the certification */
  name: string
  organisation: string
  issuedAt: number
  id: string
  url: string
}): string {
  const issued = new Date(issuedAt)
  return withQuery('https://www.linkedin.com/profile/add', {
    startTask: 'CERTIFICATION_NAME',
    name,
    organizationName: organisation,
    issueYear: String(issued.getUTCFullYear()),
    issueMonth: String(issued.getUTCMonth() + 1),
    certUrl: url,
    certId: id,
  })
}

export function linkedInPost({ url }: Shared): string {
  return withQuery('https://www.linkedin.com/sharing/share-offsite/', { url })
}

export function whatsApp({ text, url }: Shared): string {
  return withQuery('https://wa.me/', { text: `${text} ${url}` })
}

/** RFC 6068: spaces as %20, lines end with CR LF. */
export function letter({ title, text, url }: Shared): string {
  return `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(`${text}\r\n\r\n${url}\r\n`)}`
}

/** A picture that leads to the certificate, to be put into any page. A frame would be refused: no page of this site lets itself be framed. */
export function embedded({ url, image, alt }: { url: string; image: string; alt: string }): string {
  return `<a href="${inAttribute(url)}"><img src="${inAttribute(image)}" alt="${inAttribute(alt)}" width="600" height="315" style="max-width:100%;height:auto"></a>`
}

function withQuery(address: string, query: Record<string, string>): string {
  const fields = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
  return `${address}?${fields.join('&')}`
}

function inAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
