import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import type { Database } from '#lib/db/schema.ts'
import { describeDatabases } from '#lib/testing/databases.ts'
import { someDay } from '#lib/testing/small-course.ts'
import { drawnFolders, forgetDrawn, startSweeping, sweepDrawn } from './drawn-store.ts'

const [here, gone] = ['7K3D-90QF-XM2A-BT5Z', '7K3D-90QF-XM2A-BT5Y']

function drawn(): { folder: string; left: () => string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'common-ground-drawn-'))
  for (const one of drawnFolders) {
    mkdirSync(join(folder, one))
    for (const number of [here, gone]) writeFileSync(join(folder, one, `${number}-1-module-3-abc.x`), number)
    writeFileSync(join(folder, one, 'readme'), '')
  }
  return { folder, left: () => drawnFolders.flatMap((one) => readdirSync(join(folder, one))).sort() }
}
async function certify(db: Kysely<Database>, version: number): Promise<void> {
  await db.insertInto('learner').values({ id: 'amal', created_at: someDay, last_seq: 0 }).execute()
  const row = { id: here, actor: 'amal', module: 'networking', name: 'Amal', version, template: 'module', achievement: '{}' }
  await db
    .insertInto('certificate')
    .values({ ...row, issued_at: someDay, updated_at: someDay })
    .execute()
}
const kept = [`${here}-1-module-3-abc.x`, `${here}-1-module-3-abc.x`, 'readme', 'readme']

describeDatabases('what was drawn of a certificate', (open) => {
  it('goes when the certificate goes, and nothing else', async () => {
    const { folder, left } = drawn()
    await forgetDrawn(folder, [])
    expect(left()).toHaveLength(6)
    await forgetDrawn(folder, [gone])
    expect(left()).toEqual(kept)
    await forgetDrawn(join(folder, 'nowhere'), [gone])
    rmSync(folder, { recursive: true })
  })

  it('is looked for again at a start: what came late goes then', async () => {
    const db = await open()
    const { folder, left } = drawn()
    await certify(db, 1)
    await sweepDrawn(db, folder)
    expect(left()).toEqual(kept)
    await sweepDrawn(db, join(folder, 'nowhere'))
    rmSync(folder, { recursive: true })
  })

  it('goes in a sweep when another version has taken its place, whichever server that was corrected on', async () => {
    const db = await open()
    const { folder } = drawn()
    await certify(db, 3)
    const files = {
      images: [`${here}-2-module-3-abc.png`, `${here}-3-module-3-abc.png`, `${here}-10-module-3-abc.png`, `${here}-3-module-3-a.png.d0`],
      documents: [`${here}-a4-2-1-abc.pdf`, `${here}-a4-3-1-abc.pdf`, `${here}-letter-1-1-abc.pdf`, `${here}-letter-30-1-abc.pdf`],
    }
    for (const [one, names] of Object.entries(files)) for (const name of names) writeFileSync(join(folder, one, name), '')
    await sweepDrawn(db, folder)
    expect(readdirSync(join(folder, 'images')).sort()).toEqual([...files.images.slice(1), 'readme'].sort())
    expect(readdirSync(join(folder, 'documents')).sort()).toEqual([files.documents[1], files.documents[3], 'readme'].sort())
    rmSync(folder, { recursive: true })
  })

  it('is looked for at once and each hour, until it is stopped; a sweep that fails is told and tried again', async () => {
    const db = await open()
    const { folder, left } = drawn()
    await certify(db, 1)
    const told: unknown[] = []
    const ticks = new Map<() => void, number>()
    const timer = {
      set: (call: () => void, milliseconds: number) => ticks.set(call, milliseconds) && call,
      clear: (call: unknown) => ticks.delete(call as () => void),
    }
    const stop = startSweeping(db, folder, { timer, report: (error) => told.push(error) })
    expect([...ticks.values()]).toEqual([3_600_000])
    await expect.poll(left).toEqual(kept)

    const late = join(folder, drawnFolders[0], `${gone}-1-module-3-abc.x`)
    const [tick] = [...ticks.keys()]
    mkdirSync(join(late, 'not a file'), { recursive: true })
    tick!()
    await expect.poll(() => told.length).toBe(1)
    rmSync(late, { recursive: true })
    writeFileSync(late, gone)
    // the one that failed may still be ending
    await new Promise((resolve) => setTimeout(resolve, 20))
    tick!()
    await stop()
    expect([left(), told.length, ticks.size]).toEqual([kept, 1, 0])
    rmSync(folder, { recursive: true })
  })
})
