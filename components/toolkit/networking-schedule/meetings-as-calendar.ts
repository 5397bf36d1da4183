import { makeIcs } from '#lib/activity/make-ics.ts'
import { partsOf } from '#lib/toolkit/days.ts'
import type { Contact } from '#lib/toolkit/networking-schedule.ts'

/** Early enough to read the objective once more. */
const hour = 8

/** A reminder on the day of each meeting; a file made again moves the ones it knows. */
export function meetingsAsCalendar(
  coming: readonly Contact[],
  words: (key: string, values?: Record<string, string>) => string,
  address: string,
): string {
  const now = Date.now()
  const url = new URL(address)
  return makeIcs(
    ...coming.map(({ id, organisation, contact, next, objective }) => ({
      uid: `meeting-${id}@${url.hostname}`,
      now,
      day: partsOf(next),
      hour,
      minutes: 15,
      summary: words('calendar-title', { name: organisation }),
      description: [objective ? `${words('objective')}: ${objective}` : '', contact].filter(Boolean).join('\n'),
      url: `${url.origin}${url.pathname}`,
    })),
  )
}
