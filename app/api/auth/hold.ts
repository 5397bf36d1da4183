/** Not too often: what stands before every check of a password, a code or a token, and before every letter. */

import { refuse } from '#app/api/reply.ts'
import type { AuthPath } from '#lib/account/auth-paths.ts'
import { clientAddress } from '#lib/account/client-address.ts'
import { knownDevice } from '#lib/account/known-device.ts'
import { tokenInCookies } from '#lib/account/session-cookie.ts'
import { budgets } from '#lib/account/throttle.ts'
import { forgetSlips, noteSlip, spend, throttleKey, waitFor } from '#lib/account/throttle-store.ts'
import { config } from '#lib/config/read-config.ts'
import { database } from '#lib/db/client.ts'

/** @returns the seconds to wait, or the key under which a slip will be counted */
export async function hold(
  headers: Headers,
  { slips, spends }: Pick<AuthPath, 'slips' | 'spends'>,
  body: Readonly<Record<string, unknown>>,
): Promise<{ seconds: number } | { key: string | null }> {
  const db = await database()
  const now = Date.now()
  const { proxies } = config()
  const from = clientAddress(headers, proxies)
  const budget = spends ?? (slips ? 'passwords' : null)
  const place = budgetPlace(headers, from, slips, body)
  if (budget && !(await spend(db, throttleKey(budget, place), budgets[budget], now))) {
    const { within } = budgets[budget]
    return { seconds: Math.ceil((within - (now % within)) / 1000) }
  }
  if (!slips) return { key: null }
  const key = slips === 'account' ? keyOfAccount(headers, from, String(body['email'])) : keyOfSession(headers, from)
  const wait = await waitFor(db, key, now)
  return wait > 0 ? { seconds: Math.ceil(wait / 1000) } : { key }
}

/** The refusal that says how long to wait. */
export function tooOften(seconds: number): Response {
  return refuse('wait_a_little', { details: { seconds }, headers: { 'Retry-After': String(seconds) } })
}

export async function noteOutcome(key: string | null, outcome: string): Promise<void> {
  if (key === null) return
  if (outcome === 'wrong_password') await noteSlip(await database(), key, Date.now())
  if (outcome === 'right') await forgetSlips(await database(), key)
}

/**
 * Nobody’s mailbox is filled by strangers, and no stranger uses up what its owner may ask for: each place has letters of its own.
 * How many letters are written to one mailbox altogether is counted where they are written (lib/account/letter-store.ts).
 */
export async function lettersLeft(headers: Headers, path: string, body: Readonly<Record<string, unknown>>): Promise<boolean> {
  const to =
    path === 'sign-in/magic-link' || path === 'request-password-reset' ? body['email'] : path === 'change-email' ? body['newEmail'] : null
  if (typeof to !== 'string') return true
  const { secret, proxies } = config()
  const known = knownDevice(headers.get('cookie'), to, secret)
  const asker = known === null ? `from ${clientAddress(headers, proxies)}` : `known ${known}`
  return spend(await database(), throttleKey('letters-to', path, asker, to), budgets.lettersTo, Date.now())
}

/** Who signs in where they did before does not wait for what others on the same network try. */
function budgetPlace(headers: Headers, from: string, slips: AuthPath['slips'], body: Readonly<Record<string, unknown>>): string {
  const known = slips === 'account' ? knownDevice(headers.get('cookie'), String(body['email']), config().secret) : null
  return known ?? from
}

function keyOfAccount(headers: Headers, from: string, email: string): string {
  const known = knownDevice(headers.get('cookie'), email, config().secret)
  return known === null ? throttleKey('from', from, email) : throttleKey('known', known, email)
}

function keyOfSession(headers: Headers, from: string): string {
  const { secret, baseUrl } = config()
  return throttleKey('session', tokenInCookies(headers.get('cookie'), secret, baseUrl) ?? from)
}
