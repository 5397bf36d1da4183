import { describe, expect, it } from 'vitest'
import { messagesFor } from '#lib/message/messages.ts'
import { composeInvitation, composeReminder, greetingName, type LetterFacts } from './compose-letter.ts'
import { reminderKinds } from './kinds.ts'
import type { Planned } from './plan-letters.ts'

const facts: LetterFacts = {
  messages: messagesFor('en').letter,
  locale: 'en',
  site: 'Common Ground',
  baseUrl: 'https://learn.example.org',
  cohort: { name: 'Harda field team', timeZone: 'Asia/Kathmandu' },
  titles: new Map([
    ['networking', 'Networking'],
    ['planning', 'Making a plan'],
  ]),
  certificates: new Map([['networking', 'ABCD-EFGH']]),
  stopPage: 'https://learn.example.org/unsubscribe?token=t',
  joinLink: 'https://learn.example.org/join/KM4T7Q?invite=i',
}
/** six in the evening in Kathmandu, a quarter past twelve in UTC */
const due = Date.UTC(2026, 10, 27, 12, 15)
const planned = (given: Partial<Planned>): Planned => ({
  once: 'o',
  kind: 'due-soon',
  cohort: 'harda',
  learner: 'amal',
  invitation: null,
  address: 'amal@example.org',
  name: 'Amal',
  modules: [{ module: 'networking', dueAt: due }],
  soon: [],
  ...given,
})
const two = [
  { module: 'networking', dueAt: due },
  { module: 'planning', dueAt: due },
]

describe('the words of reminders', () => {
  it('name what is due, when, and on whose clock', () => {
    const { subject, body } = composeReminder(planned({}), facts)
    expect(subject).toBe('Due soon: Networking')
    expect(body).toMatch(
      /^Hello Amal,\n\nOne module in “Harda field team” is due soon:\n\n- Networking: by Friday,? 27 November 2026.{1,5}18:00 Nepal Time\n\n/,
    )
    expect(body).toContain('\n\nhttps://learn.example.org\n\n-- \n')
    expect(body.endsWith('https://learn.example.org/unsubscribe?token=t\n')).toBe(true)
  })

  it('count modules, and say what comes next and whom to ask', () => {
    const { subject, body } = composeReminder(planned({ kind: 'overdue', modules: two, soon: two.slice(0, 1) }), facts)
    expect(subject).toBe('Past their date: 2 modules in Harda field team')
    expect(body.match(/^- /gm)).toHaveLength(3)
    expect(body).toContain('They stay open')
    expect(body).toContain('tell your facilitator')
  })

  it('lead who has finished to the certificate, or to where it is made', () => {
    const { body } = composeReminder(planned({ kind: 'finished', modules: two }), facts)
    expect(body).toContain('- Networking: https://learn.example.org/certificates/ABCD-EFGH')
    expect(body).toContain('- Making a plan: https://learn.example.org/modules/planning')
  })

  it('lead who was invited to their own link', () => {
    const { body } = composeReminder(planned({ kind: 'invited', name: '', modules: [], invitation: 'i', learner: null }), facts)
    expect(body).toMatch(/^Hello,\n\n/)
    expect(body).toContain('\n\nhttps://learn.example.org/join/KM4T7Q?invite=i\n\n')
  })

  it('are short: no sentence of more than 25 words, nothing left to be filled in', () => {
    const all = [
      ...reminderKinds.flatMap((kind) =>
        [two, two.slice(0, 1)].map((modules) => composeReminder(planned({ kind, modules, soon: two }), facts)),
      ),
      composeInvitation({ name: 'Bela', facilitator: 'Mei Lin', link: facts.joinLink }, facts),
    ]
    for (const { subject, body } of all) {
      expect(`${subject}\n${body}`).not.toMatch(/[{}—!]|undefined|null/)
      for (const sentence of body.replace(/https?:\S+/g, '.').split(/[.?:\n]+/))
        expect(sentence.trim().split(/\s+/).length, sentence).toBeLessThanOrEqual(25)
    }
  })
})

describe('greetingName', () => {
  it.each([
    ['Amal', 'Amal'],
    ['  Nguyễn   Thị Ánh ', 'Nguyễn Thị Ánh'],
    ['J. R. Smith', 'J. R. Smith'],
    ['မောင်မောင်', 'မောင်မောင်'],
    ['', null],
    ['Win money at evil.example', null],
    ['see https://evil.example', null],
    ['www.evil', null],
    ['amal@example.org', null],
    ['<b>Amal</b>', null],
    ['You have won a prize, answer this letter', null],
    ['x'.repeat(61), null],
    ['Amal\r\nBcc: eve', null],
  ])('%j: %j', (name, expected) => {
    expect(greetingName(name)).toBe(expected)
  })
})
