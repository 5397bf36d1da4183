import { gzipSync } from 'node:zlib'
import { createList } from '@digitalbazaar/vc-bitstring-status-list'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bitAt, readBits } from './read-bits.ts'

const packed = (bytes: Uint8Array) => `u${gzipSync(bytes).toString('base64url')}`

describe('a status list', () => {
  it('has the positions set that the library has set, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat(131_071), { maxLength: 20 }), async (positions) => {
        const list = await createList({ length: 131_072 })
        for (const position of positions) list.setStatus(position, true)
        const bits = await readBits(await list.encode())
        expect(bits?.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0)).toBe(positions.length)
        for (const position of positions) expect(bitAt(bits!, position)).toBe(true)
      }),
      { numRuns: 20 },
    )
  })

  it('ends where it ends', async () => {
    const bits = await readBits(packed(new Uint8Array(16_384)))
    expect([bitAt(bits!, 131_071), bitAt(bits!, 131_072)]).toEqual([false, null])
  })

  it('is not read where it is shorter than the specification asks for, or would fill the memory', async () => {
    expect(await readBits(packed(new Uint8Array(16_383)))).toBeNull()
    expect(await readBits(packed(new Uint8Array(4_000_000)))).toHaveLength(4_000_000)
    expect(await readBits(packed(new Uint8Array(4_000_001)))).toBeNull()
    expect(await readBits(packed(new Uint8Array(40_000_000)))).toBeNull()
  })

  it('is not read from anything else, and nothing is thrown', async () => {
    const whole = packed(new Uint8Array(16_384))
    for (const text of ['', 'u', whole.slice(1), whole.slice(0, -6), whole.replace('u', 'z'), `${whole}=`])
      expect(await readBits(text)).toBeNull()
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.base64String().map((one) => `u${one}`),
        ),
        async (text) => {
          expect(await readBits(text)).toBeNull()
        },
      ),
    )
  })
})
