/**
 * A zip file whose entries are stored as they are: pictures and PDFs are compressed already. Pure; written piece by piece, so that no
 * more than one file has to be held at a time. (PKWARE APPNOTE 6.3.)
 *
 * Sizes and checksums stand before each file and not behind it, because not every program reads the other way for stored files. Names
 * are UTF-8, with the flag that says so. Below the bounds of the plain format: 65,535 files, 4 GB; who calls stays far below.
 */
import { crc32 } from '#lib/credential/crc32.ts'

type Entry = { name: Uint8Array<ArrayBuffer>; crc: number; size: number; offset: number; time: number; date: number }

export class StoredZip {
  readonly #entries: Entry[] = []
  #offset = 0

  /** bytes so far */
  get size(): number {
    return this.#offset
  }
  get files(): number {
    return this.#entries.length
  }

  /**
   * @param at what the file says of when it was made, read as local time
   * @returns what to write next
   */
  add(name: string, bytes: Uint8Array<ArrayBuffer>, at: Date): [Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>] {
    const entry = { name: new TextEncoder().encode(name), crc: crc32(bytes), size: bytes.length, offset: this.#offset, ...stampOf(at) }
    const head = new Uint8Array(30 + entry.name.length)
    const view = new DataView(head.buffer)
    view.setUint32(0, 0x04034b50, true)
    writeCommon(view, 4, entry)
    head.set(entry.name, 30)
    this.#entries.push(entry)
    this.#offset += head.length + bytes.length
    return [head, bytes]
  }

  /** @returns what to write last */
  end(): Uint8Array<ArrayBuffer> {
    const length = this.#entries.reduce((sum, { name }) => sum + 46 + name.length, 0)
    const bytes = new Uint8Array(length + 22)
    const view = new DataView(bytes.buffer)
    let at = 0
    for (const entry of this.#entries) {
      view.setUint32(at, 0x02014b50, true)
      // made by version 2.0 on no system in particular
      view.setUint16(at + 4, 20, true)
      writeCommon(view, at + 6, entry)
      view.setUint32(at + 42, entry.offset, true)
      bytes.set(entry.name, at + 46)
      at += 46 + entry.name.length
    }
    view.setUint32(at, 0x06054b50, true)
    view.setUint16(at + 8, this.#entries.length, true)
    view.setUint16(at + 10, this.#entries.length, true)
    view.setUint32(at + 12, length, true)
    view.setUint32(at + 16, this.#offset, true)
    return bytes
  }
}

/** The 26 bytes that a file's own head and its line in the directory share. */
function writeCommon(view: DataView, at: number, { name, crc, size, time, date }: Entry): void {
  view.setUint16(at, 20, true)
  view.setUint16(at + 2, 0x0800, true)
  view.setUint16(at + 4, 0, true)
  view.setUint16(at + 6, time, true)
  view.setUint16(at + 8, date, true)
  view.setUint32(at + 10, crc, true)
  view.setUint32(at + 14, size, true)
  view.setUint32(at + 18, size, true)
  view.setUint16(at + 22, name.length, true)
}

/** Days of MS-DOS begin in 1980 and have seconds by twos. */
function stampOf(at: Date): { time: number; date: number } {
  const year = Math.min(2107, Math.max(1980, at.getFullYear()))
  return {
    time: (at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1),
    date: ((year - 1980) << 9) | ((at.getMonth() + 1) << 5) | at.getDate(),
  }
}
