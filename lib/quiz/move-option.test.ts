import fc from 'fast-check'
import { expect, it } from 'vitest'
import { moveOption } from './move-option.ts'

it.each([
  [0, 2, ['b', 'c', 'a', 'd']],
  [3, 0, ['d', 'a', 'b', 'c']],
  [1, 1, ['a', 'b', 'c', 'd']],
  [0, -1, ['a', 'b', 'c', 'd']],
  [3, 4, ['a', 'b', 'c', 'd']],
])('taking place %i to place %i gives %j', (from, to, result) => {
  expect(moveOption(['a', 'b', 'c', 'd'], from, to)).toEqual(result)
})

it('moving an option loses none and doubles none', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string()), fc.integer(), fc.integer(), (list, from, to) => {
      expect(moveOption(list, from, to).sort()).toEqual([...list].sort())
    }),
  )
})
