import { describe, expect, it } from 'vitest'
import { copyText, notebookPart, readCopy } from './copy.ts'
import type { Source } from './source.ts'

const reflection: Source = {
  key: 'networking/my-reflection',
  title: 'Look back',
  href: '/x',
  fields: [{ at: ['text'], label: '' }],
  shape: { text: '', done: false },
}
const sources = new Map([[reflection.key, reflection]])
const read = (kept: Record<string, unknown>) => readCopy(copyText(new Map(Object.entries(kept)), ''), sources)

describe('a file opened as a copy', () => {
  it.each([
    ['no JSON', 'Dear diary', 'not-a-copy'],
    ['another thing', '[1, 2]', 'not-a-copy'],
    ['nothing', 'null', 'not-a-copy'],
    ['a list in place of what is kept', '{"notebook":"common-ground","version":1,"kept":[]}', 'not-a-copy'],
    ['a copy of a newer site', '{"notebook":"common-ground","version":2,"kept":{}}', 'newer-copy'],
    ['a copy of one tool', '{"tool":"commitments","version":1,"data":{}}', 'tool-copy'],
  ])('is refused with its reason: %s', (_, text, code) => {
    expect(readCopy(text, sources)).toEqual({ ok: false, code })
  })

  it('may begin with the mark that some editors write', () => {
    expect(readCopy(`\uFEFF${copyText(new Map(), '')}`, sources).ok).toBe(true)
  })

  it.each([
    ['a note without text', { 'notes/a': { at: 1 } }],
    ['a reflection that is a number', { [reflection.key]: 7 }],
    ['a reflection whose text is none', { [reflection.key]: { text: ['x'], done: true } }],
    ['a reflection of which a part is missing', { [reflection.key]: { text: 'x' } }],
    ['bookmarks that are no list', { bookmarks: {} }],
    ['a tool nobody knows', { 'toolkit/axe': { version: 1 } }],
    ['what reviews keep for themselves', { 'review/deck': { text: 'two words' } }],
    ['a draft of a check', { 'networking/quiz#draft': { text: 'two words' } }],
  ])('loses what could not have been written: %s', (_, kept) => {
    const found = read({ ...kept, 'notes/b': { text: 'stays', at: 1 } })
    expect(found.ok && [...found.kept.keys()]).toEqual(['notes/b'])
    expect(found.ok && found.dropped).toBe(1)
  })

  it('does not let a name reach what all objects share', () => {
    const found = readCopy('{"notebook":"common-ground","version":1,"kept":{"__proto__":{"text":"two words"}}}', sources)
    expect(found.ok && [...found.kept]).toEqual([])
    expect(Object.prototype).not.toHaveProperty('text')
  })
})

describe('what goes into a copy', () => {
  it('is words, and no machine state', () => {
    const privates = new Map<string, unknown>([
      ['bookmarks', []],
      [reflection.key, { text: '', done: false }],
      ['networking/lessons/a/room', { path: [{ person: 'p-1', opening: 'o-1' }] }],
      ['networking/lessons/a/old-activity', { text: 'Words of an activity that is gone' }],
      ['review/deck', { x: 'two words' }],
    ])
    expect([...notebookPart(privates, sources).keys()]).toEqual(['bookmarks', 'networking/lessons/a/old-activity'])
  })
})
