import { mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { findAssets, findPages, isPageRequest, sendAsset } from './asset-store.ts'

const root = mkdtempSync(join(tmpdir(), 'common-ground-assets-'))
const large = join(root, '.next/static/large.js')
const server = createServer()
const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { headers })

beforeAll(async () => {
  mkdirSync(join(root, '.next/static'), { recursive: true })
  writeFileSync(large, 'x'.repeat(20_000_000))
  writeFileSync(join(root, '.next/static/small.js'), 'small()')
  mkdirSync(join(root, '.next/server/app/find/en-0123'), { recursive: true })
  writeFileSync(join(root, '.next/server/app/find/en-0123/search.json.body'), '{}')
  writeFileSync(join(root, '.next/server/app/find/en-0123/search.json.meta'), 'secret')
  const assets = await findAssets(root)
  server.on('request', (request, response) => {
    if (!sendAsset(assets, request, response)) response.writeHead(404).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
  rmSync(root, { recursive: true })
})

describe('assets', () => {
  it('are sent whole, kept for ever under their name, and not sent again to whoever has them', async () => {
    const first = await ask('/_next/static/small.js')
    expect([await first.text(), first.headers.get('cache-control')]).toEqual(['small()', 'public, max-age=31536000, immutable'])
    const again = await ask('/_next/static/small.js', { 'if-none-match': first.headers.get('etag')! })
    expect(again.status).toBe(304)
  })

  it('are also what search opens, and nothing beside it', async () => {
    const found = await ask('/find/en-0123/search.json')
    expect([await found.text(), found.headers.get('content-type'), found.headers.get('cache-control')]).toEqual([
      '{}',
      'application/json; charset=UTF-8',
      'public, max-age=31536000, immutable',
    ])
    expect((await ask('/find/en-0123/search.json.body')).status).toBe(404)
    expect((await ask('/find/en-0123/search.json.meta')).status).toBe(404)
  })

  it.each(['/_next/static/../secret.js', '/_next/static/%2e%2e/secret.js', '/_next/static/', '/_next/static/small.js/'])(
    'are only what was there at the start: not %s',
    async (path) => {
      expect((await ask(path)).status).toBe(404)
    },
  )

  it.runIf(process.platform === 'linux')('leave no file open when somebody hangs up in the middle', async () => {
    const open = () =>
      readdirSync('/proc/self/fd').filter((fd) => {
        try {
          return readlinkSync(`/proc/self/fd/${fd}`) === large
        } catch {
          return false
        }
      }).length
    const { port } = server.address() as AddressInfo
    for (let n = 0; n < 5; n++) {
      const reply = await new Promise<IncomingMessage>((begun) =>
        get({ port, host: '127.0.0.1', path: '/_next/static/large.js', agent: false }, begun),
      )
      reply.destroy()
    }
    await vi.waitFor(() => expect(open()).toBe(0), { timeout: 3_000 })
  })
})

describe('prerendered pages', () => {
  it('are found by their address, without those for errors, and asked for again each time', async () => {
    const app = join(root, '.next/server/app')
    mkdirSync(join(app, 'en/modules'), { recursive: true })
    for (const name of ['en.html', 'en/modules/networking.html', '_not-found.html', 'en/modules/networking.rsc'])
      writeFileSync(join(app, name), '<p>page</p>')
    const pages = await findPages(root, (file) => (file.endsWith('.html') ? `/${file.slice(0, -5)}` : null))
    expect([...pages.keys()].sort()).toEqual(['/en', '/en/modules/networking'])
    expect(pages.get('/en')).toMatchObject({ cache: 'public, max-age=0, must-revalidate', type: 'text/html; charset=utf-8' })
    expect(pages.get('/en')?.vary).toContain('rsc')
  })

  it.each([
    ['a browser', {}, '/', true],
    ['the router', { rsc: '1' }, '/', false],
    ['the router, ahead of time', { 'next-router-prefetch': '1' }, '/', false],
    ['the router, by its query', {}, '/modules/networking?_rsc=1a2b', false],
    ['a link with a query of its own', {}, '/?plan=uscqh', true],
  ] as const)('%s', (_, headers, url, expected) => {
    expect(isPageRequest({ headers, url })).toBe(expected)
  })
})
