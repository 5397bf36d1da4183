import { crc32 as crcOfNode } from 'node:zlib'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { crc32 } from '#lib/credential/crc32.ts'
import { StoredZip } from './stored-zip.ts'

const day = new Date(2026, 10, 22, 14, 5, 8)

function zipOf(files: Readonly<Record<string, Uint8Array<ArrayBuffer>>>): Uint8Array {
  const zip = new StoredZip()
  const pieces = Object.entries(files).flatMap(([name, bytes]) => zip.add(name, bytes, day))
  return Buffer.concat([...pieces, zip.end()])
}

describe('a stored zip', () => {
  it('gives back what was put in, whatever the names and the bytes', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((one) => !/^(__proto__|\d+)$/.test(one))
    const files = fc.dictionary(
      name,
      fc.uint8Array({ maxLength: 300 }).map((bytes) => new Uint8Array(bytes)),
      { maxKeys: 8 },
    )
    fc.assert(
      fc.property(files, (given) => {
        const back = unzipSync(zipOf(given))
        expect(Object.keys(back).sort()).toEqual(Object.keys(given).sort())
        for (const [name, bytes] of Object.entries(given)) expect([...back[name]!]).toEqual([...bytes])
      }),
    )
  })

  it('has the checksum that the format asks for', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        expect(crc32(bytes)).toBe(crcOfNode(bytes))
      }),
    )
  })

  it('says when its files were made, in local time', () => {
    const view = new DataView(new Uint8Array(zipOf({ a: new Uint8Array(3) })).buffer)
    const [time, date] = [view.getUint16(10, true), view.getUint16(12, true)]
    expect([(date >> 9) + 1980, (date >> 5) & 15, date & 31]).toEqual([2026, 11, 22])
    expect([time >> 11, (time >> 5) & 63, (time & 31) * 2]).toEqual([14, 5, 8])
  })
  it('counts what it holds, so that one can stop in time', () => {
    const zip = new StoredZip()
    const pieces = [...zip.add('a', new Uint8Array(300), day), ...zip.add('b', new Uint8Array(5), day)]
    expect([zip.files, zip.size]).toEqual([2, pieces.reduce((sum, { length }) => sum + length, 0)])
  })
})
