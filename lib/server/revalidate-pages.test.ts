import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import compression from 'compression'
import { afterEach, describe, expect, it } from 'vitest'
import { askAgain, revalidatePages } from './revalidate-pages.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** Asks a server that answers as `listener` does, behind the same compression as the site. */
async function ask(listener: RequestListener, headers: Record<string, string> = {}): Promise<Response> {
  const compress = compression({ threshold: 512 })
  const server = createServer((request, response) => {
    revalidatePages(response)
    compress(request as Parameters<typeof compress>[0], response as Parameters<typeof compress>[1], () => listener(request, response))
  })
  closing.push(() => server.close())
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { headers, cache: 'no-store' })
}

const page = '<!doctype html>'.repeat(100)
const prerendered: RequestListener = (request, response) => {
  response.setHeader('Cache-Control', 's-maxage=31536000')
  response.setHeader('ETag', '"one"')
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  if (request.headers['if-none-match'] === '"one"') response.statusCode = 304
  response.end(response.statusCode === 304 ? undefined : page)
}

describe('a prerendered page', () => {
  it.each([{ 'accept-encoding': 'identity' }, { 'accept-encoding': 'gzip' }])('is kept, and asked for again, with %o', async (headers) => {
    const response = await ask(prerendered, headers)
    expect([response.headers.get('cache-control'), response.headers.get('etag')]).toEqual([askAgain, '"one"'])
    expect(await response.text()).toBe(page)
  })

  it('that has not changed is a 304 with the same words about keeping it', async () => {
    const response = await ask(prerendered, { 'if-none-match': '"one"' })
    expect([response.status, response.headers.get('cache-control'), response.headers.get('etag')]).toEqual([304, askAgain, '"one"'])
  })
})

describe('any other reply', () => {
  it.each(['no-store', 'private, no-cache, no-store, max-age=0, must-revalidate', 'public, max-age=31536000, immutable'])(
    'keeps its own words: %s',
    async (words) => {
      const response = await ask((_request, reply) => {
        reply.setHeader('Cache-Control', words)
        reply.end('a reply')
      })
      expect(response.headers.get('cache-control')).toBe(words)
    },
  )

  it('without any gets none', async () => {
    const response = await ask((_request, reply) => void reply.writeHead(404, { 'Content-Type': 'text/plain' }).end('nothing here'))
    expect([response.status, response.headers.get('cache-control'), response.headers.get('content-type')]).toEqual([
      404,
      null,
      'text/plain',
    ])
  })
})
