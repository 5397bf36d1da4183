import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bake, unbake } from './bake.ts'

/** One white pixel. */
const picture = Uint8Array.from(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=', 'base64'),
)

/** type and data of each chunk, with its check sum made again by another implementation */
function chunksOf(png: Uint8Array): { type: string; data: Buffer; sound: boolean }[] {
  const bytes = Buffer.from(png)
  const chunks = []
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const sound = crc32(bytes.subarray(at + 4, at + 8 + length)) === bytes.readUInt32BE(at + 8 + length)
    chunks.push({ type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, at + 8 + length), sound })
    at += 12 + length
  }
  return chunks
}

describe('a credential in a picture', () => {
  it('is one iTXt chunk as the specification says, before the end, with a right check sum', () => {
    const chunks = chunksOf(bake(picture, '{"name":"Ɛ̃sɔ 林"}'))
    expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'IDAT', 'iTXt', 'IEND'])
    expect(chunks.every(({ sound }) => sound)).toBe(true)
    expect(chunks[2]!.data.toString('utf8')).toBe('openbadgecredential\0\0\0\0\0{"name":"Ɛ̃sɔ 林"}')
  })

  it('comes out as it went in, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(unbake(bake(picture, text))).toBe(text)
      }),
    )
  })

  it('takes the place of an earlier one, and leaves the picture as it was', () => {
    const once = bake(picture, 'first')
    expect(Buffer.from(bake(once, 'second'))).toEqual(Buffer.from(bake(picture, 'second')))
    expect(chunksOf(once).filter(({ type }) => type !== 'iTXt')).toEqual(chunksOf(picture))
  })

  it('is not put into what is no whole PNG', () => {
    for (const bytes of [
      new Uint8Array(),
      new TextEncoder().encode('%PDF-1.7'),
      picture.subarray(0, 40),
      picture.subarray(0, picture.length - 12),
    ])
      expect(() => bake(bytes, '{}')).toThrow(TypeError)
  })

  it('is not read from other bytes, and nothing is thrown', () => {
    expect(unbake(picture)).toBeNull()
    const baked = bake(picture, '{"a":1}')
    const [before, after] = [baked.subarray(0, picture.length - 12), baked.subarray(picture.length - 12)]
    const chunk = after.subarray(0, after.length - 12)
    // two of them: it is not clear which is meant
    expect(unbake(Uint8Array.from([...before, ...chunk, ...after]))).toBeNull()
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => unbake(bytes) === null))
    fc.assert(
      fc.property(fc.nat(baked.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const copy = baked.slice()
        copy[at]! ^= flip
        expect([null, '{"a":1}']).toContain(unbake(copy))
      }),
    )
  })
})
