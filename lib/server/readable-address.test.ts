import { expect, it } from 'vitest'
import { isReadableAddress } from './readable-address.ts'

it.each([
  ['/', true],
  ['/modules/networking?plan=%zz', true],
  ['/certificates/%D8%A3', true],
  ['/%', false],
  ['/certificates/%E0%A4%A', false],
  ['/%ff', false],
  ['http://evil.example/api/statements', false],
  ['http://', false],
  ['*', false],
  ['', false],
])('%s can be the address of a page: %s', (address, readable) => {
  expect(isReadableAddress(address)).toBe(readable)
})
