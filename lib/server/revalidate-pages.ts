/**
 * Says of prerendered pages what is true of them: keep them, but ask before showing them. Next says `s-maxage=31536000`, with
 * which a shared cache would go on sending the pages of an older version, whose scripts are gone, for a year after an upgrade.
 * Their ETag stays, so that asking costs one short exchange (RFC 9111, section 4.3; RFC 9110, section 13.1.2).
 */
import type { ServerResponse } from 'node:http'

export const askAgain = 'public, max-age=0, must-revalidate'

/** To be called before anything is written; looks at the headers at the moment they go out. Other replies are left alone. */
export function revalidatePages(response: ServerResponse): void {
  const { writeHead } = response
  response.writeHead = function head(this: ServerResponse, ...given: Parameters<typeof writeHead>) {
    if (/\bs-maxage\b/.test(String(response.getHeader('Cache-Control') ?? ''))) response.setHeader('Cache-Control', askAgain)
    return writeHead.apply(this, given)
  } as typeof writeHead
}
