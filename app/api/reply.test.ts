import { describe, expect, it } from 'vitest'
import { ok, refuse, sentenceFor } from './reply.ts'
import { statusOfCode } from './status-of-code.ts'

describe('a reply', () => {
  it('carries its value, is kept by nobody and sets the cookie it is given', async () => {
    const response = ok({ n: 1 }, { setCookie: 'cg_guest=x' })
    expect([response.status, response.headers.get('cache-control'), response.headers.get('set-cookie')]).toEqual([
      200,
      'no-store',
      'cg_guest=x',
    ])
    expect(await response.json()).toEqual({ ok: true, value: { n: 1 } })
  })

  it('that refuses has the code, its sentence and its status', async () => {
    const response = refuse('too_many')
    expect(response.status).toBe(413)
    expect(await response.json()).toEqual({
      ok: false,
      code: 'too_many',
      message: 'There are too many records in one request. The most is 500.',
    })
  })

  it.each(Object.entries(statusOfCode))('has a sentence and an error status for %s', (code, status) => {
    expect(sentenceFor(code)).toMatch(/^[A-Z].*[.]$/)
    expect(status).toBeGreaterThanOrEqual(400)
  })
})
