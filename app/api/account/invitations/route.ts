/** Invitations to be a facilitator or an administrator. The link is shown once; with a mail server it is sent, too. */
import { z } from 'zod'
import { admit } from '#app/api/account/admit.ts'
import { answer } from '#app/api/answer.ts'
import { guard } from '#app/api/guard.ts'
import { ok } from '#app/api/reply.ts'
import { emailField } from '#lib/account/auth-paths.ts'
import { sendInvitation } from '#lib/account/letter-store.ts'
import { listInvitations } from '#lib/account/staff-store.ts'
import { config } from '#lib/config/read-config.ts'

export const dynamic = 'force-dynamic'

const body = z.object({ email: emailField, role: z.enum(['facilitator', 'administrator']) })

/** Value `[{ id, email, role, createdAt, expiresAt, usedAt }]`, newest first. */
export const GET = answer(async (request: Request): Promise<Response> => {
  const asked = await guard(request, 'admin.invite')
  if (asked instanceof Response) return asked
  return ok(await listInvitations(asked.db))
})

/** Body `{ email, role }`; value `{ id, address, until, sent }`. */
export const POST = answer(async (request: Request): Promise<Response> => {
  const admitted = await admit(request, 'admin.invite', body)
  if (admitted instanceof Response) return admitted
  const { asked, form } = admitted
  return ok(await sendInvitation(asked.db, config(), { ...form, by: asked.user, now: Date.now() }))
})
