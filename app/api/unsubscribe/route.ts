/**
 * Stops letters of cohorts to an address, or allows them again. The token in the link is the permission: it came by letter to that
 * address. So nobody has to sign in, and it does not matter from which page the request comes.
 *
 * - POST with `List-Unsubscribe=One-Click` (RFC 8058): a mail program, for somebody who pressed its button. 200, some plain text.
 * - POST with `wish=stop` or `wish=allow`: the form of the page. 303 back to the page, which says how it stands.
 * - GET: whoever opens the link of the header in a browser. 303 to the page, which asks. Nothing changes by a GET: programs that check
 *   links in letters open them all.
 *
 * With a token that is not ours nothing is read of a POST: a browser is led to the page, which says so, and a program gets a refusal.
 */
import { answer } from '#app/api/answer.ts'
import { readBytes } from '#app/api/read-bytes.ts'
import { refuse } from '#app/api/reply.ts'
import { config } from '#lib/config/read-config.ts'
import { database } from '#lib/db/client.ts'
import { allowAddress, stopAddress } from '#lib/letter/queue-store.ts'
import { addressOfToken } from '#lib/letter/unsubscribe-token.ts'
import { say } from '#lib/message/format.ts'
import { defaultLocale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamic = 'force-dynamic'

/** bytes; what mail programs post is some forty */
const mostBytes = 4000

export const GET = answer(async (request: Request): Promise<Response> => toPage(tokenOf(request)))

export const POST = answer(async (request: Request): Promise<Response> => {
  const token = tokenOf(request)
  const address = addressOfToken(token, config().secret)
  if (address === null) return /\btext\/html\b/i.test(request.headers.get('accept') ?? '') ? toPage(token) : refuse('not_found')
  const form = await readForm(request)
  if (form?.get('List-Unsubscribe') === 'One-Click') {
    await stop(address)
    return new Response(`${say(messagesFor(defaultLocale).letter, 'stop-done-at', { address })}\n`, {
      headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
    })
  }
  const wish = form?.get('wish')
  if (wish !== 'stop' && wish !== 'allow') return refuse('malformed')
  if (wish === 'stop') await stop(address)
  else await allowAddress(await database(), address, 'unsubscribed')
  return toPage(token, wish)
})

async function stop(address: string): Promise<void> {
  await stopAddress(await database(), { address, reason: 'unsubscribed', detail: '', now: Date.now() })
}

function tokenOf(request: Request): string {
  return new URL(request.url).searchParams.get('token')?.slice(0, 1000) ?? ''
}

/** A place on this site, whatever address the request came by. */
function toPage(token: string, wish?: 'stop' | 'allow'): Response {
  const query = new URLSearchParams({ token, ...(wish === 'allow' ? { again: '1' } : {}) })
  const headers = {
    Location: `${pathFor(defaultLocale, '/unsubscribe')}?${query}`,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
  }
  return new Response(null, { status: 303, headers })
}

/** RFC 8058 lets mail programs choose between the two forms of HTML. */
async function readForm(request: Request): Promise<FormData | null> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(type)) return null
  const bytes = await readBytes(request, mostBytes)
  if (bytes === null) return null
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData().catch(() => null)
}
