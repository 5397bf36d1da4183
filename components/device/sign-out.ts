/**
 * Signing out on this device: what it has not sent goes first, then the session ends, then the record is taken off the device. No exchange
 * runs in between, so that nothing is fetched or sent for the wrong person.
 */
import type { Leaving } from './aside.ts'
import type { Called } from './call.ts'
import { exclusive } from './exclusive.ts'
import { flush } from './outbox.ts'
import { request } from './request.ts'
import { thisDevice } from './this-device.ts'

/**
 * @param leaving `unsent` null: stop and say so where something could not be sent
 * @returns `unsent`: how much could not be sent; then nothing has happened yet
 */
export async function signOutHere(leaving: {
  privates: Leaving['privates']
  unsent: Leaving['unsent'] | null
}): Promise<Called<{ unsent: number } | { out: true }>> {
  const log = thisDevice()
  await flush()
  const { syncCopies } = await import('./private-copies.ts')
  await exclusive('copies', () => syncCopies(log, request)).catch(() => undefined)
  return exclusive('exchange', async () => {
    const { unsent } = log.status()
    if (unsent > 0 && leaving.unsent === null) return { ok: true, value: { unsent } }
    const reply = await request('POST', '/api/auth/sign-out', {})
    if (!reply.ok && reply.status !== 401) return reply
    await forget({ privates: leaving.privates, unsent: leaving.unsent ?? 'aside' })
    return { ok: true, value: { out: true } }
  })
}

/** Takes the record off this device, for who has erased their account, too. */
export async function forget(leaving: Leaving = { privates: 'erase', unsent: 'erase' }): Promise<void> {
  await (await import('./aside.ts')).leave(thisDevice(), leaving)
}
