import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byteOrderMark, toCsv } from './csv.ts'

/** A reader of RFC 4180, written apart from the writer. */
function read(csv: string): string[][] {
  const rows: string[][] = [[]]
  let field = ''
  let quoted = false
  for (let at = 1; at < csv.length; at++) {
    const char = csv[at]
    if (quoted && char === '"' && csv[at + 1] === '"') {
      field += '"'
      at++
    } else if (char === '"') quoted = !quoted
    else if (!quoted && char === ',') {
      rows.at(-1)?.push(field)
      field = ''
    } else if (!quoted && char === '\r' && csv[at + 1] === '\n') {
      rows.at(-1)?.push(field)
      field = ''
      rows.push([])
      at++
    } else field += char
  }
  rows.pop()
  return rows
}

describe('a CSV file', () => {
  it('begins with a byte order mark and ends each row with CRLF', () => {
    expect(
      toCsv([
        ['a', 'b'],
        ['1', '2'],
      ]),
    ).toBe(`${byteOrderMark}a,b\r\n1,2\r\n`)
  })

  it.each([
    ['a comma', 'Osei, K.', '"Osei, K."'],
    ['a quote', 'the "old" list', '"the ""old"" list"'],
    ['a line break', 'one\ntwo', '"one\ntwo"'],
    ['a semicolon', 'one; two', '"one; two"'],
    ['a formula', '=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
    ['a plus', '+44 20', "'+44 20"],
    ['a minus', '-2', "'-2"],
    ['an at sign', '@SUM(A1)', "'@SUM(A1)"],
    ['a formula after a space', ' =1+1', "' =1+1"],
    ['a formula in wide letters', '＝1+1', "'＝1+1"],
    ['plain words in any script', 'اجتماع', 'اجتماع'],
  ])('writes %s safely', (_, value, written) => {
    expect(toCsv([[value]])).toBe(`${byteOrderMark}${written}\r\n`)
  })

  it('gives back what was put in, for a reader of RFC 4180', () => {
    const cell = fc.string({ unit: 'grapheme' }).filter((text) => !/^\s*[=+\-@\t\r＝＋－＠]/.test(text))
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
        expect(read(toCsv(rows))).toEqual(rows)
      }),
    )
  })

  it('never lets a cell begin as a formula', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), (sign, rest) => {
        expect(read(toCsv([[sign + rest]]))[0]?.[0]?.startsWith("'")).toBe(true)
      }),
    )
  })
})
