import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeLetters, makeCode, readCode, showCode } from './code.ts'

const anyCode = fc.array(fc.nat(codeLetters.length - 1), { minLength: 6, maxLength: 6 }).map((random) => {
  const left = [...random]
  return makeCode(() => left.pop()!)
})

describe('the code of a cohort', () => {
  it('is read however it is typed', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        for (const typed of [
          code,
          code.toLowerCase(),
          showCode(code),
          ` ${code.slice(0, 2)}–${code.slice(2)}\n`,
          [...code].join(' '),
          [...code].join('-'),
        ])
          expect(readCode(typed)).toBe(code)
      }),
    )
  })
  it('takes a letter that no code has for the one it was', () => {
    expect(readCode('O0I1LU')).toBe('QQJJJV')
  })
  it.each(['', 'KM4T7', 'KM4T7QQ', 'KM4T7!', 'ÄÖÜ234', '\0\0\0\0\0\0', '../../'])('is not %j', (typed) => {
    expect(readCode(typed)).toBeNull()
  })
})
