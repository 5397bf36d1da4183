/**
 * better-auth on our own tables. This is the only file that knows it: everything else calls the functions of this folder, so
 * that its types go nowhere. One instance for each open database.
 * Where it is stricter than better-auth out of the box: tokens are stored as hashes, no network address is kept, a link by mail
 * does not get past a second factor, and only the endpoints that auth-paths.ts names can be reached.
 */
import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { magicLink, twoFactor } from 'better-auth/plugins'
import type { Kysely } from 'kysely'
import { type Config, config } from '#lib/config/read-config.ts'
import { database } from '#lib/db/client.ts'
import type { Database } from '#lib/db/schema.ts'
import { asksForCode, dropAllKeys, dropKeysAtNewPassword } from './earlier-keys-store.ts'
import { knownDevice } from './known-device.ts'
import { writeAccountLetter } from './letter-store.ts'
import { hashOfToken, newId } from './new-id.ts'
import { guardedPrefix, renewAfterSeconds, sessionCookieOf, sessionSeconds } from './session-cookie.ts'

/** seconds */
const linkLasts = 60 * 60
/** what an administrator hands over may take a day to arrive */
const handedLinkLasts = 24 * 60 * 60

/** where a link by mail signs in */
const linkPath = '/magic-link/verify'

type Auth = ReturnType<typeof makeAuth>
const made = new WeakMap<Kysely<Database>, Auth>()

async function auth(): Promise<Auth> {
  const db = await database()
  const one = made.get(db) ?? makeAuth(db, config())
  made.set(db, one)
  return one
}

export type AuthCall = {
  method: 'GET' | 'POST'
  /** below /api/auth, e.g. `/sign-in/email` */
  path: string
  query?: Readonly<Record<string, string>>
  body?: unknown
  /** of whoever asks: their cookies and what their browser calls itself */
  headers: Headers
}
/** `body` as better-auth replied, and the cookies it sets. */
export type AuthReply = { status: number; body: unknown; cookies: string[] }

/** Asks one endpoint of better-auth. Whether the request came from our own pages is checked before. */
export async function askAuth({ method, path, query = {}, body, headers }: AuthCall): Promise<AuthReply> {
  const { baseUrl } = config()
  const url = new URL(`/api/auth${path}`, baseUrl)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  const own = new Headers({ origin: baseUrl, accept: 'application/json' })
  for (const name of ['cookie', 'user-agent']) {
    const value = headers.get(name)
    if (value) own.set(name, value)
  }
  if (method === 'POST') own.set('content-type', 'application/json')
  const request = new Request(url, { method, headers: own, ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}) })
  const response = await (await auth()).handler(request)
  const cookies = response.headers.getSetCookie()
  // Where better-auth would send a browser on, it says only whether it went well.
  const elsewhere = response.headers.get('location')
  if (elsewhere !== null) {
    const error = new URL(elsewhere, baseUrl).searchParams.get('error')
    return error === null ? { status: 200, body: { status: true }, cookies } : { status: 400, body: { code: error.toUpperCase() }, cookies }
  }
  return { status: response.status, body: readJson(await response.text()), cookies }
}

/** @returns the token of a link with which this account gets a new password, and when it ends */
export async function makePasswordToken(userId: string, now: number): Promise<{ token: string; until: number }> {
  const { internalAdapter } = await (await auth()).$context
  const token = newId()
  const until = now + handedLinkLasts * 1000
  await internalAdapter.createVerificationValue({ identifier: `reset-password:${token}`, value: userId, expiresAt: new Date(until) })
  return { token, until }
}

/** The address that a link by mail signs in, while the link counts; asks only. */
export async function addressOfLink(token: string, now: number): Promise<string | null> {
  const { internalAdapter } = await (await auth()).$context
  // as the plugin names it, which keeps the hash of the token only
  const held = await internalAdapter.findVerificationValue(`magic-link:${hashOfToken(token)}`)
  if (!held || held.expiresAt.getTime() <= now) return null
  const { email } = Object(readJson(held.value)) as { email?: unknown }
  return typeof email === 'string' ? email : null
}

async function asksForCodeByPasskey(db: Kysely<Database>, credential: string): Promise<boolean> {
  const row = await db
    .selectFrom('auth_passkey')
    .innerJoin('auth_user', 'auth_user.id', 'auth_passkey.userId')
    .select('auth_user.twoFactorEnabled as on')
    .where('auth_passkey.credentialID', '=', credential)
    .executeTakeFirst()
  return row?.on === 1
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * Whom a link that proves an address is about, or null where it names nobody. What the token says is believed here without its
 * signature: it may only refuse. better-auth checks the signature, and that the token and the account belong together.
 */
export function accountOfProof(token: string): string | null {
  const { userId } = saidIn(token)
  return typeof userId === 'string' ? userId : null
}

/** What a token of better-auth says of itself. */
function saidIn(token: string): { userId?: unknown; requestType?: unknown } {
  return Object(readJson(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')))
}

function makeAuth(db: Kysely<Database>, { baseUrl, secret, smtpUrl }: Config) {
  const mail = smtpUrl !== null
  const place = { db, baseUrl }
  const secure = baseUrl.startsWith('https:')
  const isKnown = (request: Request | undefined, email: string) =>
    knownDevice(request?.headers.get('cookie') ?? null, email, secret) !== null
  return betterAuth({
    appName: 'Common Ground',
    baseURL: baseUrl,
    basePath: '/api/auth',
    secret,
    trustedOrigins: [baseUrl],
    telemetry: { enabled: false },
    // It would log every wrong passkey. What nobody expects is printed all the same, by the router below it.
    logger: { disabled: true },
    // Both databases share one form of dates and truth values: ISO text, 0 and 1.
    database: { db: db as never, type: 'sqlite' },
    user: {
      modelName: 'auth_user',
      additionalFields: { role: { type: 'string', defaultValue: 'learner', input: false } },
      changeEmail: { enabled: true, updateEmailWithoutVerification: !mail },
    },
    session: { modelName: 'auth_session', expiresIn: sessionSeconds, updateAge: renewAfterSeconds },
    account: { modelName: 'auth_account' },
    // What opens something is kept as a hash. A trusted browser holds a signature as well, and is found by name to end its trust.
    verification: { modelName: 'auth_verification', storeIdentifier: { default: 'hashed', overrides: { 'trust-device-': 'plain' } } },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: linkLasts,
      onPasswordReset: ({ user }) => dropKeysAtNewPassword(db, user.id),
      ...(mail
        ? {
            sendResetPassword: ({ user, token }, request) =>
              writeAccountLetter(place, { kind: 'password', user, token, fromKnown: isKnown(request, user.email) }),
          }
        : {}),
    },
    ...(mail
      ? {
          emailVerification: {
            sendOnSignUp: true,
            expiresIn: 24 * linkLasts,
            sendVerificationEmail: ({ user, token }) =>
              writeAccountLetter(place, {
                kind: saidIn(token).requestType === 'change-email-verification' ? 'change-email' : 'verify-email',
                user,
                token,
              }),
          },
        }
      : {}),
    plugins: [
      magicLink({
        expiresIn: linkLasts,
        storeToken: 'hashed',
        sendMagicLink: async ({ email, token, url }, context) =>
          writeAccountLetter(place, {
            kind: 'sign-in',
            user: { name: '', email },
            token,
            next: new URL(url).searchParams.get('callbackURL'),
            fromKnown: isKnown(context?.request, email),
          }),
      }),
      twoFactor({
        issuer: 'Common Ground',
        schema: { twoFactor: { modelName: 'auth_two_factor' } },
      }),
      passkey({
        rpID: new URL(baseUrl).hostname,
        rpName: 'Common Ground',
        origin: baseUrl,
        schema: { passkey: { modelName: 'auth_passkey' } },
        authentication: {
          // A passkey stands for both factors only where the device asked who holds it.
          afterVerification: async ({ verification, clientData }) => {
            const asksForCode = verification.authenticationInfo.userVerified ? false : await asksForCodeByPasskey(db, clientData.id)
            if (asksForCode) throw new Error('This device did not ask who holds it.')
          },
        },
      }),
    ],
    // Slowing down whoever tries passwords is ours (throttle.ts).
    rateLimit: { enabled: false },
    databaseHooks: {
      user: {
        create: {
          // who came by a link in a letter gave no name
          before: async (user) => ({ data: { ...user, name: user.name.trim() || (user.email.split('@')[0] ?? user.email) } }),
        },
        update: {
          // The one update there: an address that was nobody’s is proven. Its sessions have ended by now, the new one is not made yet.
          after: async (user, context) => {
            if (context?.path === linkPath) await dropAllKeys(db, user.id)
          },
        },
      },
      session: {
        create: {
          // the second factor may have been switched on after the letter was written
          before: async (session, context) => {
            if (context?.path === linkPath && (await asksForCode(db, session.userId))) return false
          },
        },
      },
    },
    advanced: {
      database: { generateId: () => newId() },
      // Its own prefix would be `__Secure-`, which a neighbour under the same domain can set.
      useSecureCookies: false,
      defaultCookieAttributes: { secure },
      cookiePrefix: `${secure ? guardedPrefix : ''}cg`,
      cookies: { session_token: { name: sessionCookieOf(baseUrl) } },
      ipAddress: { disableIpTracking: true },
    },
  })
}
