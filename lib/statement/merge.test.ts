import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idAt, statement } from '#lib/testing/small-course.ts'
import { canonical, mergeStatements, sameStatement } from './merge.ts'
import type { Statement } from './schema.ts'

/** Few ids, so that logs overlap; and now and then a fault: two that share an id and differ. */
const anyStatement = fc
  .record({ n: fc.nat(12), at: fc.constantFrom(1, 2), choice: fc.constantFrom('a', 'b', undefined) })
  .map(({ n, at, choice }): Statement => {
    const result = choice === undefined ? {} : { result: { choice } }
    return { ...statement({ verb: 'chose', object: 'networking/scenario/sc3-n01', id: idAt(n), at }), ...result }
  })
const anyLog = fc.array(anyStatement, { maxLength: 12 })

describe('mergeStatements', () => {
  it('is commutative', () => {
    fc.assert(
      fc.property(anyLog, anyLog, (a, b) => {
        expect(mergeStatements(a, b)).toEqual(mergeStatements(b, a))
      }),
    )
  })
  it('is associative', () => {
    fc.assert(
      fc.property(anyLog, anyLog, anyLog, (a, b, c) => {
        expect(mergeStatements(mergeStatements(a, b), c)).toEqual(mergeStatements(a, mergeStatements(b, c)))
      }),
    )
  })
  it('is idempotent', () => {
    fc.assert(
      fc.property(anyLog, (a) => {
        const once = mergeStatements(a)
        expect(mergeStatements(once, once)).toEqual(once)
      }),
    )
  })
  it('keeps every id once, in order', () => {
    fc.assert(
      fc.property(anyLog, anyLog, (a, b) => {
        const ids = mergeStatements(a, b).map(({ id }) => id)
        expect(ids).toEqual([...new Set([...a, ...b].map(({ id }) => id))].sort())
      }),
    )
  })
})

describe('sameStatement', () => {
  const one = statement({ verb: 'answered', object: 'networking/lessons/hello/cards', result: { response: { a: 1, b: [2] } } })
  it('does not mind the order of keys', () => {
    expect(sameStatement(one, { ...one, result: { response: { b: [2], a: 1 } } })).toBe(true)
  })
  it.each<[string, Partial<Statement>]>([
    ['verb', { verb: 'rated' }],
    ['object', { object: 'networking/plan' }],
    ['fingerprint', { contentHash: 'ffffffffffff' }],
    ['attempt', { attempt: idAt(1) }],
    ['result', { result: { response: { a: 1, b: [3] } } }],
    ['time', { at: 5 }],
  ])('sees another %s', (_name, change) => {
    expect(sameStatement(one, { ...one, ...change })).toBe(false)
  })
})

describe('canonical', () => {
  it('reads back as the same JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})
