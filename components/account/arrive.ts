/** What follows when somebody has signed in: the device takes in their record, and they go on to where they wanted to. */
import { call } from '#components/device/call.ts'
import { flush } from '#components/device/outbox.ts'
import { remember } from './remembered.ts'

type Me = { user: { name: string; role: string } | null }

/** @param next where to go, or null: home for a learner, the cohorts for who facilitates */
export async function arrive(next: string | null, home: string): Promise<void> {
  const me = await call<Me>('GET', '/api/account')
  const user = me.ok ? me.value.user : null
  const staff = user !== null && user.role !== 'learner'
  if (user) remember({ name: user.name, staff })
  // what could not be sent now goes later
  await flush().catch(() => undefined)
  const start = home === '/' ? '' : home
  location.assign(next ?? (staff ? `${start}/facilitate` : home))
}
