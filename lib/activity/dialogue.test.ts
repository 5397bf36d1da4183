import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barAfter, exchanges, lastPath, reached, type Said } from './dialogue.ts'

const option = (id: string, effect: number) => ({ id, text: id, effect, reply: 'Hm.', feedback: 'Why.' })
const turn = (id: string) => ({ id, says: `${id}.`, options: [option('check', 2), option('guess', 0), option('push', -2)] })
const data = {
  bar: {
    start: 1,
    max: 4,
    words: [
      { from: 0, word: 'a guess' },
      { from: 3, word: 'checked' },
    ],
  },
  turns: ['hello', 'figure', 'silence', 'goodbye'].map(turn),
  ends: [
    { from: 0, title: 'A guess', text: 'You left with a guess.' },
    { from: 3, title: 'Known', text: 'You know.' },
  ],
}
const said = (...list: string[]): Said[] =>
  list.map((one) => {
    const [turn = '', option = ''] = one.split(' ')
    return { turn, option }
  })
const values = (path: readonly Said[]) => exchanges(data, path).map(({ before, after }) => `${before}→${after}`)
const made = (response: unknown) => ({ result: { response: response as never } })

describe('a dialogue', () => {
  it.each([
    ['rises by checking only', said('hello check', 'figure guess'), ['1→3', '3→3']],
    ['does not rise above its maximum', said('hello check', 'figure check'), ['1→3', '3→4']],
    ['does not fall below nothing', said('hello push', 'figure check'), ['1→0', '0→2']],
    ['ends where the content has another turn', said('hello check', 'silence check'), ['1→3']],
    ['ends where the content no longer has the option', said('hello check', 'figure shout', 'silence check'), ['1→3']],
    [
      'ends with the last turn',
      said('hello check', 'figure push', 'silence push', 'goodbye guess', 'encore check'),
      ['1→3', '3→1', '1→0', '0→0'],
    ],
  ])('%s', (_, path, expected) => {
    expect(values(path)).toEqual(expected)
  })

  it('begins with the value the author gave', () => {
    expect(barAfter(data, [])).toBe(1)
  })

  it.each([
    [0, 'a guess', 'A guess'],
    [2, 'a guess', 'A guess'],
    [3, 'checked', 'Known'],
    [4, 'checked', 'Known'],
  ])('at %i is “%s” and ends as “%s”', (value, word, title) => {
    expect(reached(data.bar.words, value)?.word).toBe(word)
    expect(reached(data.ends, value)?.title).toBe(title)
  })

  it('has an end also below the first that was written', () => {
    expect(reached([{ from: 2, title: 'Least' }], 0)?.title).toBe('Least')
  })

  it('keeps the bar in its bounds, and a shorter path is the beginning of the longer one', () => {
    const choices = fc.array(fc.constantFrom('check', 'guess', 'push'), { maxLength: 4 })
    fc.assert(
      fc.property(choices, fc.nat(4), (options, keep) => {
        const path = options.map((one, index) => ({ turn: data.turns[index]?.id ?? '', option: one }))
        const all = exchanges(data, path)
        expect(all.every(({ after }) => after >= 0 && after <= data.bar.max)).toBe(true)
        expect(exchanges(data, path.slice(0, keep))).toEqual(all.slice(0, keep))
      }),
    )
  })
})

describe('the path on record', () => {
  it.each([
    ['is empty before the first turn', [], []],
    [
      'is the last one, also when it is shorter',
      [{ path: said('hello check', 'figure push') }, { path: said('hello push') }],
      said('hello push'),
    ],
    ['is not what has another shape', [{ path: said('hello check') }, 'hello', { path: 3 }, null], said('hello check')],
    ['leaves out what is no turn', [{ path: [...said('hello check'), null, { turn: 3 }] }], said('hello check')],
  ])('%s', (_, responses, path) => {
    expect(lastPath(responses.map(made))).toEqual(path)
  })
})
