import { Agent, createServer, get, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { closeServer, watchResponses } from './close-server.ts'

/** A server that lets each request wait until it is told to go on. */
async function waitingServer() {
  const waiting: ServerResponse[] = []
  const server = createServer({ keepAliveTimeout: 60_000 }, (_request, response) => void waiting.push(response))
  const open = watchResponses(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const agent = new Agent({ keepAlive: true })
  const ask = () =>
    new Promise<string>((done, failed) => {
      get({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', agent }, async (response) => {
        try {
          let text = ''
          for await (const part of response) text += part
          done(text)
        } catch (error) {
          failed(error as Error)
        }
      }).on('error', failed)
    })
  const arrived = async () => {
    while (waiting.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    return waiting.shift()!
  }
  return { server, ask, arrived, agent, open }
}

describe('closing a server', () => {
  it('lets a running request finish, and then does not wait for the connection that is kept', async () => {
    const { server, ask, arrived, agent } = await waitingServer()
    const reply = ask()
    const response = await arrived()
    const closed = closeServer(server, 30_000)
    response.end('all of it')
    expect(await reply).toBe('all of it')
    const waited = new Promise<string>((resolve) => setTimeout(resolve, 3_000, 'still open'))
    expect(await Promise.race([closed.then(() => 'closed'), waited])).toBe('closed')
    agent.destroy()
  })

  it('does not wait for a stream of news, and still lets others finish', async () => {
    const { server, ask, arrived, agent, open } = await waitingServer()
    const stream = ask()
    const cut = expect(stream).rejects.toThrow('aborted')
    const listening = await arrived()
    listening.setHeader('Content-Type', 'text/event-stream; charset=utf-8')
    listening.write(': listening\n\n')
    const reply = ask()
    const response = await arrived()
    expect(open.size).toBe(2)
    const closed = closeServer(server, 30_000, open)
    await cut
    response.end('all of it')
    expect(await reply).toBe('all of it')
    await closed
    expect(open.size).toBe(0)
    agent.destroy()
  })

  it('cuts off what takes longer than its patience', async () => {
    const { server, ask, arrived, agent } = await waitingServer()
    const reply = ask()
    await arrived()
    const cut = expect(reply).rejects.toThrow('socket hang up')
    await closeServer(server, 20)
    await cut
    agent.destroy()
  })
})
