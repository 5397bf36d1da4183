import { decodeList } from '@digitalbazaar/vc-bitstring-status-list'
import type { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import type { Database } from '#lib/db/schema.ts'
import { describeDatabases } from '#lib/testing/databases.ts'
import { issuerAt, keyPlace } from '#lib/testing/signed-certificates.ts'
import { someDay } from '#lib/testing/small-course.ts'
import { positionsInList } from './status-list.ts'
import { signedStatusList } from './status-list-store.ts'
import { type DrawOptions, markOfStatusList, readStatusList, revokePlace, takePlace } from './status-store.ts'

const entry = (certificate: string, issuer = 'did:web:a.example.org') => ({ certificate, issuer, now: someDay })
const take = (db: Kysely<Database>, certificate: string, options?: DrawOptions, issuer?: string) =>
  db.transaction().execute((trx) => takePlace(trx, entry(certificate, issuer), options))

describeDatabases('positions in status lists', (open) => {
  it('are drawn until one is free, and never given twice under many requests at once', async () => {
    const db = await open()
    const draws = [7, 7, 7, 3]
    const options = { draw: () => draws.shift()! }
    expect(await take(db, 'one', options)).toEqual({ list: 1, position: 7 })
    expect(await take(db, 'two', options)).toEqual({ list: 1, position: 3 })
    const places = await Promise.all(Array.from({ length: 40 }, (_, n) => take(db, `c${n}`, { size: 100 })))
    expect(new Set(places.map(({ list, position }) => `${list} ${position}`)).size).toBe(40)
  })

  it('go over to the next list when more than half of one is given', async () => {
    const db = await open()
    const lists: number[] = []
    for (let n = 0; n < 12; n++) lists.push((await take(db, `c${n}`, { size: 8 })).list)
    expect(lists).toEqual([1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3])
  })

  it('begin one new list, however many need it at once', async () => {
    const db = await open()
    await Promise.all(Array.from({ length: 20 }, (_, n) => take(db, `c${n}`)))
    expect(await db.selectFrom('status_list').select('id').execute()).toEqual([{ id: 1 }])
  })

  it('are in lists of their own for each issuer', async () => {
    const db = await open()
    const a = await take(db, 'one', {}, 'did:web:a.example.org')
    const b = await take(db, 'two', {}, 'did:web:b.example.org')
    const c = await take(db, 'three', {}, 'did:web:a.example.org')
    expect([a.list, b.list, c.list]).toEqual([1, 2, 1])
  })

  it('are spread over the whole list', async () => {
    const db = await open()
    const positions: number[] = []
    for (let n = 0; n < 60; n++) positions.push((await take(db, `c${n}`)).position)
    expect(Math.min(...positions)).toBeLessThan(positionsInList / 2)
    expect(Math.max(...positions)).toBeGreaterThan(positionsInList / 2)
    expect(Math.max(...positions)).toBeLessThan(positionsInList)
  })

  it('are revoked once, with the first reason, and then are set in the signed list', async () => {
    const db = await open()
    const place = keyPlace()
    const issuer = await issuerAt(db, place)
    const taken = await take(db, 'one', { draw: () => 77_777 }, issuer.id)
    await take(db, 'two', { draw: () => 5 }, issuer.id)
    const before = await signedStatusList(db, 1, issuer, place)
    expect(await signedStatusList(db, 1, issuer, place)).toBe(before)
    expect(await revokePlace(db, taken, { as: 'revoked', reason: 'An error', now: someDay + 1000 })).toBe(true)
    expect(await revokePlace(db, taken, { as: 'replaced', reason: '', now: someDay + 2000 })).toBe(false)
    expect(await readStatusList(db, 1)).toEqual({ list: 1, issuer: issuer.id, changedAt: someDay + 1000, revoked: [77_777] })
    const after = JSON.parse((await signedStatusList(db, 1, issuer, place))!)
    expect(after).toMatchObject({
      id: `${issuer.baseUrl}/credentials/status/1`,
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer: issuer.id,
      validFrom: new Date(someDay + 1000).toISOString().replace('.000', ''),
      credentialSubject: { type: 'BitstringStatusList', statusPurpose: 'revocation' },
    })
    const bits = await decodeList({ encodedList: after.credentialSubject.encodedList })
    expect(bits.length).toBe(positionsInList)
    expect(Array.from({ length: positionsInList }, (_, n) => n).filter((n) => bits.getStatus(n))).toEqual([77_777])
    expect(await signedStatusList(db, 2, issuer, place)).toBeNull()
    // another one in the same moment
    const other = await take(db, 'three', { draw: () => 99 }, issuer.id)
    await revokePlace(db, other, { as: 'replaced', reason: '', now: someDay + 1000 })
    expect(await markOfStatusList(db, 1)).toEqual({ issuer: issuer.id, changedAt: someDay + 1000, count: 2 })
    const { encodedList } = JSON.parse((await signedStatusList(db, 1, issuer, place))!).credentialSubject
    const later = await decodeList({ encodedList })
    expect([5, 99, 77_777].map((n) => later.getStatus(n))).toEqual([false, true, true])
  })

  it('are read only when something in the list has changed, and few lists are kept', async () => {
    const db = await open()
    const place = keyPlace()
    const issuer = await issuerAt(db, place)
    for (let n = 0; n < 16; n++) await take(db, `c${n}`, { size: 2 }, issuer.id)
    let read = 0
    const counting = db.withPlugin({
      transformQuery: ({ node }) => {
        if (JSON.stringify(node).includes('"orderBy"')) read++
        return node
      },
      transformResult: async ({ result }) => result,
    })
    const sign = async (list: number) => {
      const before = read
      await signedStatusList(counting, list, issuer, place)
      return read - before
    }
    expect([await sign(1), await sign(1), await sign(1)]).toEqual([1, 0, 0])
    const lists = await db.selectFrom('status_list').select('id').orderBy('id').execute()
    expect(lists.length).toBeGreaterThan(7)
    for (const { id } of lists) await sign(id)
    expect([await sign(lists.at(-1)!.id), await sign(1)]).toEqual([0, 1])
  })
})
