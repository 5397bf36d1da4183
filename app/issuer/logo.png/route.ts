/** GET /issuer/logo.png: the logo of whoever issues. Credentials refer to it instead of carrying it. */
import { answer } from '#app/api/answer.ts'
import { openRefusal, toEverybody } from '#app/credentials/open-document.ts'
import { issuer } from '#app/issuer.ts'

export const dynamic = 'force-dynamic'

export const GET = answer(async (): Promise<Response> => {
  const { logo } = (await issuer()).profile
  if (logo === null) return openRefusal('not_found')
  return new Response(Buffer.from(logo.slice(logo.indexOf(',') + 1), 'base64'), {
    headers: {
      ...toEverybody,
      'Content-Type': 'image/png',
      'Cache-Control': 'public, max-age=300',
      'X-Content-Type-Options': 'nosniff',
    },
  })
})
