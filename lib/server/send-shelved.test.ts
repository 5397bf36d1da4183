/** A picture from the shelf is one that everybody may see as it is now; whatever changes in the database, it is not sent any more. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeShelf, readStamp } from '#lib/credential/shelf-store.ts'
import type { Database } from '#lib/db/schema.ts'
import { describeDatabases } from '#lib/testing/databases.ts'
import { shelfServer } from './send-shelved.ts'

const id = 'ABCD-EFGH-JKMN-PQRS'
const png = Uint8Array.from([1, 2, 3, 4])

describeDatabases('a picture on the shelf', (open) => {
  const shelf = makeShelf(100)
  let db: Kysely<Database>
  let now = 0
  const server = createServer((request, response) => {
    const asked = pictures.asksFor(request)
    const next = () => response.writeHead(404, { 'X-From': 'next' }).end()
    if (asked === null) next()
    else pictures.send(asked, request, response).then((sent) => sent || next())
  })
  let reads = 0
  const read = async () => {
    reads++
    return db
  }
  const pictures = shelfServer({ shelf, db: read, clock: () => now })
  const ask = async (path = `/certificates/${id}/image.png?v=1`, given: RequestInit = {}) => {
    const reply = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, given)
    const robots = reply.headers.get('x-robots-tag')
    return { status: reply.status, etag: reply.headers.get('etag'), robots, body: [...(await reply.bytes())] }
  }
  const putBack = async (noindex = true) => shelf.put(id, { stamp: (await readStamp(db, id)) ?? 'none', etag: '"one"', png, noindex })
  const sent = { status: 200, etag: '"one"', robots: 'noindex', body: [1, 2, 3, 4] }
  const left = { status: 404, etag: null, robots: null, body: [] }

  beforeAll(async () => {
    db = await open()
    await db.insertInto('learner').values({ id: 'amal', created_at: 0, last_seq: 0 }).execute()
    const dates = { issued_at: 1, updated_at: 1 }
    const row = { id, actor: 'amal', module: 'networking', name: 'Amal', version: 1, template: 'module', achievement: '{}', ...dates }
    await db
      .insertInto('certificate')
      .values({ ...row, status_list: 1, status_position: 7 })
      .execute()
    await db
      .insertInto('status_entry')
      .values({ list: 1, position: 7, certificate: id, created_at: 1, revoked_at: null, revoked_as: null, reason: '' })
      .execute()
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    await putBack()
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  it('is sent as it lies there, and not again to whoever has it', async () => {
    expect(await ask()).toEqual(sent)
    expect(await ask(`/certificates/${id}/image.png`, { method: 'HEAD' })).toEqual({ ...sent, body: [] })
    expect(await ask(undefined, { headers: { 'If-None-Match': '"other", W/"one"' } })).toEqual({ ...sent, status: 304, body: [] })
  })

  it.each(['/certificates/ABCD-EFGH-JKMN-0000/image.png', `/certificates/${id}/badge.png`, `/certificates/${id}/image.png/`])(
    'is not sent for %s',
    async (path) => expect(await ask(path)).toEqual(left),
  )

  const changes: [string, () => Promise<unknown>][] = [
    ['the name is changed', () => db.updateTable('certificate').set({ name: 'Amal H', version: 2 }).where('id', '=', id).execute()],
    ['the name is hidden', () => db.updateTable('certificate').set({ shows_name: 0 }).where('id', '=', id).execute()],
    [
      'it is revoked',
      () => db.updateTable('status_entry').set({ revoked_at: 5, revoked_as: 'revoked' }).where('certificate', '=', id).execute(),
    ],
    ['search engines may list it', () => db.updateTable('certificate').set({ visibility: 'public' }).where('id', '=', id).execute()],
    ['it is made private', () => db.updateTable('certificate').set({ visibility: 'private' }).where('id', '=', id).execute()],
  ]
  const undo = async () => {
    await db
      .updateTable('certificate')
      .set({ name: 'Amal', version: 1, shows_name: 1, visibility: 'unlisted' })
      .where('id', '=', id)
      .execute()
    await db.updateTable('status_entry').set({ revoked_at: null, revoked_as: null }).where('certificate', '=', id).execute()
    now += 2000
    await putBack()
  }

  it.each(changes)('is left to Next as soon as %s through this server', async (_what, change) => {
    await undo()
    expect(await ask()).toEqual(sent)
    await change()
    pictures.forget()
    expect(await ask()).toEqual(left)
  })

  it.each(changes)('is left to Next a quarter of a second after %s somewhere else', async (_what, change) => {
    await undo()
    expect(await ask()).toEqual(sent)
    await change()
    now += 251
    expect(await ask()).toEqual(left)
  })

  it('is compared with what was read before for a quarter of a second, and with nothing older', async () => {
    await undo()
    const began = now
    reads = 0
    for (const after of [0, 100, 250, 251, 400, 502]) {
      now = began + after
      expect(await ask()).toEqual(sent)
    }
    expect(reads).toBe(3)
  })

  it('is left to Next a second after the issuer is described otherwise, or another key signs', async () => {
    await db.updateTable('certificate').set({ visibility: 'public' }).where('id', '=', id).execute()
    for (const change of [
      () => db.insertInto('meta').values({ key: 'issuer', value: '{}' }).execute(),
      () => db.insertInto('issuer_key').values({ id: 'z6Mk', created_at: 1, retired_at: null }).execute(),
    ]) {
      now += 2000
      await putBack()
      expect(await ask()).toEqual(sent)
      await change()
      now += 1001
      expect(await ask()).toEqual(left)
    }
  })

  it('may be listed by search engines where it was sent so', async () => {
    await putBack(false)
    now += 2000
    expect(await ask()).toEqual({ ...sent, robots: null })
  })

  it('is gone with its certificate', async () => {
    await putBack()
    now += 2000
    expect(await ask()).toEqual(sent)
    await db.deleteFrom('certificate').where('id', '=', id).execute()
    now += 251
    expect(await ask()).toEqual(left)
  })

  it('makes room when there are too many, the longest unused first', () => {
    const small = makeShelf(10)
    const shelved = { stamp: '', etag: '', png: new Uint8Array(4), noindex: false }
    for (const one of ['a', 'b']) small.put(one, shelved)
    small.get('a')
    small.put('c', shelved)
    small.put('c', shelved)
    expect(['a', 'b', 'c'].filter((one) => small.get(one))).toEqual(['a', 'c'])
  })
})
