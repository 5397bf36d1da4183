import { describe, expect, it } from 'vitest'
import { assembleNotebook, countThings, filterNotebook, followMoves, isEmpty } from './assemble.ts'
import { bookmarksFrom, isMarked, toggleBookmark } from './bookmarks.ts'
import { notebookMarkdown } from './markdown.ts'
import { noteFrom } from './note.ts'
import type { NotebookIndex } from './source.ts'

const index: NotebookIndex = {
  chapters: [
    {
      module: 'networking',
      number: 3,
      title: 'Networking',
      places: [
        {
          object: 'networking/lessons/with-a-plan',
          title: 'With a plan',
          href: '/plan',
          sources: [
            {
              key: 'networking/lessons/with-a-plan/my-schedule',
              title: 'My schedule',
              href: '/plan#activity-my-schedule',
              fields: ['who', 'objective'].map((id) => ({ at: ['*', id], label: id })),
              shape: [],
            },
          ],
        },
        { object: 'networking', title: 'The module', href: '/networking', sources: [] },
      ],
    },
  ],
  tools: [{ id: 'commitments', title: 'Commitments', href: '/toolkit/commitments' }],
  moved: { 'networking/lessons/old-plan': 'networking/lessons/with-a-plan' },
  headings: { 'networking/lessons/with-a-plan': ['the-idea'] },
}
const note = (text: string, title = 'With a plan') => ({ version: 1, text, title, at: 5 })
const assemble = (kept: Record<string, unknown>) => assembleNotebook(new Map(Object.entries(kept)), index)

describe('the notebook', () => {
  it('puts each thing with its lesson, the note first, rows in their order', () => {
    const { parts } = assemble({
      'networking/lessons/with-a-plan/my-schedule': [{ who: 'Mr Osei', objective: 'roads' }, {}, { who: 'Ines' }],
      'notes/networking/lessons/with-a-plan': note('Ask early'),
    })
    expect(parts).toHaveLength(1)
    expect(parts[0]?.sheets[0]?.entries.map(({ kind, pieces }) => [kind, pieces])).toEqual([
      ['note', [{ label: '', text: 'Ask early' }]],
      [
        'activity',
        [
          { label: 'who', text: 'Mr Osei', row: 1 },
          { label: 'objective', text: 'roads', row: 1 },
          { label: 'who', text: 'Ines', row: 3 },
        ],
      ],
    ])
  })

  it('follows a lesson that moved, and keeps a note of one that is gone under its title', () => {
    const { parts, gone, marks } = assemble({
      'notes/networking/lessons/old-plan': note('Moved along', 'An older title'),
      'notes/networking/lessons/nowhere': note('Still mine', 'Down the well'),
      bookmarks: [
        { object: 'networking/lessons/nowhere', heading: '', title: 'Down the well', at: 1 },
        { object: 'networking/lessons/old-plan', heading: 'the-idea', title: 'The idea', at: 2 },
        { object: 'networking/lessons/with-a-plan', heading: 'no-more', title: 'No more', at: 3 },
      ],
    })
    expect(parts[0]?.sheets[0]).toMatchObject({ object: 'networking/lessons/with-a-plan', entries: [{ title: 'An older title' }] })
    expect(gone).toMatchObject([{ title: 'Down the well', href: null, pieces: [{ text: 'Still mine' }] }])
    expect(marks.map(({ href }) => href)).toEqual(['/plan', '/plan#the-idea', null])
  })

  it('shows words of an activity that is gone, and nothing of a game', () => {
    const { gone } = assemble({
      'networking/lessons/with-a-plan/retired': { text: 'Words I wrote', step: 'often' },
      'networking/lessons/with-a-plan/room': { path: [{ person: 'p1', opening: 'o2' }] },
    })
    expect(gone).toMatchObject([{ kind: 'gone', pieces: [{ text: 'Words I wrote' }] }])
  })

  it('says how much a tool holds, and nothing of an empty one', () => {
    expect(assemble({ 'toolkit/commitments': { version: 1, commitments: [{}, {}] } }).tools).toMatchObject([{ count: 2 }])
    expect(isEmpty(assemble({ 'toolkit/commitments': { version: 1, commitments: [] }, bookmarks: [] }))).toBe(true)
  })

  it.each([null, 7, 'x', [], {}, [null], { text: 1 }])('shows nothing and does not break where a value is %j', (value) => {
    const keys = [
      'bookmarks',
      'notes/a',
      'networking/lessons/with-a-plan/my-schedule',
      'review/words',
      'toolkit/commitments',
      'notebook/aside',
    ]
    expect(countThings(assemble(Object.fromEntries(keys.map((key) => [key, value]))))).toBe(0)
  })

  it('finds by words, without minding case, accents or order', () => {
    const all = assemble({
      'notes/networking/lessons/with-a-plan': note('Ask José about the roads'),
      bookmarks: [{ object: 'networking/lessons/with-a-plan', heading: 'the-idea', title: 'The idea', at: 2 }],
    })
    expect(countThings(filterNotebook(all, 'ROADS jose'))).toBe(1)
    expect(countThings(filterNotebook(all, 'with a plan'))).toBe(2)
    expect(countThings(filterNotebook(all, 'roads bridges'))).toBe(0)
    expect(filterNotebook(all, '  ')).toBe(all)
  })

  it('comes to an end where moves go round in a circle', () => {
    expect(followMoves('a', { a: 'b', b: 'a' })).toMatch(/^[ab]$/)
    expect(followMoves('m/lessons/x/activity', { 'm/lessons/x': 'n/lessons/y' })).toBe('n/lessons/y/activity')
  })
})

describe('bookmarks', () => {
  it('follow a lesson to its id of today, and count once where both were marked', () => {
    const at = (object: string) => ({ object, heading: 'h', title: 'The idea', at: 1 })
    const moves = new Map([['networking/lessons/old', 'networking/lessons/new']])
    expect(bookmarksFrom([at('networking/lessons/old'), at('networking/lessons/new')], moves)).toEqual([at('networking/lessons/new')])
  })
  const mark = { object: 'a', heading: '', title: 'A', at: 1 }
  it('are made and taken away by the same press, each place for itself', () => {
    const both = toggleBookmark(toggleBookmark(undefined, mark), { ...mark, heading: 'h' })
    expect(both).toHaveLength(2)
    expect(isMarked(both, 'a', 'h')).toBe(true)
    expect(toggleBookmark(both, { ...mark, at: 9 })).toEqual([{ ...mark, heading: 'h' }])
  })
  it('that are not whole, or there twice, are left out', () => {
    expect(bookmarksFrom([mark, { ...mark, at: 2 }, { object: 'a' }, null, 3])).toEqual([mark])
  })
})

describe('a note', () => {
  it.each([undefined, null, 'text', {}, { text: 3 }, { text: ' \n' }])('is none where %j was kept', (kept) => {
    expect(noteFrom(kept)).toBeNull()
  })
})

describe('the notebook as Markdown', () => {
  const words = {
    title: 'Notebook',
    saved: 'Saved today',
    bookmarks: 'Bookmarks',
    note: 'Note',
    reviews: 'Reviews',
    tools: 'Job aids',
    held: (count: number) => `${count} entries`,
    gone: 'Gone',
    asides: 'Aside',
    row: (number: number) => `Entry ${number}`,
  }
  it('keeps every line somebody wrote inside a quotation', () => {
    const text = notebookMarkdown(
      assemble({ 'notes/networking/lessons/with-a-plan': note('# not a heading\n\n- not a list') }),
      words,
      'https://example.org',
    )
    expect(text).toContain('### [With a plan](https://example.org/plan)')
    expect(text).toContain('> # not a heading\n>\n> - not a list')
    expect(text.match(/^#/gm)).toHaveLength(4)
  })
})
