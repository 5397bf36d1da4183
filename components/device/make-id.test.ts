import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { statementIdSchema } from '#lib/statement/schema.ts'
import { uuid7 } from '#lib/statement/uuid7.ts'
import { idMaker } from './make-id.ts'

const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 })
const moment = fc.integer({ min: 0, max: 2 ** 41 })

describe('idMaker', () => {
  it('makes ids in the order of the calls, whatever the clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(moment, bytes), { minLength: 2 }), (calls) => {
        const maker = idMaker()
        const ids = calls.map(([now, random]) => maker.make(now, random))
        expect(ids).toEqual([...ids].sort())
        expect(new Set(ids).size).toBe(ids.length)
        for (const id of ids) statementIdSchema.parse(id)
      }),
    )
  })
  it('keeps its order through more ids in one millisecond than the counter holds', () => {
    const maker = idMaker()
    const ids = Array.from({ length: 10_000 }, () => maker.make(1_000, new Uint8Array(10).fill(255)))
    expect(ids).toEqual([...ids].sort())
    expect(new Set(ids).size).toBe(ids.length)
  })
  it('makes ids that sort after one it was told of', () => {
    fc.assert(
      fc.property(moment, bytes, moment, bytes, (seenAt, seenRandom, now, random) => {
        const maker = idMaker()
        const seen = uuid7(seenAt, seenRandom)
        maker.follow(seen)
        expect(maker.make(now, random) > seen).toBe(true)
      }),
    )
  })
  it('says the time of the clock when the clock runs forward', () => {
    expect(idMaker().make(0x0190_0000_0001, new Uint8Array(10)).startsWith('01900000-0001-7')).toBe(true)
  })
})
