/** Signing up, in and out, passwords, devices, second factors: better-auth’s own endpoints, behind lib/account. */
import { answer } from '#app/api/answer.ts'
import { handleAuth } from '#lib/account/auth-store.ts'

export const dynamic = 'force-dynamic'

export const GET = answer((request: Request): Promise<Response> => handleAuth(request))
export const POST = answer((request: Request): Promise<Response> => handleAuth(request))
