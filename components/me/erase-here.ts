import type { Called } from '#components/device/call.ts'
import { exclusive } from '#components/device/exclusive.ts'
import { request } from '#components/device/request.ts'
import { forget } from '#components/device/sign-out.ts'

/**
 * Erases the record on the site and then on this device. No exchange runs in between: the device would send again, as a new guest,
 * what was erased a moment ago.
 * @param given the password of the account, or the word
 */
export function eraseHere(given: { password: string } | { word: string }, privates: 'erase' | 'stay'): Promise<Called<unknown>> {
  return exclusive('exchange', async () => {
    const reply = await request('POST', '/api/me/erase', given)
    if (reply.ok) await forget({ privates, unsent: 'erase' })
    return reply
  })
}
