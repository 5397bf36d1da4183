/** What the server says around its pages: how long they may be kept, and what it says to addresses that nobody meant. No browser. */
import { connect } from 'node:net'
import { expect, test } from '@playwright/test'

/** Sends bytes as they are; clients would put an address like these right first. @returns the first line of the reply */
function firstLine(baseURL: string, target: string): Promise<string> {
  const { hostname, port, host } = new URL(baseURL)
  return new Promise((done, failed) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
    )
    socket.once('data', (data) => {
      done(String(data).split('\r\n', 1)[0]!)
      socket.destroy()
    })
    socket.on('error', failed)
  })
}

for (const address of ['/', '/modules/networking']) {
  test(`${address} may be kept by anybody, is asked for again each time, and is not sent twice`, async ({ request }) => {
    const first = await request.get(address)
    expect(first.headers()['cache-control']).toBe('public, max-age=0, must-revalidate')
    expect(first.headers()['set-cookie']).toBeUndefined()
    const etag = first.headers()['etag']!
    const again = await request.get(address, { headers: { 'if-none-match': etag } })
    expect([again.status(), again.headers()['cache-control'], again.headers()['etag']]).toEqual([
      304,
      'public, max-age=0, must-revalidate',
      etag,
    ])
  })
}

test('what belongs to one learner is kept by nobody', async ({ request }) => {
  for (const address of ['/api/statements', '/api/certificates?module=networking', '/api/health', '/certificates/0000-0000-0000-0000']) {
    expect([address, (await request.get(address)).headers()['cache-control']]).toEqual([address, expect.stringContaining('no-store')])
  }
})

test('an address that the API does not have is refused in the API’s own words', async ({ request }) => {
  const reply = await request.get('/api/nothing/here')
  expect([reply.status(), (await reply.json()).code]).toEqual([404, 'not_found'])
})

test('the picture service of the framework is closed', async ({ request }) => {
  expect((await request.get('/_next/image?url=%2Ficon.svg&w=640&q=75')).status()).toBe(404)
})

test('addresses that cannot be read are refused, and the server goes on', async ({ request, baseURL }) => {
  for (const target of ['/%', '/certificates/%E0%A4%A', 'http://evil.example/', '*']) {
    expect([target, await firstLine(baseURL!, target)]).toEqual([target, 'HTTP/1.1 400 Bad Request'])
  }
  expect((await request.get('/api/health')).status()).toBe(200)
})
