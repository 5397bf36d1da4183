/** Changes what somebody may do. The last administrator stays one. */
import { z } from 'zod'
import { admit } from '#app/api/account/admit.ts'
import { answer } from '#app/api/answer.ts'
import { ok, refuse } from '#app/api/reply.ts'
import { roles } from '#lib/account/role.ts'
import { setRole } from '#lib/account/staff-store.ts'

export const dynamic = 'force-dynamic'

const body = z.object({ role: z.enum(roles) })

/** Body `{ role }`; value `{ role }`. */
export const POST = answer(async (request: Request, { params }: { params: Promise<{ user: string }> }): Promise<Response> => {
  const admitted = await admit(request, 'admin.roles', body)
  if (admitted instanceof Response) return admitted
  const { asked, form } = admitted
  const outcome = await setRole(asked.db, (await params).user, form.role, asked.user, Date.now())
  return outcome === 'changed' || outcome === 'same' ? ok({ role: form.role }) : refuse(outcome)
})
