import { expect, it } from 'vitest'
import { readText } from './read-text.ts'

const text = 'Name\tEmail\r\nZoë Žižek\tzoe@relief.example\r\nأمل\tamal@relief.example\r\n'
const wide = (little: boolean) => {
  const bytes = new Uint8Array(2 + 2 * text.length)
  const view = new DataView(bytes.buffer)
  for (const [i, unit] of [...Array(text.length).keys()].map((at) => text.charCodeAt(at)).entries()) view.setUint16(2 + 2 * i, unit, little)
  bytes.set(little ? [0xff, 0xfe] : [0xfe, 0xff])
  return bytes
}

it.each([
  ['UTF-8', new TextEncoder().encode(text), text],
  ['UTF-8 with a mark', new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(text)]), text],
  ['UTF-16, as Excel writes “Unicode text”', wide(true), text],
  ['UTF-16 the other way round', wide(false), text],
  ['Western European', new Uint8Array([0x5a, 0x6f, 0xeb, 0x2c, 0x61]), 'Zoë,a'],
  ['nothing', new Uint8Array(), ''],
])('a file in %s is read', (_, bytes, read) => {
  expect(readText(bytes)).toBe(read)
})
