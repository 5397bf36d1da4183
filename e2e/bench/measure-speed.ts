/** Requests served a second over loopback, closed loop. */
import { Agent, get } from 'node:http'

const rounds = 5
const seconds = 2
const connections = 8

function request(agent: Agent, url: string): Promise<void> {
  return new Promise((done, failed) => {
    get(url, { agent, headers: { 'accept-encoding': 'br' } }, (response) => {
      response.resume()
      response.on('end', done)
    }).on('error', failed)
  })
}

async function round(url: string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const end = performance.now() + seconds * 1000
  let count = 0
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end) {
        await request(agent, url)
        count += 1
      }
    }),
  )
  agent.destroy()
  return count / seconds
}

export async function measureSpeed(base: string, paths: readonly string[]) {
  const rows: { path: string; perSecond: number; lowest: number; highest: number; ratio: number }[] = []
  for (const path of paths) {
    await request(new Agent(), base + path)
    const rates: number[] = []
    for (let i = 0; i < rounds; i++) rates.push(await round(base + path))
    rates.sort((a, b) => a - b)
    const median = rates[Math.floor(rounds / 2)]!
    rows.push({
      path,
      perSecond: Math.round(median),
      lowest: Math.round(rates[0]!),
      highest: Math.round(rates.at(-1)!),
      ratio: Math.round((median / (rows[0]?.perSecond ?? median)) * 100) / 100,
    })
  }
  return rows
}
