import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readBody } from './read-body.ts'

const url = 'https://learn.example.org/api/statements'
const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request(url, { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
const streamOf = (pull: (controller: ReadableStreamDefaultController<Uint8Array>) => void) => new ReadableStream<Uint8Array>({ pull })

describe('readBody', () => {
  const holder = globalThis as { [key: symbol]: unknown }
  const key = Symbol.for('common-ground.config')
  const before = holder[key]
  beforeAll(() => {
    holder[key] = { baseUrl: 'https://learn.example.org' }
  })
  afterAll(() => {
    holder[key] = before
  })

  it('stops reading a body that goes on for ever, whatever its length was said to be', async () => {
    let sent = 0
    const endless = streamOf((controller) => {
      sent += 1000
      controller.enqueue(new Uint8Array(1000))
    })
    expect(await readBody(post(endless, { 'content-length': '10' }), 5000)).toEqual({ ok: false, code: 'too_large' })
    expect(sent).toBeLessThan(20_000)
  })

  it('takes a line that breaks in the middle as a body that is not one, not as an error of its own', async () => {
    const logged = vi.fn()
    const broken = streamOf((controller) => controller.error(new Error('aborted')))
    expect(await readBody(post(broken)).catch(logged)).toEqual({ ok: false, code: 'malformed' })
    expect(logged).not.toHaveBeenCalled()
  })

  it.each<[string, BodyInit]>([
    ['nothing', ''],
    ['half a value', '{"statements":['],
    ['text that is not UTF-8', Uint8Array.from([0x22, 0xff, 0x22])],
  ])('refuses %s', async (_name, body) => {
    expect(await readBody(post(body))).toEqual({ ok: false, code: 'malformed' })
  })

  it('keeps names that could reach into an object’s prototype as plain data', async () => {
    const read = await readBody(post('{"__proto__":{"admin":true}}'))
    expect(Reflect.get({}, 'admin')).toBeUndefined()
    expect(read.ok && Object.keys(Object(read.body))).toEqual(['__proto__'])
  })
})
