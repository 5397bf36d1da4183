import { expect, it } from 'vitest'
import { guessDelimiter } from './guess-delimiter.ts'
import type { Column } from './table.ts'

const columns: Column[] = [
  { id: 'from', kind: 'text', names: ['Who gives'] },
  { id: 'what', kind: 'text', names: ['What'] },
]

it.each([
  ['Who gives,What\nA,"x; y; z"\n;,!\n', ','],
  ['\uFEFFWho gives;What\r\nA, B, C;x\r\n', ';'],
  ['"What"\t"Who gives"\nx\tA', '\t'],
  ['Red;Green\n1;2', undefined],
  ['', undefined],
])('the cells of %j are separated by %j', (text, delimiter) => {
  expect(guessDelimiter(text, columns)).toBe(delimiter)
})
