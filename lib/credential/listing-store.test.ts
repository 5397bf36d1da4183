import type { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import type { Database } from '#lib/db/schema.ts'
import { describeDatabases } from '#lib/testing/databases.ts'
import { someDay } from '#lib/testing/small-course.ts'
import { makeCertificateId } from './certificate-id.ts'
import { listCertificates, listPlace } from './listing-store.ts'

const numberOf = (n: number) => makeCertificateId(Uint8Array.from([n, 1, 2, 3, 4, 5, 6, 7, 8, 9]))

type Given = { name?: string; at?: number; visibility?: string; shows?: boolean }
async function put(db: Kysely<Database>, n: number, { name = 'Amal', at = someDay, visibility = 'unlisted', shows = true }: Given = {}) {
  const actor = `learner-${n}`
  await db.insertInto('learner').values({ id: actor, created_at: someDay, last_seq: 0 }).execute()
  const row = { id: numberOf(n), actor, module: 'networking', name, version: 1, template: 'module', achievement: '{"secret":1}' }
  await db
    .insertInto('certificate')
    .values({
      ...row,
      issued_at: at,
      updated_at: at,
      visibility,
      shows_name: Number(shows),
      credential: 'c',
      status_list: 1,
      status_position: n,
    })
    .execute()
  return numberOf(n)
}
async function end(db: Kysely<Database>, n: number, as: 'replaced' | 'revoked', reason = '') {
  const entry = { list: 1, position: n * 10 + (as === 'revoked' ? 1 : 2), certificate: numberOf(n), created_at: someDay }
  await db
    .insertInto('status_entry')
    .values({ ...entry, revoked_at: someDay + n, revoked_as: as, reason })
    .execute()
}

describeDatabases('the list of certificates', (open) => {
  const found = async (db: Kysely<Database>, search: string) =>
    (await listCertificates(db, { search })).certificates.map(({ id, name }) => name ?? id)

  it('says of each the number, the name and the day, and of a revoked one when and why, and nothing else', async () => {
    const db = await open()
    const [first, second] = [await put(db, 1), await put(db, 2, { name: 'Bo', at: someDay + 1 })]
    await end(db, 1, 'replaced')
    await end(db, 1, 'revoked', 'Given by mistake.')
    await end(db, 2, 'replaced')
    expect(await listCertificates(db)).toEqual({
      certificates: [
        { id: second, name: 'Bo', issuedAt: someDay + 1, revoked: null },
        { id: first, name: 'Amal', issuedAt: someDay, revoked: { at: someDay + 1, reason: 'Given by mistake.' } },
      ],
      next: null,
    })
    expect((await listCertificates(db, { revoked: true })).certificates.map(({ id }) => id)).toEqual([first])
    expect((await listCertificates(db, { revoked: true, search: 'bo' })).certificates).toEqual([])
  })

  it('is found by a name in any script, however its letters are written', async () => {
    const db = await open()
    const names = ['Élodie Ñuñez', 'Amal Haddad', 'Ольга Ким', '王芳', '50%_\\ Name']
    for (const [n, name] of names.entries()) await put(db, n, { name })
    for (const [search, name] of [
      ['élodie', 'Élodie Ñuñez'],
      ['ÉLODIE', 'Élodie Ñuñez'],
      ['E\u0301lodie ñuñez', 'Élodie Ñuñez'],
      ['HADDAD', 'Amal Haddad'],
      ['l h', 'Amal Haddad'],
      ['ольга ким', 'Ольга Ким'],
      ['芳', '王芳'],
      ['%_\\', '50%_\\ Name'],
    ] as const)
      expect([search, await found(db, search)]).toEqual([search, [name]])
    for (const nothing of ['_', '\\%\\', 'Haddad Amal'].slice(1)) expect(await found(db, nothing)).toEqual([])
    expect(await found(db, '_')).toEqual(['50%_\\ Name'])
  })

  it('is found by a number however it is typed, also by a part of it', async () => {
    const db = await open()
    const [id] = [await put(db, 7), await put(db, 200)]
    const plain = id.replaceAll('-', '')
    for (const typed of [
      id,
      id.toLowerCase(),
      plain,
      ` ${id.replaceAll('-', ' ')} `,
      plain.slice(0, 7),
      id.replaceAll('0', 'o').replaceAll('1', 'l'),
    ])
      expect((await listCertificates(db, { search: typed })).certificates.map((one) => one.id)).toContain(id)
    expect((await listCertificates(db, { search: id })).certificates).toHaveLength(1)
    // too little to tell one from another
    expect((await listCertificates(db, { search: plain.slice(0, 3) })).certificates).toEqual([])
  })

  it('shows no name that its holder shows to nobody, and does not find by it', async () => {
    const db = await open()
    const hidden = [await put(db, 1, { name: 'Nadia', shows: false }), await put(db, 2, { name: 'Nadia', visibility: 'private' })]
    await put(db, 3, { name: 'Nadia', visibility: 'public' })
    expect(await found(db, 'nadia')).toEqual(['Nadia'])
    for (const id of hidden) expect((await listCertificates(db, { search: id })).certificates).toMatchObject([{ id, name: null }])
    expect(JSON.stringify((await listCertificates(db)).certificates).match(/Nadia/g)).toHaveLength(1)
  })

  it('comes in pages, each certificate once, also where many were issued at one moment', async () => {
    const db = await open()
    const all = []
    for (let n = 0; n < 23; n++) all.push(await put(db, n, { at: someDay + Math.floor(n / 9) }))
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const page: Awaited<ReturnType<typeof listCertificates>> = await listCertificates(db, { before: listPlace(next), most: 5 })
      seen.push(...page.certificates.map(({ id }) => id))
      next = page.next
    }
    expect(seen).toHaveLength(23)
    expect([...seen].sort()).toEqual([...all].sort())
    for (const wrong of [null, '', 'x', '1', `${'9'.repeat(16)}.A`, '1.a;b']) expect(listPlace(wrong)).toBeNull()
  })
})
