/**
 * A calendar file with one reminder or several (RFC 5545). An event stands at a local hour without a zone ("floating", 3.3.5): it rings
 * at that hour wherever the learner is by then.
 */
export type Reminder = {
  /** globally unique and stable (3.8.4.7) */
  uid: string
  /** when the file is made, Unix milliseconds */
  now: number
  day: { year: number /** 1 to 12 */; month: number; day: number }
  /** 0 to 23 */
  hour: number
  minutes: number
  summary: string
  description: string
  url?: string
}

export function makeIcs(...reminders: readonly Reminder[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Common Ground//Reminders//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...reminders.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

function eventLines({ uid, now, day, hour, minutes, summary, description, url }: Reminder): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${new Date(now).toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART:${digits(day.year, 4)}${digits(day.month)}${digits(day.day)}T${digits(hour)}0000`,
    `DURATION:PT${minutes}M`,
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(description)}`,
    ...(url ? [`URL:${url}`] : []),
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:PT0S',
    `DESCRIPTION:${escapeText(summary)}`,
    'END:VALARM',
    'END:VEVENT',
  ]
}

/** TEXT (3.3.11): backslash, semicolon and comma are escaped, a line break is written \n, other control characters are not allowed. */
export function escapeText(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/[^\P{Cc}\t]/gu, '')
}

/** Lines of at most 75 octets (3.1); a fold never cuts a character in two. */
export function fold(line: string): string {
  const encoder = new TextEncoder()
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (octets + size > 75) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return folded
}

function digits(value: number, length = 2): string {
  return String(value).padStart(length, '0')
}
