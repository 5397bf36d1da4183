import { describe, expect, it } from 'vitest'
import { directionOf, levelsOf } from './bidi-levels.ts'

describe('the direction of a name', () => {
  it.each([
    ['Amal', 'ltr'],
    ['王小明', 'ltr'],
    ['𠮷田', 'ltr'],
    ['أمل', 'rtl'],
    ['דנה', 'rtl'],
    ['𞤀𞤥𞤢𞤣𞤵', 'rtl'],
    ['𐴀𐴞𐴕𐴐𐴝', 'rtl'],
    ['🌍 أمل', 'rtl'],
    ['Sarah سارة', 'ltr'],
    ['', 'ltr'],
  ])('%s: %s', (name, direction) => {
    expect(directionOf(name)).toBe(direction)
  })

  it('is given for every unit of the text, also in the middle of a pair', () => {
    expect([...levelsOf('a𞤀', 'ltr')]).toEqual([0, 1, 1])
    expect([...levelsOf('𞤀 a', 'rtl')]).toEqual([1, 1, 1, 2])
    // an emoji takes the direction of the letters around it
    expect([...levelsOf('א🌍א', 'ltr')]).toEqual([1, 1, 1, 1])
  })
})
