import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { statementIdSchema } from './schema.ts'
import { uuid7 } from './uuid7.ts'

const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 })
const moment = fc.nat(2 ** 48 - 1)

describe('uuid7', () => {
  it('gives the example of RFC 9562, appendix A.6', () => {
    const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f])
    expect(uuid7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
  })

  it('is always a valid statement id', () => {
    fc.assert(fc.property(moment, bytes, (now, random) => statementIdSchema.safeParse(uuid7(now, random)).success))
  })

  it('says when it was made', () => {
    fc.assert(fc.property(moment, bytes, (now, random) => Number.parseInt(uuid7(now, random).replace('-', '').slice(0, 12), 16) === now))
  })

  it('sorts as text by the time it was made', () => {
    fc.assert(
      fc.property(moment, moment, bytes, bytes, (a, b, one, other) => {
        fc.pre(a < b)
        return uuid7(a, one) < uuid7(b, other)
      }),
    )
  })

  it('keeps 74 random bits', () => {
    fc.assert(
      fc.property(moment, bytes, bytes, (now, one, other) => {
        const kept = (random: Uint8Array) => [...random].map((byte, i) => (i === 0 ? byte & 0x0f : i === 2 ? byte & 0x3f : byte)).join()
        return (uuid7(now, one) === uuid7(now, other)) === (kept(one) === kept(other))
      }),
    )
  })
})
