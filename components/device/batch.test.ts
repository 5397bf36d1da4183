import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Statement } from '#lib/statement/schema.ts'
import { firstBatch } from './batch.ts'

const statement = (n: number, letters: number): Statement => ({
  id: String(n),
  verb: 'answered',
  object: 'networking/lessons/with-a-plan/try',
  contentHash: '000000000000',
  at: n,
  result: { response: 'é'.repeat(letters) },
})

describe('firstBatch', () => {
  it('takes the oldest, no more than allowed, and always gets on', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(400), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 9_000 }),
        (sizes, most, bytes) => {
          const all = sizes.map((letters, i) => statement(i, letters))
          const batch = firstBatch(all, most, bytes)
          expect(batch).toEqual(all.slice(0, batch.length))
          expect(batch.length).toBeGreaterThan(0)
          expect(batch.length).toBeLessThanOrEqual(most)
          if (batch.length > 1) expect(new TextEncoder().encode(JSON.stringify(batch)).length).toBeLessThanOrEqual(bytes + 2)
        },
      ),
    )
  })
  it('keeps a full request under a million bytes', () => {
    const batch = firstBatch(Array.from({ length: 500 }, (_, i) => statement(i, 3_000)))
    expect(new TextEncoder().encode(JSON.stringify({ statements: batch })).length).toBeLessThanOrEqual(1_000_000)
  })
  it('is empty where there is nothing', () => {
    expect(firstBatch([])).toEqual([])
  })
})
