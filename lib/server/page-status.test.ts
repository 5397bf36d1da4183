import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, it } from 'vitest'
import { sayGone, sayUnavailable, servePage } from './page-status.ts'

let server: Server | undefined
afterEach(() => void server?.close())

/** @returns the statuses of several requests at once */
async function statuses(addresses: readonly string[], make: (address: string) => Promise<number>): Promise<number[]> {
  server = createServer((request, response) =>
    servePage(response, () => {
      void make(request.url!).then((status) => {
        response.statusCode = status
        response.end('A page.')
      })
    }),
  )
  await new Promise<void>((done) => server!.listen(0, done))
  const { port } = server.address() as AddressInfo
  return Promise.all(addresses.map(async (address) => (await fetch(`http://localhost:${port}${address}`)).status))
}

it('answers 410 for the page that says it is gone, 503 for one that comes back, and so for no other that is made at the same time', async () => {
  const make = async (address: string) => {
    await wait(10)
    if (address === '/gone') sayGone()
    if (address === '/later') sayUnavailable()
    await wait(10)
    return 200
  }
  expect(await statuses(['/here', '/gone', '/here', '/gone', '/later'], make)).toEqual([200, 410, 200, 410, 503])
})

it('leaves a failure what it is', async () => {
  const make = async () => {
    sayGone()
    return 500
  }
  expect(await statuses(['/broken'], make)).toEqual([500])
})

it('hears nothing outside of a request', () => {
  expect(() => sayGone()).not.toThrow()
})
