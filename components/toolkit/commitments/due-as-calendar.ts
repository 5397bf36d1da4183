import { makeIcs } from '#lib/activity/make-ics.ts'
import { type Commitment, dueOf } from '#lib/toolkit/commitments.ts'
import { dayAfter, partsOf } from '#lib/toolkit/days.ts'

const hour = 9

/** A reminder on the day before each promised day, while there is time to say that it will be late; on the day itself where that is today. */
export function dueAsCalendar(
  coming: readonly Commitment[],
  today: string,
  long: (date: string) => string,
  words: (key: string, values?: Record<string, string>) => string,
  address: string,
): string {
  const now = Date.now()
  const url = new URL(address)
  return makeIcs(
    ...coming.map((one) => {
      const due = dueOf(one)
      return {
        uid: `promise-${one.id}@${url.hostname}`,
        now,
        day: partsOf(due > today ? dayAfter(due, -1) : due),
        hour,
        minutes: 15,
        summary: words('calendar-title', { date: long(due), name: one.what }),
        description: [
          one.who ? words('calendar-text', { who: one.who }) : '',
          one.seen ? `${words('seen')}: ${one.seen}` : '',
          due > today ? words('calendar-early') : '',
        ]
          .filter(Boolean)
          .join('\n'),
        url: `${url.origin}${url.pathname}`,
      }
    }),
  )
}
