import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asideKey, copyText, readCopy } from './copy.ts'
import { equal, mergeCopy } from './merge.ts'
import type { Source } from './source.ts'

const reflection: Source = {
  key: 'networking/my-reflection',
  title: 'Look back',
  href: '/x',
  fields: [{ at: ['text'], label: '' }],
  shape: { text: '', done: false },
}
const replies: Source = {
  key: 'networking/lessons/a/replies',
  title: 'Replies',
  href: '/y',
  fields: ['one', 'two'].map((id) => ({ at: [id], label: id })),
  shape: {},
}
const log: Source = { key: 'networking/lessons/a/log', title: 'Log', href: '/z', fields: [{ at: ['*', 'entry'], label: '' }], shape: [] }
const sources = new Map([reflection, replies, log].map((source) => [source.key, source]))

const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('', ' ', 'a', 'a word', 'مرحبا', 'two\n\nlines'))
const at = fc.integer({ min: 0, max: 5 })
const id = fc.constantFrom('r1', 'r2', 'r3')
/** Anything that a device may hold. */
const kept = fc
  .record(
    {
      bookmarks: fc.uniqueArray(fc.record({ object: fc.constantFrom('a', 'b'), heading: fc.constantFrom('', 'h'), title: text, at }), {
        selector: ({ object, heading }) => `${object}#${heading}`,
      }),
      'notes/networking/lessons/a': fc.record({ version: fc.constant(1), text, title: fc.constant('A'), at }),
      'notes/networking/lessons/gone': fc.record({ version: fc.constant(1), text, title: fc.constant('Gone'), at }),
      [reflection.key]: fc.record({ text, done: fc.boolean() }),
      [replies.key]: fc.record({ one: text, two: text }, { requiredKeys: [] }),
      [log.key]: fc.array(fc.record({ id, entry: text, choices: fc.constant({}) }), { maxLength: 3 }),
      'review/words': fc.array(fc.record({ day: at, title: text, text }), { maxLength: 2 }),
      'toolkit/commitments': fc.record({
        version: fc.constant(1),
        commitments: fc.uniqueArray(fc.record({ id, who: text }), { selector: (one) => one.id }),
      }),
      'toolkit/information-flow': fc.record({ version: fc.constant(1), title: text, flows: fc.constant([]) }),
    },
    { requiredKeys: [] },
  )
  .map((record) => new Map<string, unknown>(Object.entries(record)))

function open(here: ReadonlyMap<string, unknown>, copy: ReadonlyMap<string, unknown>) {
  const merged = mergeCopy(here, copy, sources)
  return { ...merged, all: new Map([...here, ...merged.changed]) }
}
function texts(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) => (['id', 'object', 'heading', 'title'].includes(name) ? [] : texts(one)))
}
const same = (one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>) =>
  equal(Object.fromEntries(one), Object.fromEntries(other))

describe('a copy of the notebook', () => {
  it('opened on an empty device gives exactly what was saved', () => {
    fc.assert(
      fc.property(kept, (saved) => {
        const read = readCopy(copyText(saved, '2026-11-22T10:00:00Z'), sources)
        expect(read.ok && read.dropped).toBe(0)
        if (read.ok) expect(same(open(new Map(), read.kept).all, saved)).toBe(true)
      }),
    )
  })

  it('never loses a text of either side', () => {
    fc.assert(
      fc.property(kept, kept, (here, copy) => {
        const found = texts(Object.fromEntries(open(here, copy).all))
        for (const one of [...texts(Object.fromEntries(here)), ...texts(Object.fromEntries(copy))])
          expect(found.some((other) => other.includes(one))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('opened a second time changes nothing', () => {
    fc.assert(
      fc.property(kept, kept, (here, copy) => {
        const { all } = open(here, copy)
        expect([...open(all, copy).changed]).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('opened where it was saved changes nothing', () => {
    fc.assert(
      fc.property(kept, (here) => {
        expect([...open(here, structuredClone(here)).changed]).toEqual([])
      }),
    )
  })

  it('leaves what stands here where it is', () => {
    const here = new Map<string, unknown>([
      [reflection.key, { text: 'mine', done: true }],
      [replies.key, { one: 'mine' }],
    ])
    const copy = new Map<string, unknown>([
      [reflection.key, { text: 'theirs', done: true }],
      [replies.key, { one: '', two: 'theirs' }],
    ])
    const { all, beside } = open(here, copy)
    expect(all.get(reflection.key)).toEqual({ text: 'mine', done: true })
    expect(all.get(replies.key)).toEqual({ one: 'mine', two: 'theirs' })
    expect(all.get(asideKey)).toEqual([{ key: reflection.key, value: { text: 'theirs', done: true } }])
    expect(beside).toBe(1)
  })

  it('puts the newer note first and keeps the older one below it, once', () => {
    const key = 'notes/networking/lessons/a'
    const note = (text: string, at: number) => new Map<string, unknown>([[key, { version: 1, text, title: 'A', at }]])
    expect(open(note('old', 1), note('new', 2)).all.get(key)).toMatchObject({ text: 'new\n\nold', at: 2 })
    expect(open(note('new', 2), note('old', 1)).all.get(key)).toMatchObject({ text: 'new\n\nold', at: 2 })
    expect(open(note('a beginning', 1), note('a beginning, and an end', 2)).all.get(key)).toMatchObject({ text: 'a beginning, and an end' })
  })

  it('keeps both where a row of a tool was changed on two devices', () => {
    const log = (who: string) => new Map<string, unknown>([['toolkit/commitments', { version: 1, commitments: [{ id: 'r1', who }] }]])
    expect(open(log('Ines'), log('Grace')).all.get('toolkit/commitments')).toEqual({
      version: 1,
      commitments: [
        { id: 'r1', who: 'Ines' },
        { id: 'r1-2', who: 'Grace' },
      ],
    })
  })
})
