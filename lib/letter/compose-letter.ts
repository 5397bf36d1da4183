/**
 * The words of letters: plain text, short, in the language of the cohort, with a subject that says what it is. Pure.
 * Dates are in the cohort's time zone and name it: a letter does not know where it is read.
 */
import { type Messages, say } from '#lib/message/format.ts'
import { formatLocale } from '#lib/message/locale.ts'
import type { Planned, PlannedModule } from './plan-letters.ts'
import { knownZone } from './quiet-hours.ts'

export type LetterFacts = {
  messages: Messages
  locale: string
  site: string
  /** no slash at the end */
  baseUrl: string
  cohort: { name: string; timeZone: string }
  /** titles of modules, by slug */
  titles: ReadonlyMap<string, string>
  /** ids of this learner's certificates, by module */
  certificates: ReadonlyMap<string, string>
  /** where letters can be stopped */
  stopPage: string
  /** where an `invited` letter leads: the personal link */
  joinLink: string
}
export type Words = { subject: string; body: string }

export function composeReminder(planned: Planned, facts: LetterFacts): Words {
  const { messages, locale, baseUrl } = facts
  const { kind, modules, soon } = planned
  const values = { cohort: facts.cohort.name, site: facts.site, title: titleOf(modules[0], facts) }
  const counted = { ...values, count: modules.length }
  const parts: string[] = [say(messages, `${kind}-body`, kind === 'invited' ? values : counted, locale)]
  switch (kind) {
    case 'invited':
      parts.push(facts.joinLink)
      break
    case 'due-soon':
      parts.push(listOf('module-due', modules, facts), say(messages, 'go-on'), baseUrl)
      break
    case 'overdue':
      parts.push(listOf('module-was-due', modules, facts))
      if (soon.length > 0) parts.push(say(messages, 'overdue-soon'), listOf('module-due', soon, facts))
      parts.push(say(messages, 'go-on'), baseUrl, say(messages, 'overdue-talk'))
      break
    case 'finished':
      parts.push(modules.map((one) => say(messages, 'module-link', { title: titleOf(one, facts), link: linkOf(one, facts) })).join('\n'))
      break
    default:
      kind satisfies never
  }
  const subject = say(messages, `${kind}-subject`, kind === 'invited' || kind === 'finished' ? values : counted, locale)
  return whole(subject, planned.name, parts, kind === 'invited' ? 'stop-invited' : 'stop', facts)
}

/** The letter that a facilitator's invitation is. @param link where it is accepted */
export function composeInvitation(
  given: { name: string; facilitator: string; link: string },
  facts: Pick<LetterFacts, 'messages' | 'locale' | 'site' | 'cohort' | 'stopPage'>,
): Words {
  const { messages, locale } = facts
  const values = { cohort: facts.cohort.name, site: facts.site, facilitator: given.facilitator }
  const parts = [say(messages, 'invitation-body', values, locale), given.link, say(messages, 'invitation-after')]
  return whole(say(messages, 'invitation-subject', values, locale), given.name, parts, 'stop-invited', facts)
}

function whole(
  subject: string,
  name: string,
  parts: readonly string[],
  stop: 'stop' | 'stop-invited',
  { messages, site, cohort, stopPage }: Pick<LetterFacts, 'messages' | 'site' | 'cohort' | 'stopPage'>,
): Words {
  const greeted = greetingName(name)
  const hello = greeted === null ? say(messages, 'hello-nobody') : say(messages, 'hello', { name: greeted })
  // two dashes and a space: what mail programs know as the line under the letter (RFC 3676, section 4.3)
  const end = ['-- ', `${say(messages, stop, { cohort: cohort.name, site })}\n${stopPage}\n`]
  return { subject, body: [hello, ...parts, end.join('\n')].join('\n\n') }
}

/**
 * The name to greet with. Anybody may type any name and any address when joining, so what looks like a message of its own is
 * left out: nobody should be able to have the site send their words to a stranger.
 */
export function greetingName(name: string): string | null {
  const plain = name.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  const short = plain.length > 0 && [...plain].length <= 60 && plain.split(' ').length <= 6
  return short && !/[:/@<>]|www\.|\p{L}\.\p{L}{2,}/iu.test(plain) ? plain : null
}

function listOf(key: 'module-due' | 'module-was-due', modules: readonly PlannedModule[], facts: LetterFacts): string {
  return modules.map((one) => say(facts.messages, key, { title: titleOf(one, facts), date: dateOf(one.dueAt, facts) })).join('\n')
}

function titleOf(one: PlannedModule | undefined, { titles }: LetterFacts): string {
  return one ? (titles.get(one.module) ?? one.module) : ''
}

function linkOf({ module }: PlannedModule, { baseUrl, certificates }: LetterFacts): string {
  const certificate = certificates.get(module)
  return certificate === undefined ? `${baseUrl}/modules/${module}` : `${baseUrl}/certificates/${certificate}`
}

function dateOf(at: number | null, { locale, cohort }: LetterFacts): string {
  if (at === null) return ''
  const options = {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'long',
  } as const
  return new Intl.DateTimeFormat(formatLocale(locale), { ...options, timeZone: knownZone(cohort.timeZone) }).format(at)
}
