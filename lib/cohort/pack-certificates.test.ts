import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { atOnce, type FileKind, packCertificates, type WantedFile, type Zip } from './pack-certificates.ts'

const wanted = (n: number, kind: FileKind = 'png'): WantedFile => ({ id: `C${n}`, stem: `Amal ${n}`, kind, address: `/c/${n}.${kind}` })
const many = (count: number) => Array.from({ length: count }, (_, n) => wanted(n))
const picture = (bytes: Uint8Array<ArrayBuffer> | string = 'a picture', type = 'image/png') =>
  new Response(bytes, { headers: { 'content-type': type } })

/** The packer with a site that replies as `reply` says, and without any waiting. */
function bench(reply: (address: string, asked: number) => Response | Promise<Response>, limit?: number) {
  const abort = new AbortController()
  const asked = new Map<string, number>()
  const waits: number[] = []
  const zips: (Zip & { files: number })[] = []
  const progress: [number, number][] = []
  let open = 0
  let mostOpen = 0
  const run = (files: readonly WantedFile[]) =>
    packCertificates(files, {
      fetch: async (address) => {
        mostOpen = Math.max(mostOpen, ++open)
        asked.set(address, (asked.get(address) ?? 0) + 1)
        await new Promise((resolve) => setImmediate(resolve))
        try {
          return await reply(address, asked.get(address)!)
        } finally {
          open--
        }
      },
      wait: async (milliseconds, signal) => {
        signal.throwIfAborted()
        waits.push(milliseconds)
      },
      signal: abort.signal,
      now: new Date(2026, 10, 22),
      list: (packed) => ({ name: 'certificates.csv', text: JSON.stringify([...packed]) }),
      onProgress: (done, missing) => progress.push([done, missing]),
      handOver: async (zip) => {
        zips.push(zip)
      },
      ...(limit ? { limit } : {}),
    })
  const contents = async () => Promise.all(zips.map(async ({ blob }) => unzipSync(new Uint8Array(await blob.arrayBuffer()))))
  return { run, abort, asked, waits, zips, progress, contents, mostOpen: () => mostOpen }
}

describe('packing certificates', () => {
  it('puts every file into one zip, and the list of them with it', async () => {
    const { run, zips, contents, progress, mostOpen } = bench((address) =>
      address.endsWith('pdf') ? picture('a document', 'application/pdf') : picture(),
    )
    expect(await run([...many(7), wanted(0, 'pdf')])).toEqual([])
    const [zip] = await contents()
    expect(zips.map(({ part, last, files }) => ({ part, last, files }))).toEqual([{ part: 1, last: true, files: 9 }])
    expect(Object.keys(zip!).sort()).toEqual([...many(7).map(({ stem }) => `${stem}.png`), 'Amal 0.pdf', 'certificates.csv'].sort())
    expect(new TextDecoder().decode(zip!['Amal 0.pdf'])).toBe('a document')
    expect(new Map(JSON.parse(new TextDecoder().decode(zip!['certificates.csv']))).get('C0')).toEqual(
      expect.arrayContaining(['Amal 0.png', 'Amal 0.pdf']),
    )
    expect(progress.map(([done]) => done)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(mostOpen()).toBe(atOnce)
  })

  it('asks again, later each time, where the site has too much to do, and as late as it says', async () => {
    const { run, waits, contents } = bench((_, asked) => {
      if (asked === 1) return new Response(null, { status: 503, headers: { 'retry-after': '10' } })
      return asked < 4 ? new Response(null, { status: 500 }) : picture()
    })
    expect(await run(many(1))).toEqual([])
    expect(waits).toEqual([10_000, 2000, 4000])
    expect(Object.keys((await contents())[0]!)).toContain('Amal 0.png')
  })

  it('says what could not be had and why, and packs the rest', async () => {
    const { run, contents, asked } = bench((address) => {
      if (address === '/c/1.png') return new Response(null, { status: 410 })
      if (address === '/c/3.png') return new Response(null, { status: 503 })
      if (address === '/c/4.png') return new Response('<p>sign in to the hotel</p>', { headers: { 'content-type': 'text/html' } })
      if (address === '/c/5.png') throw new TypeError('Failed to fetch')
      return picture()
    })
    expect((await run(many(6))).map(({ file, reason }) => [file.id, reason])).toEqual([
      ['C1', 'gone'],
      ['C3', 'unavailable'],
      ['C4', 'unavailable'],
      ['C5', 'offline'],
    ])
    expect(Object.keys((await contents())[0]!).sort()).toEqual(['Amal 0.png', 'Amal 2.png', 'certificates.csv'])
    // what is gone stays gone
    expect([...asked]).toEqual(
      expect.arrayContaining([
        ['/c/1.png', 1],
        ['/c/3.png', 5],
        ['/c/4.png', 1],
        ['/c/5.png', 5],
      ]),
    )
  })

  it('makes no zip of nothing', async () => {
    const { run, zips } = bench(() => new Response(null, { status: 404 }))
    expect(await run(many(2))).toHaveLength(2)
    expect(zips).toEqual([])
    expect(await bench(() => picture()).run([])).toEqual([])
  })

  it('stops asking when the connection is gone', async () => {
    const { run, asked } = bench(() => Promise.reject(new TypeError('Failed to fetch')))
    const missing = await run(many(200))
    expect(missing.every(({ reason }) => reason === 'offline')).toBe(true)
    expect(missing).toHaveLength(200)
    expect(asked.size).toBeLessThan(12)
  })

  it('begins a next zip where one would be too large, and loses nothing', async () => {
    const limit = 1000
    const { run, zips, contents } = bench(() => picture(new Uint8Array(300)), limit)
    await run(many(10))
    const all = await contents()
    expect(zips.map(({ part, last }) => [part, last])).toEqual([
      [1, false],
      [2, false],
      [3, false],
      [4, true],
    ])
    expect(all.flatMap((zip) => Object.keys(zip)).sort()).toEqual([...many(10).map(({ stem }) => `${stem}.png`), 'certificates.csv'].sort())
    for (const zip of all) expect(Object.values(zip).filter(({ length }) => length === 300).length).toBeLessThanOrEqual(3)
  })

  it('refuses a file that is larger than any certificate', async () => {
    const { run } = bench(() => new Response('x', { headers: { 'content-type': 'image/png', 'content-length': '20000001' } }))
    expect((await run(many(1)))[0]?.reason).toBe('unavailable')
  })

  it('ends at once when it is cancelled, and saves nothing', async () => {
    const { run, abort, zips, asked } = bench((address) => {
      if (address === '/c/3.png') abort.abort()
      return picture()
    })
    await expect(run(many(50))).rejects.toThrow(/abort/i)
    expect(zips).toEqual([])
    expect(asked.size).toBeLessThan(10)
  })
})
