/** When reminders may go out: from 8 to 17 o'clock where the cohort is. Pure. */

export const firstHour = 8
/** the first hour in which none goes out any more */
export const lastHour = 17

const formats = new Map<string, Intl.DateTimeFormat>()

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone: knownZone(timeZone) })
  formats.set(timeZone, format)
  return format
}

/** The zone, or UTC where this runtime does not know it (any more): letters of the other cohorts shall go on. */
export function knownZone(timeZone: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return timeZone
  } catch {
    return 'UTC'
  }
}

export function hourIn(timeZone: string, at: number): number {
  return Number(formatIn(timeZone).format(at))
}

export function isAwake(timeZone: string, at: number): boolean {
  const hour = hourIn(timeZone, at)
  return hour >= firstHour && hour < lastHour
}

const quarter = 15 * 60_000

/** @returns `at`, or the next moment at which letters may go out, to the quarter of an hour: zones differ by no less */
export function nextAwake(timeZone: string, at: number): number {
  if (isAwake(timeZone, at)) return at
  let next = Math.ceil(at / quarter) * quarter
  while (!isAwake(timeZone, next)) next += quarter
  return next
}
