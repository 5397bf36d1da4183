/**
 * POST: a mail server, or a program beside it, says that an address refuses letters. The body is a delivery status notification
 * as it came, or `{ "address", "detail" }`; `X-Bounce-Signature` proves that the sender knows BOUNCE_KEY. See lib/letter/README.md.
 * Value `{ noted }`: how many addresses of this site it was about. Without BOUNCE_KEY there is nothing at this address.
 */
import { answer } from '#app/api/answer.ts'
import { readBytes } from '#app/api/read-bytes.ts'
import { ok, refuse } from '#app/api/reply.ts'
import { config } from '#lib/config/read-config.ts'
import { database } from '#lib/db/client.ts'
import { noteBounces } from '#lib/letter/bounce-store.ts'
import { isSignedBounce, readBounce } from '#lib/letter/read-bounce.ts'

export const dynamic = 'force-dynamic'

/** bytes; a notification may hold the letter it is about */
const mostBytes = 500_000

export const POST = answer(async (request: Request): Promise<Response> => {
  const { bounceKey } = config()
  if (!bounceKey) return refuse('not_found')
  const body = await readBytes(request, mostBytes)
  if (body === null) return refuse('too_large')
  const now = Date.now()
  if (!isSignedBounce(request.headers.get('x-bounce-signature'), body, bounceKey, now)) return refuse('signature_wrong')
  const bounces = readBounce(body.toString('utf8'))
  if (bounces === null) return refuse('malformed')
  return ok({ noted: await noteBounces(await database(), bounces, now) })
})
