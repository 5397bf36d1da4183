import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson, fingerprint } from './fingerprint.ts'

it('is twelve hexadecimal digits of the SHA-256 of canonical JSON', () => {
  // printf '{"a":[1,null,"x"],"b":true}' | sha256sum
  expect(canonicalJson({ b: true, c: undefined, a: [1, undefined, 'x'] })).toBe('{"a":[1,null,"x"],"b":true}')
  expect(fingerprint({ b: true, a: [1, null, 'x'] })).toBe('98d9d9eb9fde')
})

it('does not depend on the order of keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse())
      expect(fingerprint(turned)).toBe(fingerprint(value))
    }),
  )
})

it('reads back as the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

it('is the same with other keywords, which no learner sees', () => {
  const point = { id: 'meet', text: 'knowing how to meet people' }
  expect(fingerprint({ points: [{ ...point, keywords: ['meet'] }] })).toBe(fingerprint({ points: [point] }))
  expect(fingerprint({ points: [{ ...point, text: 'other' }] })).not.toBe(fingerprint({ points: [point] }))
})
