import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakLines, type Word } from './break-lines.ts'

/** Every letter is one wide at size 1. */
const width = (cells: readonly string[]) => cells.length
const words = (text: string): Word<string>[] => text.split(' ').map((word, index) => ({ space: index > 0 ? ' ' : null, cells: [...word] }))
const read = (text: string, box: { width: number; height: number; size: number }) =>
  breakLines(words(text), box, width).lines.map((line) => line.join(''))

describe('a name in a box', () => {
  const box = { width: 100, height: 40, size: 10 }

  it.each([
    ['Amal', ['Amal']],
    ['Amal Haddad', ['Amal Haddad']],
    ['Amal Miriam Haddad', ['Amal Miriam', 'Haddad']],
    ['Amal Miriam Haddad Okoye Nguyen', ['Amal Miriam', 'Haddad Okoye', 'Nguyen']],
  ])('%s stands on lines of its words', (name, lines) => {
    expect(read(name, box)).toEqual(lines)
  })

  it('is broken inside a word only where it could not be read otherwise', () => {
    expect(read('Abcdefghijklmnopqrst', box)).toEqual(['Abcdefghijklmnopqrst'])
    expect(read('Abcdefghijklmnopqrstuvwxyz0123', box)).toHaveLength(2)
  })

  it('keeps every letter, in order, on at most three lines', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ minLength: 1, maxLength: 30 }).map((word) => word.replaceAll(' ', '_')),
          { minLength: 1, maxLength: 20 },
        ),
        (all) => {
          const lines = read(all.join(' '), box)
          expect(lines.length).toBeLessThanOrEqual(3)
          expect(lines.join('').replaceAll(' ', '')).toBe(all.join(''))
        },
      ),
      { seed: 21 },
    )
  })

  it('without letters has no lines', () => {
    expect(breakLines([], box, width)).toEqual({ lines: [], size: 0 })
  })
})
