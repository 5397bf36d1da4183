/**
 * Codes of cohorts are short, so nobody may try many. Counted are the wrong ones alone, for each place they come from: a workshop behind
 * one router joins without waiting. One is taken from the budget before the look and given back after it, so that many at once are no
 * way round. A personal link is too long to be guessed, and is never held up.
 */
import { clientAddress } from '#lib/account/client-address.ts'
import { budgets } from '#lib/account/throttle.ts'
import { giveBack, spend, throttleKey } from '#lib/account/throttle-store.ts'
import { config } from '#lib/config/read-config.ts'
import { database } from '#lib/db/client.ts'

type Found<T, Code extends string> = { ok: true; value: T } | { ok: false; code: Code }

/**
 * @param look for what is behind a code and, where there is one, a personal link
 * @returns what was found, or `wait_a_little` without having looked at the code
 */
export async function unlessGuessing<T, Code extends string>(
  headers: Headers,
  { code, invite }: { code: string; invite?: string | undefined },
  look: (code: string) => Promise<Found<T, Code>>,
): Promise<Found<T, Code | 'wait_a_little'>> {
  const db = await database()
  const key = throttleKey('wrong-codes', clientAddress(headers, config().proxies))
  const now = Date.now()
  if (!(await spend(db, key, budgets.wrongCodes, now))) {
    await giveBack(db, key, budgets.wrongCodes, now)
    const found = invite === undefined ? null : await look('')
    return found && (found.ok || found.code !== 'code_unknown') ? found : { ok: false, code: 'wait_a_little' }
  }
  const found = await look(code)
  if (found.ok || found.code !== 'code_unknown') await giveBack(db, key, budgets.wrongCodes, now)
  return found
}
