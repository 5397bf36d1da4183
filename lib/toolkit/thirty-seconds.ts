/**
 * The thirty-second explanation: four parts, said to one listener. Pure.
 *
 * Parts, checks and listeners are those of the lesson of that name; their words stand in the catalogue.
 */
import { countWords } from '#lib/activity/count-words.ts'
import { asRecord, joinParts } from '#lib/activity/own-parts.ts'
import { findVague, type VagueFinding } from '#lib/activity/schedule.ts'
import { entriesFrom, recordFrom } from './read-kept.ts'
import { typedFrom } from './typed-from.ts'

/** The ids are those of the lesson's activity, so that what was written there can be taken over. */
export const parts = ['number', 'decision', 'people', 'back'] as const
export type Part = (typeof parts)[number]
export const checks = ['theirs', 'dated', 'people', 'returns', 'keep'] as const
export type Check = (typeof checks)[number]
/** Who listens: each of them asks something else first. */
export const listeners = ['field', 'coordinator', 'donor', 'community'] as const
export type Listener = (typeof listeners)[number]

export type Explanation = {
  id: string
  /** which number it is about, to whom */
  name: string
  listener: Listener | ''
  parts: Record<Part, string>
  /** what the writer has ticked about it */
  ticks: Check[]
}
export type Explanations = { version: 1; sheets: Explanation[] }

export const mostSheets = 100
export const longest = { name: 120, part: 600 }
export const emptyExplanations: Explanations = { version: 1, sheets: [] }

export function emptyExplanation(id: string): Explanation {
  return { id, name: '', listener: '', parts: { number: '', decision: '', people: '', back: '' }, ticks: [] }
}

/** What the device or a copy holds, fitted: never throws. */
export function explanationsFrom(kept: unknown): Explanations {
  return {
    version: 1,
    sheets: entriesFrom<Explanation>(
      recordFrom(kept)['sheets'],
      (one) => {
        const ticks: readonly unknown[] = Array.isArray(one['ticks']) ? one['ticks'] : []
        return {
          name: typedFrom(one['name'], longest.name),
          listener: listeners.find((id) => id === one['listener']) ?? '',
          parts: partsFrom(one['parts']),
          ticks: checks.filter((id) => ticks.includes(id)),
        }
      },
      mostSheets,
    ),
  }
}

function partsFrom(kept: unknown): Record<Part, string> {
  const texts = recordFrom(kept)
  const text = (part: Part) => typedFrom(texts[part], longest.part)
  return { number: text('number'), decision: text('decision'), people: text('people'), back: text('back') }
}

/** Object id of the activity of the lesson whose text can be taken over. */
export const lessonActivity = 'big-picture/lessons/thirty-seconds/thirty-seconds'

/** What the learner wrote as their own in the lesson, with their ticks; null where they wrote nothing. */
export function fromLesson(kept: unknown): Pick<Explanation, 'parts' | 'ticks'> | null {
  const { own, ticks } = asRecord(kept)
  const [sheet] = explanationsFrom({ sheets: [{ parts: own, ticks }] }).sheets
  return sheet && parts.some((part) => sheet.parts[part].trim() !== '') ? { parts: sheet.parts, ticks: sheet.ticks } : null
}

/** The whole, as it is said. */
export const spoken = (sheet: Explanation): string =>
  joinParts(
    sheet.parts,
    parts.map((id) => ({ id })),
  )

/**
 * Words a minute of somebody who speaks calmly to one listener. Tauroza and Allison, “Speech rates in British English”, Applied
 * Linguistics 11 (1990), found about 140 in lectures, which were given to listeners with other first languages, and more, about 210, in
 * conversation between people at home in the language. Here the listener may hear their second or third.
 */
export const wordsPerMinute = 140
/** The thirty seconds, with a little room: nobody leaves because of the thirty-third. */
export const mostSeconds = 35

/** @returns `seconds` is rounded to whole ones, 0 without words */
export function lengthOf(text: string, locale: string): { words: number; seconds: number; long: boolean } {
  const words = countWords(text, locale)
  const seconds = Math.round((words * 60) / wordsPerMinute)
  return { words, seconds, long: seconds > mostSeconds }
}

export type Finding =
  | { code: 'abbreviation'; word: string }
  /** the decision names no day */
  | { code: 'no-day' }
  /** the lesson's own words to look at twice */
  | ({ code: 'watch' } & VagueFinding)

/**
 * What one might look at again in a part. A hint, never a verdict: an empty part has none.
 * @param days words that say when, such as the days of the week, in the language of the text
 */
export function findingsIn(
  part: Part,
  text: string,
  { watch, days }: { watch: Parameters<typeof findVague>[1]; days: readonly string[] },
): Finding[] {
  if (text.trim() === '') return []
  const seen = findVague(text, watch)
  const known = seen.map(({ word }) => word.toLowerCase())
  const abbreviations = [...new Set(text.match(/(?<![\p{L}\p{N}])(?:\p{Lu}{2,}s?|\d\p{Lu}+)(?![\p{L}\p{N}])/gu) ?? [])]
    .filter((word) => !known.includes(word.toLowerCase()))
    // a text all in capitals is a way to write, not a list of abbreviations
    .filter(() => /\p{Ll}/u.test(text))
  const timed = /\d/.test(text) || findVague(text, [{ words: [...days], advice: '' }]).length > 0
  return [
    ...seen.map((one): Finding => ({ code: 'watch', ...one })),
    ...abbreviations.map((word): Finding => ({ code: 'abbreviation', word })),
    ...(part === 'decision' && !timed ? [{ code: 'no-day' } as const] : []),
  ]
}

/** One explanation as plain text. @param words in the learner's language */
export function sheetText(sheet: Explanation, words: (key: string) => string): string {
  const lines = [sheet.name.trim() || words('unnamed')]
  if (sheet.listener) lines.push(`${words('listener')}: ${words(`listener-${sheet.listener}`)}`)
  lines.push('')
  for (const part of parts) lines.push(`${words(`part-${part}`)}:`, sheet.parts[part].trim() || '…', '')
  return `${lines.join('\n').trimEnd()}\n`
}
