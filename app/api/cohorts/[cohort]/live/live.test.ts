/** Who watches a cohort hears of its later versions, and of nothing else. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { closeDatabase, type DatabaseKind, database } from '#lib/db/client.ts'
import type { Database } from '#lib/db/schema.ts'
import { announce } from '#lib/server/live.ts'
import { type Kind, makeAsker, makePlace, type Place } from '#lib/testing/cohort-people.ts'
import { newPlace } from '#lib/testing/databases.ts'
import { GET } from './route.ts'

const secret = 'a secret of more than thirty-two characters'
const site = 'http://localhost:3000'
const facilitator: Kind = { title: 'a facilitator', role: 'facilitator', relation: 'facilitator' }
const elsewhere: Kind = { title: 'a facilitator of another cohort', role: 'facilitator', relation: 'none' }

describe.each<DatabaseKind>(['sqlite', 'postgresql'])('news of a cohort on %s', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'common-ground-live-'))
  let db: Kysely<Database>
  beforeAll(async () => {
    const at = await newPlace(kind)
    vi.stubEnv('DATA_DIR', folder)
    vi.stubEnv('SECRET', secret)
    vi.stubEnv('BASE_URL', site)
    vi.stubEnv('DATABASE_URL', 'url' in at ? at.url : '')
    Reflect.deleteProperty(globalThis, Symbol.for('common-ground.config'))
    db = await database()
  }, 60_000)
  afterAll(async () => {
    await closeDatabase()
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })

  async function watch(place: Place, who: Kind, since: string, headers = {}) {
    const { cookie } = await makeAsker(db, who, place, secret)
    const end = new AbortController()
    const request = new Request(`${site}/api/cohorts/${place.cohort}/live?since=${since}`, {
      headers: { cookie: cookie!, ...headers },
      signal: end.signal,
    })
    const response = await GET(request, { params: Promise.resolve({ cohort: place.cohort }) })
    return { response, end: () => end.abort() }
  }

  /** Reads until there is an event, and returns its lines. */
  async function nextEvent(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string[]> {
    let text = ''
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return ['over']
      text += new TextDecoder().decode(value)
      const event = text.split('\n\n').find((one) => one.includes('data:'))
      if (event) return event.split('\n').filter((line) => line.startsWith('id:') || line.startsWith('data:'))
    }
  }

  const raise = async (place: Place, version: number) => {
    await db.updateTable('cohort').set({ version }).where('id', '=', place.cohort).execute()
    announce(`cohort:${place.cohort}`)
  }

  it('comes with each later version', async () => {
    const place = await makePlace(db)
    const { response, end } = await watch(place, facilitator, '1')
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
    const reader = response.body!.getReader()
    setTimeout(() => raise(place, 2), 50)
    expect(await nextEvent(reader)).toEqual(['id: 2', 'data: 2'])
    await raise(place, 7)
    expect(await nextEvent(reader)).toEqual(['id: 7', 'data: 7'])
    end()
    expect(await nextEvent(reader)).toEqual(['over'])
  })

  it('comes at once where the page is older than the cohort, also after a lost connection', async () => {
    const place = await makePlace(db)
    await raise(place, 5)
    const stale = await watch(place, facilitator, '3')
    expect(await nextEvent(stale.response.body!.getReader())).toEqual(['id: 5', 'data: 5'])
    stale.end()
    const again = await watch(place, facilitator, '1', { 'last-event-id': '4' })
    expect(await nextEvent(again.response.body!.getReader())).toEqual(['id: 5', 'data: 5'])
    again.end()
  })

  it('comes to ten pages of one account at once, and to others meanwhile', async () => {
    const place = await makePlace(db)
    const { cookie } = await makeAsker(db, facilitator, place, secret)
    const ends: AbortController[] = []
    const listen = async () => {
      const end = new AbortController()
      const request = new Request(`${site}/api/cohorts/${place.cohort}/live?since=1`, { headers: { cookie: cookie! }, signal: end.signal })
      const { status } = await GET(request, { params: Promise.resolve({ cohort: place.cohort }) })
      if (status === 200) ends.push(end)
      return status
    }
    expect(await Promise.all(Array.from({ length: 10 }, listen))).toEqual(Array(10).fill(200))
    expect(await listen()).toBe(429)
    const other = await watch(place, facilitator, '1')
    expect(other.response.status).toBe(200)
    other.end()
    ends.pop()!.abort()
    expect([await listen(), await listen()]).toEqual([200, 429])
    for (const end of ends) end.abort()
    expect(await listen()).toBe(200)
    ends.at(-1)!.abort()
  })

  it('comes to nobody who may not see the cohort', async () => {
    const place = await makePlace(db)
    const { response } = await watch(place, elsewhere, '0')
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ ok: false, code: 'not_found' })
  })
})
