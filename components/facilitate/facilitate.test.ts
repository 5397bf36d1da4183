import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import type { Concern } from '#lib/cohort/stuck.ts'
import { messagesFor } from '#lib/message/messages.ts'
import { pick } from './pick.ts'
import { qrFile, qrPath } from './qr-code.ts'
import { mailLink, mainConcerns, sayConcern } from './say-concern.ts'
import { sayAgo, sayDay } from './say-when.ts'

const day = 86_400_000
const now = Date.UTC(2026, 10, 22, 12)
const messages = messagesFor('en').facilitate
const clock = { now, timeZone: 'Africa/Nairobi', locale: 'en', messages }
const titleOf = (slug: string) => slug.toUpperCase()

describe('why somebody needs a word', () => {
  it.each<[Concern, string]>([
    [{ kind: 'failed', module: 'm', times: 4 }, 'Has tried the check of “M” 4 times without reaching the mark.'],
    [{ kind: 'no-attempts', module: 'm', allowed: 2 }, 'Has no attempt left at the check of “M” (2 allowed).'],
    [
      { kind: 'silent', module: 'm', since: now - 9 * day, dueAt: now + 2 * day, never: false },
      'Silent for 9 days. “M” is due on 24 November.',
    ],
    [
      { kind: 'silent', module: 'm', since: now - 9 * day, dueAt: now - 2 * day, never: false },
      'Silent for 9 days. “M” was due on 20 November.',
    ],
    [
      { kind: 'silent', module: 'm', since: now - 9 * day, dueAt: now + 2 * day, never: true },
      'Has done nothing yet. “M” is due on 24 November.',
    ],
  ])('%o', (concern, sentence) => {
    expect(sayConcern(concern, titleOf, clock)).toBe(sentence)
  })

  it('says silence once, of what is due first', () => {
    const silent = (module: string, dueAt: number): Concern => ({ kind: 'silent', module, since: 0, dueAt, never: false })
    const concerns: Concern[] = [silent('b', 2), { kind: 'failed', module: 'c', times: 3 }, silent('a', 1)]
    expect(mainConcerns(concerns).map(({ module }) => module)).toEqual(['c', 'a'])
  })
})

describe('a letter begun', () => {
  it('goes to one address, whatever is in the name and the address', () => {
    const link = new URL(mailLink({ name: 'A&bcc=x@y.org\r\nB', email: 'a?cc=b@example.org' }, 'Networking', clock))
    expect(link.pathname).toBe('a%3Fcc%3Db@example.org')
    expect([...link.searchParams.keys()]).toEqual(['subject', 'body'])
  })
})

describe('when something was', () => {
  it.each<[number | null, string]>([
    [null, 'nothing yet'],
    [now, 'today'],
    // 23:59 of the day before in Nairobi
    [Date.UTC(2026, 10, 21, 20, 59), 'yesterday'],
    [Date.UTC(2026, 10, 21, 21), 'today'],
    [now - 9 * day, '9 days ago'],
    [now - 29 * day, '24 Oct'],
    [now - 400 * day, '18 Oct 25'],
  ])('%s is %s', (at, words) => {
    expect(sayAgo(at, clock)).toBe(words)
  })

  it('says the year only where it is not this one', () => {
    expect([sayDay(now, clock), sayDay(now - 365 * day, clock)]).toEqual(['22 November', '22 November 2025'])
  })
})

describe('a QR', () => {
  it('is dark where the code is dark, and has the white border that readers need', () => {
    const text = 'https://course.example.org/join/KMTQ47'
    const { size, path } = qrPath(text)
    const drawn = Array.from({ length: size }, () => new Array<boolean>(size).fill(false))
    for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
      for (let i = 0; i < Number(run); i++) drawn[Number(y)]![Number(x) + i] = true
    expect(drawn).toEqual(encode(text, { border: 4, ecc: 'M' }).data)
    expect(drawn.slice(0, 4).flat()).not.toContain(true)
    expect(qrFile(text)).toContain(path)
  })
})

describe('the strings of a leaf', () => {
  it('are the ones asked for with their plurals, what every leaf says, and no others', () => {
    const words = pick({ cancel: 'c', offline: 'o', unavailable: 'u', 'a-b': '1', a_one: '2', a_other: '3', ab: '4', b: '5' }, 'a')
    expect(Object.keys(words)).toEqual(['cancel', 'offline', 'unavailable', 'a_one', 'a_other'])
    expect(Object.keys(pick({ 'a-b': '1', a: '2', 'ab-c': '3' }, 'a-'))).toEqual(['a-b'])
  })
})
