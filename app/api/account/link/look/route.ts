/**
 * Whose account a link by mail opens, before somebody presses. Links travel: who follows one that a stranger sent them would go on
 * in the stranger’s account, and take along what this browser holds. By POST, so that the token is in no log of addresses.
 */
import { z } from 'zod'
import { admit } from '#app/api/account/admit.ts'
import { answer } from '#app/api/answer.ts'
import { hold, tooOften } from '#app/api/auth/hold.ts'
import { ok, refuse } from '#app/api/reply.ts'
import { guestOf } from '#app/api/who.ts'
import { addressOfLink } from '#lib/account/auth-store.ts'
import { maskAddress } from '#lib/account/mask-address.ts'

export const dynamic = 'force-dynamic'

const body = z.object({ token: z.string().min(1).max(200) })

/** Body `{ token }`; value `{ email, joins }`: the masked address, and whether the record of this browser would join that account. */
export const POST = answer(async (request: Request): Promise<Response> => {
  const admitted = await admit(request, 'public.sign-in', body)
  if (admitted instanceof Response) return admitted
  const held = await hold(request.headers, { spends: 'tokens' }, {})
  if ('seconds' in held) return tooOften(held.seconds)
  const address = await addressOfLink(admitted.form.token, Date.now())
  if (address === null) return refuse('link_over')
  return ok({ email: maskAddress(address), joins: (await guestOf(request.headers)) !== null })
})
