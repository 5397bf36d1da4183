/**
 * Statement ids: UUIDv7 whose order is the order in which they were made, also when the clock stands still or is set back
 * (RFC 9562, section 6.2, method 1: a counter in the twelve bits after the time, seeded at random with room to grow).
 */
import { uuid7 } from '#lib/statement/uuid7.ts'

/** Where the counter may start; the upper half stays free for statements made in the same millisecond. */
const seedBelow = 0x800
const counterEnd = 0x1000

export type IdMaker = {
  /** @param now Unix milliseconds @param random ten random bytes */
  make(now: number, random: Uint8Array): string
  /** Ids made from here on sort after `id`: what this device has already seen happened before. */
  follow(id: string): void
}

export function idMaker(): IdMaker {
  let time = -1
  let counter = 0
  return {
    make(now, random) {
      if (now > time) {
        time = now
        counter = (((random[0] ?? 0) << 8) | (random[1] ?? 0)) % seedBelow
      } else if (++counter === counterEnd) {
        time++
        counter = 0
      }
      const bytes = Uint8Array.from(random)
      bytes[0] = counter >> 8
      bytes[1] = counter & 0xff
      return uuid7(time, bytes)
    },
    follow(id) {
      const seen = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
      if (seen < time) return
      const count = Number.parseInt(id.slice(15, 18), 16)
      counter = seen > time ? count : Math.max(counter, count)
      time = seen
    },
  }
}

/** Another id for the same place in the order: time and counter stay, the chance part is new. @param random eight random bytes */
export function siblingId(id: string, random: Uint8Array): string {
  const tail = Array.from(random.subarray(0, 8), (byte, i) => (i === 0 ? (byte & 0x3f) | 0x80 : byte).toString(16).padStart(2, '0')).join(
    '',
  )
  return `${id.slice(0, 19)}${tail.slice(0, 4)}-${tail.slice(4)}`
}
