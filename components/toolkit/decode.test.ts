import { expect, it } from 'vitest'
import { decode } from './decode.ts'

const bytes = (...values: number[]) => new Uint8Array(values).buffer

it.each([
  ['UTF-8', new TextEncoder().encode('Élan, ٣').buffer as ArrayBuffer, 'Élan, ٣'],
  ['Windows-1252', bytes(0xc9, 0x6c, 0x61, 0x6e), 'Élan'],
  ['UTF-16 with its mark', bytes(0xff, 0xfe, 0xc9, 0x00, 0x41, 0x00), 'ÉA'],
  ['a workbook', bytes(0x50, 0x4b, 0x03, 0x04, 0x00, 0x00), null],
  ['nothing', bytes(), ''],
])('reads %s', (_, file, text) => {
  expect(decode(file)).toBe(text)
})
