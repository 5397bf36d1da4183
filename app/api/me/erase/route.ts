/**
 * POST { password } or { word }: erases whoever asks, at once. An account that has a password is asked for it; everybody else types
 * the word. Nothing that names them is left afterwards, and this browser is nobody again.
 */
import { z } from 'zod'
import { answer } from '#app/api/answer.ts'
import { guard } from '#app/api/guard.ts'
import { hintCookie } from '#app/api/me/hint-cookie.ts'
import { readBody } from '#app/api/read-body.ts'
import { ok, refuse } from '#app/api/reply.ts'
import { erasePerson } from '#lib/account/erase-store.ts'
import { knownCookieName } from '#lib/account/known-device.ts'
import { hasPassword, isOwnPassword } from '#lib/account/own-password-store.ts'
import { guardedCookieName, guestCookieName } from '#lib/account/session.ts'
import { sessionCookieOf } from '#lib/account/session-cookie.ts'
import { forgetSlips, noteSlip, throttleKey, waitFor } from '#lib/account/throttle-store.ts'
import { config } from '#lib/config/read-config.ts'
import { forgetDrawn } from '#lib/credential/drawn-store.ts'
import { defaultLocale } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamic = 'force-dynamic'

const bodySchema = z.strictObject({ password: z.string().max(1000).optional(), word: z.string().max(100).optional() })

export const POST = answer(async (request: Request): Promise<Response> => {
  const read = await readBody(request, 10_000)
  if (!read.ok) return refuse(read.code)
  const given = bodySchema.safeParse(read.body)
  if (!given.success) return refuse('malformed')
  const asked = await guard(request, 'self.erase')
  if (asked instanceof Response) return asked
  const { db, who } = asked
  const { password = '', word = '' } = given.data
  const now = Date.now()
  if (who.user && (await hasPassword(db, who.user.id))) {
    const key = throttleKey('erase', who.user.id)
    if ((await waitFor(db, key, now)) > 0) return refuse('wait_a_little')
    if (!(await isOwnPassword(db, who.user.id, password))) {
      // an empty field is no guess
      if (password !== '') await noteSlip(db, key, now)
      return refuse('own_password_wrong')
    }
    await forgetSlips(db, key)
  } else if (word.trim().toLowerCase() !== messagesFor(defaultLocale).me['eraseWord']) return refuse('erase_word_wrong')

  const erased = await erasePerson(db, { learner: who.learner, user: who.user }, now)
  if (!erased.ok) return refuse(erased.code)
  await forgetDrawn(config().dataDir, erased.certificates).catch((error) =>
    console.error('Pictures of certificates that were erased could not be removed. It is tried again within the hour.', error),
  )
  const reply = ok(erased.erased)
  for (const cookie of forgottenCookies()) reply.headers.append('Set-Cookie', cookie)
  return reply
})

function forgottenCookies(): string[] {
  const { baseUrl } = config()
  const secure = baseUrl.startsWith('https:') ? '; Secure' : ''
  const known = `${knownCookieName}=; Path=/api; Max-Age=0; HttpOnly; SameSite=Lax${secure}`
  const names = [sessionCookieOf(baseUrl), guestCookieName, ...(secure ? [guardedCookieName] : [])]
  return [hintCookie(false), known, ...names.map((name) => `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure}`)]
}
