/** What a certificate says in words, for its picture and its page. Pure. */

import { type Messages, say } from '#lib/message/format.ts'
import { formatLocale } from '#lib/message/locale.ts'
import type { Achievement, CourseAchievement } from './schema.ts'

/** One to twelve as words, further as figures. */
function count(messages: Messages, key: string, n: number, locale: string): string {
  const word = messages[`number_${n}`]
  return say(messages, key, { count: n, number: word ?? n.toLocaleString(locale) }, locale)
}

export function isOfCourse(achievement: Achievement): achievement is CourseAchievement {
  return 'modules' in achievement
}

/** What was completed: the module's title, or the course's. */
export function titleOf(achievement: Achievement): string {
  return isOfCourse(achievement) ? achievement.course : achievement.module.title
}

/** e.g. "five lessons, a branching scenario and a check", "eight modules with forty lessons, six scenarios and their checks" */
export function partsOf(achievement: Achievement, messages: Messages, locale: string): string {
  const parts = isOfCourse(achievement)
    ? [
        count(messages, 'lessons', achievement.lessons, locale),
        ...(achievement.scenarios > 0 ? [count(messages, 'scenarios', achievement.scenarios, locale)] : []),
        count(messages, 'checks', achievement.modules.length, locale),
        count(messages, 'tasks', achievement.modules.length, locale),
      ]
    : [
        ...(achievement.lessons > 0 ? [count(messages, 'lessons', achievement.lessons, locale)] : []),
        ...(achievement.scenario ? [say(messages, 'scenario')] : []),
        say(messages, 'check'),
      ]
  return new Intl.ListFormat(formatLocale(locale), { type: 'conjunction' }).format(parts)
}

/** The words that every sentence about an achievement may use. */
export function wordsOf(achievement: Achievement, messages: Messages, locale: string): Record<string, string> {
  return { module: titleOf(achievement), course: achievement.course, parts: partsOf(achievement, messages, locale) }
}

/** The key of a sentence that differs between a module and the course. */
export function keyFor(achievement: Achievement, key: string): string {
  return isOfCourse(achievement) ? `${key}Course` : key
}

/** The sentence after the holder's name. `*` stands around what is set in bold. */
export function sentenceOf(achievement: Achievement, messages: Messages, locale: string): string {
  return say(messages, keyFor(achievement, 'sentence'), wordsOf(achievement, messages, locale))
}

/** The sentence with its bold pieces apart. */
export function pieces(text: string): { text: string; bold: boolean }[] {
  return text
    .split('*')
    .map((piece, index) => ({ text: piece, bold: index % 2 === 1 }))
    .filter((piece) => piece.text !== '')
}

/** Day, month and year in UTC, so that everybody reads the same date. @param at Unix milliseconds */
export function dateOf(at: number, locale: string): string {
  return new Intl.DateTimeFormat(formatLocale(locale), { dateStyle: 'long', timeZone: 'UTC' }).format(at)
}

/** "about 50 minutes", "about 2 hours": to five minutes below two hours, to half an hour above. */
export function durationOf(minutes: number, messages: Messages, locale: string): string {
  if (minutes < 120) return say(messages, 'minutes', { count: Math.max(5, Math.round(minutes / 5) * 5) }, locale)
  return say(messages, 'hours', { count: Math.round(minutes / 30) / 2 }, locale)
}
