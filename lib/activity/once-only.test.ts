import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { latestTalk, marked, readingOf } from './once-only.ts'

const data = {
  talk: ['The road is open.', 'Two lorries wait.', 'Bring the blue forms.'],
  points: [
    { id: 'road', text: 'The road', paragraph: 0 },
    { id: 'lorries', text: 'The lorries', paragraph: 1 },
    { id: 'number', text: 'Two of them', paragraph: 1 },
    { id: 'forms', text: 'The forms', paragraph: 2 },
  ],
}
const at = (attempt: string, response: unknown) => ({ attempt, result: { response: response as never } })

describe('the round of a talk', () => {
  it('is none before it was begun', () => {
    expect(latestTalk(data, [])).toBeNull()
  })

  it.each([
    ['is at the paragraph it went to', [{ paragraph: 0 }, { paragraph: 1 }], 1, null],
    ['does not go back', [{ paragraph: 2 }, { paragraph: 0 }], 2, null],
    ['is over after the last paragraph', [{ paragraph: 3 }], 3, null],
    ['keeps to a talk that became shorter', [{ paragraph: 9 }], 3, null],
    ['has the points that were ticked, in the order of the talk', [{ paragraph: 3, points: ['forms', 'road'] }], 3, ['road', 'forms']],
    ['leaves out a point the talk no longer has', [{ paragraph: 3, points: ['road', 'bridge'] }], 3, ['road']],
    ['leaves out what is no response of this kind', [{ paragraph: 1 }, { paragraph: -1 }, 'forms', null], 1, null],
  ])('%s', (_, responses, place, had) => {
    expect(
      latestTalk(
        data,
        responses.map((one) => at('one', one)),
      ),
    ).toEqual({ attempt: 'one', at: place, had })
  })

  it('begins again with a new attempt', () => {
    const statements = [at('one', { paragraph: 3, points: [] }), at('two', { paragraph: 0 })]
    expect(latestTalk(data, statements)).toEqual({ attempt: 'two', at: 0, had: null })
  })

  it('never shows an earlier paragraph after one more statement', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { minLength: 2, maxLength: 12 }), (places) => {
        const statements = places.map((paragraph) => at('one', { paragraph }))
        const before = latestTalk(data, statements.slice(0, -1))?.at ?? 0
        expect(latestTalk(data, statements)?.at).toBeGreaterThanOrEqual(before)
      }),
    )
  })
})

it.each([
  [0, 9, 'few'],
  [2, 9, 'few'],
  [3, 9, 'some'],
  [5, 9, 'some'],
  [6, 9, 'most'],
  [4, 4, 'most'],
])('reads %i of %i as %s', (had, points, reading) => {
  expect(readingOf(had, points)).toBe(reading)
})

it('sets each point beside its paragraph, had or missed', () => {
  const paragraphs = marked(data, ['road', 'number'])
  expect(paragraphs.map(({ text }) => text)).toEqual(data.talk)
  expect(paragraphs.map(({ points }) => points.map(({ id, had }) => `${id} ${had}`))).toEqual([
    ['road true'],
    ['lorries false', 'number true'],
    ['forms false'],
  ])
})

it('loses no point that names a paragraph beyond the talk', () => {
  const far = { ...data, points: [{ id: 'far', text: 'Far', paragraph: 7 }] }
  expect(marked(far, [])[2]?.points.map(({ id }) => id)).toEqual(['far'])
})
