/**
 * Days of a cohort's own time zone as instants. Pure. A day ends when the next date begins on the clocks there, whether it had
 * 23, 24 or 25 hours, and also where the clocks jump over midnight or over a whole date.
 */
const hour = 3_600_000
const formats = new Map<string, Intl.DateTimeFormat>()

/** An IANA name that this machine knows; a bare offset is none. */
export function isTimeZone(value: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+){0,3}$/.test(value) || value.length > 60) return false
  try {
    formatOf(value)
    return true
  } catch {
    return false
  }
}

/** A date that exists, as `2026-02-28`. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const at = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value)
}

/** The date on the clocks of the zone. */
export function dayIn(zone: string, at: number): string {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  return `${parts['year']!.padStart(4, '0')}-${parts['month']}-${parts['day']}`
}

/** The first instant of a day, milliseconds. Of a date that was left out, the first instant of the one after it. */
export function startOfDay(day: string, zone: string): number {
  return firstAt(day, (there) => there >= day, zone)
}

/** The last instant of a day, milliseconds: what is done then is still in time. */
export function endOfDay(day: string, zone: string): number {
  return firstAt(day, (there) => there > day, zone) - 1
}

/** No zone is more than 14 hours from UTC, and dates only go forward. */
function firstAt(day: string, reached: (there: string) => boolean, zone: string): number {
  const noon = Date.parse(`${day}T12:00:00Z`)
  let [before, after] = [noon - 40 * hour, noon + 64 * hour]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (reached(dayIn(zone, middle))) after = middle
    else before = middle
  }
  return after
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB-u-ca-iso8601-nu-latn', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  formats.set(zone, made)
  return made
}
