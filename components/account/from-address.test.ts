import { describe, expect, it } from 'vitest'
import { nextIn, tokenIn, withNext } from './from-address.ts'

const given = (words: Record<string, string | string[] | undefined>) => Promise.resolve(words)

describe('what stands in an address', () => {
  it.each([
    ['/me', '/me'],
    ['/invited?token=abcdefgh', '/invited?token=abcdefgh'],
    ['https://elsewhere.example/', null],
    ['//elsewhere.example', null],
    ['/\\elsewhere.example', null],
    ['/a\nSet-Cookie: x', null],
    ['', null],
    [undefined, null],
    [['/me', '/account'], null],
  ])('leads on within the site only: %j', async (next, to) => {
    expect(await nextIn(given({ next }))).toBe(to)
  })
  it.each([
    ['2ed0d0jsyn1p01qjtw2k4qnx5h', true],
    ['eyJhbGciOiJIUzI1NiJ9.eyJlbWFpbCI6ImEifQ.x-Y_z', true],
    ['short', false],
    ['<script>alert(1)</script>', false],
    ['a'.repeat(2001), false],
    [['abcdefgh', 'abcdefgh'], false],
    [undefined, false],
  ])('holds the token of a link, or none: %j', async (token, whole) => {
    expect(await tokenIn(given({ token }))).toBe(whole ? token : null)
  })
  it('keeps the way back from one page to the next', async () => {
    const next = '/invited?token=abcdefgh&x=é'
    const query = new URLSearchParams(withNext('/sign-in', next).split('?')[1])
    expect(await nextIn(given({ next: query.get('next') ?? undefined }))).toBe(next)
    expect(withNext('/sign-in', null)).toBe('/sign-in')
  })
})
