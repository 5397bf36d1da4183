import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { insertIntoList } from './insert-into-list.ts'

it.each([
  ['a list in brackets', 'a: [one, two] # why\nb: 1\n', ['a'], 'new', undefined, 'a: [one, two, new] # why\nb: 1\n'],
  ['a place in it', 'a: [one, two]\n', ['a'], 'new', 'one', 'a: [one, new, two]\n'],
  ['an empty list', 'a: []\nb: 1\n', ['a'], 'new', undefined, 'a: [new]\nb: 1\n'],
  [
    'a list of lines',
    'a:\n  # first\n  - one # the one\n  - two\n\n# then\nb: 1\n',
    ['a'],
    'new',
    'one',
    'a:\n  # first\n  - one # the one\n  - new\n  - two\n\n# then\nb: 1\n',
  ],
  [
    'its end',
    'a:\n  - one\n  - two # last\n\n# then\nb: 1\n',
    ['a'],
    'new',
    undefined,
    'a:\n  - one\n  - two # last\n  - new\n\n# then\nb: 1\n',
  ],
  [
    'a list of maps',
    'a:\n  - id: one\n    text: >-\n      long\n      text\nb: 1\n',
    ['a'],
    '{ id: two }',
    undefined,
    'a:\n  - id: one\n    text: >-\n      long\n      text\n  - { id: two }\nb: 1\n',
  ],
  [
    'a list in a list',
    'o:\n  - { id: x, lessons: [one] }\n  - { id: y, lessons: [two] }\n',
    ['o', 1, 'lessons'],
    'new',
    undefined,
    'o:\n  - { id: x, lessons: [one] }\n  - { id: y, lessons: [two, new] }\n',
  ],
  ['the last line of a file without its end', 'a:\n  - one', ['a'], 'new', undefined, 'a:\n  - one\n  - new'],
])('inserts into %s', (_, text, path, entry, after, expected) => {
  expect(insertIntoList(text, path, entry, after)).toBe(expected)
})

it('says where there is no list', () => {
  expect(() => insertIntoList('a: 1\n', ['a'], 'new')).toThrow('no list at a')
})

it('takes nothing away, whatever the list and its look', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/)
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 6 }), fc.nat(5), fc.boolean(), (words, place, flow) => {
      const after = words[place % words.length]!
      const text = flow
        ? `# c\nlist: [${words.join(', ')}]\nrest: x\n`
        : `# c\nlist:\n${words.map((one) => `  - ${one} # ${one}\n`).join('')}rest: x\n`
      const changed = insertIntoList(text, ['list'], 'zz-new', after)
      const at = words.indexOf(after) + 1
      expect(parse(changed)).toEqual({ list: [...words.slice(0, at), 'zz-new', ...words.slice(at)], rest: 'x' })
      expect(changed.replace(flow ? ', zz-new' : '\n  - zz-new', '')).toBe(text)
    }),
  )
})
