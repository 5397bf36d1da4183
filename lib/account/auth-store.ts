/**
 * better-auth on our own tables. This is the only file that knows it: everything else calls the functions of this folder, so
 * that its types go nowhere. One instance for each open database.
 */
import { betterAuth } from 'better-auth'
import type { Kysely } from 'kysely'
import { type Config, config } from '#lib/config/read-config.ts'
import { database } from '#lib/db/client.ts'
import type { Database } from '#lib/db/schema.ts'
import { newId } from './new-id.ts'
import { renewAfterSeconds, sessionCookieName, sessionSeconds } from './session-cookie.ts'

type Auth = ReturnType<typeof makeAuth>
const made = new WeakMap<Kysely<Database>, Auth>()

async function auth(): Promise<Auth> {
  const db = await database()
  const one = made.get(db) ?? makeAuth(db, config())
  made.set(db, one)
  return one
}

/** Answers a request under /api/auth. */
export async function handleAuth(request: Request): Promise<Response> {
  return (await auth()).handler(request)
}

function makeAuth(db: Kysely<Database>, { baseUrl, secret }: Config) {
  const https = baseUrl.startsWith('https:')
  return betterAuth({
    appName: 'Common Ground',
    baseURL: baseUrl,
    basePath: '/api/auth',
    secret,
    trustedOrigins: [baseUrl],
    telemetry: { enabled: false },
    // Both databases share one form of dates and truth values: ISO text, 0 and 1.
    database: { db: db as never, type: 'sqlite' },
    user: { modelName: 'auth_user', additionalFields: { role: { type: 'string', defaultValue: 'learner', input: false } } },
    session: { modelName: 'auth_session', expiresIn: sessionSeconds, updateAge: renewAfterSeconds },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    emailAndPassword: { enabled: true, minPasswordLength: 10, maxPasswordLength: 128 },
    rateLimit: { enabled: false },
    advanced: {
      database: { generateId: () => newId() },
      useSecureCookies: https,
      cookies: { session_token: { name: sessionCookieName } },
    },
  })
}
