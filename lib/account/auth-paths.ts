/**
 * The endpoints of better-auth that the site offers, with the shape of each body. What is not listed cannot be reached. Pure.
 * `slips`: the body holds a password that may be wrong. `spends`: what it costs (throttle.ts).
 */
import { z } from 'zod'
import type { budgets } from './throttle.ts'

/** Line breaks and other controls have no place in a name; letters of any script have. */
export const personName = z
  .string()
  .transform((name) => name.replace(/[\s\p{Cc}]+/gu, ' ').trim())
  .pipe(z.string().min(1).max(120))
export const emailField = z.string().trim().toLowerCase().max(254).pipe(z.email())
/** How long a password has to be is said by better-auth, with its own code; this bounds what is hashed. */
export const passwordField = z.string().min(1).max(1000)
const token = z.string().min(8).max(2000)
const code = z
  .string()
  .transform((value) => value.replace(/\s/g, ''))
  .pipe(z.string().min(4).max(40))

export type AuthPath = {
  method: 'GET' | 'POST'
  body?: z.ZodType
  query?: z.ZodType
  /** where the endpoint of better-auth is a GET that our page asks for by POST */
  asks?: 'query'
  slips?: 'account' | 'session'
  spends?: keyof typeof budgets
}
const post = (shape: z.ZodRawShape, more: Partial<AuthPath> = {}): AuthPath => ({ method: 'POST', body: z.object(shape), ...more })

export const authPaths: Readonly<Record<string, AuthPath>> = {
  'sign-up/email': post({ name: personName, email: emailField, password: passwordField }, { spends: 'signUps' }),
  'sign-in/email': post({ email: emailField, password: passwordField, rememberMe: z.boolean().optional() }, { slips: 'account' }),
  'sign-in/magic-link': post(
    { email: emailField, name: personName.optional(), callbackURL: z.string().max(500).optional() },
    { spends: 'lettersFrom' },
  ),
  'magic-link/verify': post({ token }, { asks: 'query', spends: 'tokens' }),
  'sign-out': post({}),
  'request-password-reset': post({ email: emailField }, { spends: 'lettersFrom' }),
  'reset-password': post({ token, newPassword: passwordField }, { spends: 'tokens' }),
  'change-password': post({ currentPassword: passwordField, newPassword: passwordField }, { slips: 'session' }),
  'update-user': post({ name: personName }),
  'change-email': post({ newEmail: emailField }, { spends: 'lettersFrom' }),
  'verify-email': post({ token }, { asks: 'query', spends: 'tokens' }),
  'two-factor/enable': post({ password: passwordField }, { slips: 'session' }),
  'two-factor/disable': post({ password: passwordField }, { slips: 'session' }),
  'two-factor/generate-backup-codes': post({ password: passwordField }, { slips: 'session' }),
  'two-factor/verify-totp': post({ code, trustDevice: z.boolean().optional() }, { spends: 'tokens' }),
  'two-factor/verify-backup-code': post({ code }, { spends: 'tokens' }),
  'passkey/generate-register-options': { method: 'GET', query: z.object({ name: personName.optional() }), spends: 'challenges' },
  'passkey/verify-registration': post({ response: z.looseObject({}), name: personName.optional() }),
  'passkey/generate-authenticate-options': { method: 'GET', query: z.object({}), spends: 'challenges' },
  'passkey/verify-authentication': post({ response: z.looseObject({}) }, { spends: 'tokens' }),
  'passkey/list-user-passkeys': { method: 'GET', query: z.object({}) },
  'passkey/delete-passkey': post({ id: z.string().max(64) }),
  'passkey/update-passkey': post({ id: z.string().max(64), name: personName }),
}

/** What better-auth calls a refusal, and what the site calls it. */
export const refusals: Readonly<Record<string, string>> = {
  INVALID_EMAIL_OR_PASSWORD: 'wrong_password',
  INVALID_PASSWORD: 'wrong_password',
  CREDENTIAL_ACCOUNT_NOT_FOUND: 'wrong_password',
  USER_ALREADY_EXISTS: 'email_taken',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'email_taken',
  INVALID_EMAIL: 'email_wrong',
  PASSWORD_TOO_SHORT: 'password_too_short',
  PASSWORD_TOO_LONG: 'password_too_long',
  INVALID_TOKEN: 'link_over',
  TOKEN_EXPIRED: 'link_over',
  USER_NOT_FOUND: 'link_over',
  INVALID_USER: 'link_over',
  INVALID_CODE: 'wrong_code',
  INVALID_BACKUP_CODE: 'wrong_code',
  INVALID_TWO_FACTOR_COOKIE: 'sign_in_again',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'sign_in_again',
  ACCOUNT_TEMPORARILY_LOCKED: 'wait_a_little',
  SESSION_NOT_FRESH: 'sign_in_again',
  // only a link by mail makes a session that may be refused (auth-store.ts)
  FAILED_TO_CREATE_SESSION: 'link_needs_code',
  RESET_PASSWORD_DISABLED: 'no_mail',
  TOTP_ALREADY_ENABLED: 'two_factor_on',
  TOTP_NOT_ENABLED: 'two_factor_off',
  TWO_FACTOR_NOT_ENABLED: 'two_factor_off',
  BACKUP_CODES_NOT_ENABLED: 'two_factor_off',
  CHALLENGE_NOT_FOUND: 'passkey_failed',
  PASSKEY_NOT_FOUND: 'passkey_failed',
  AUTHENTICATION_FAILED: 'passkey_failed',
  FAILED_TO_VERIFY_REGISTRATION: 'passkey_failed',
  PREVIOUSLY_REGISTERED: 'passkey_known',
}

export function codeOfRefusal(status: number, body: unknown): string {
  const { code: given, message } = Object(body) as { code?: unknown; message?: unknown }
  if (typeof given === 'string' && Object.hasOwn(refusals, given)) return refusals[given]!
  if (message === 'Email is the same') return 'email_same'
  if (message === "Verification email isn't enabled") return 'no_mail'
  return status === 401 ? 'sign_in_first' : status === 403 ? 'sign_in_again' : status === 429 ? 'wait_a_little' : 'malformed'
}

/** A field of the body that the site can name, for what a form got wrong. */
export function codeOfIssue(path: readonly PropertyKey[], value: unknown): string {
  const field = path[0]
  if (field === 'email' || field === 'newEmail') return 'email_wrong'
  if (field === 'name') return typeof value === 'string' && value.trim().length > 120 ? 'name_too_long' : 'name_empty'
  if (field === 'token') return 'link_over'
  if (field === 'code') return 'wrong_code'
  return 'malformed'
}
