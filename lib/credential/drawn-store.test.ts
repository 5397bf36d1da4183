import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { describeDatabases } from '#lib/testing/databases.ts'
import { someDay } from '#lib/testing/small-course.ts'
import { drawnFolders, forgetDrawn, sweepDrawn } from './drawn-store.ts'

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
    await db.insertInto('learner').values({ id: 'amal', created_at: someDay, last_seq: 0 }).execute()
    const row = { id: here, actor: 'amal', module: 'networking', name: 'Amal', version: 1, template: 'module', achievement: '{}' }
    await db
      .insertInto('certificate')
      .values({ ...row, issued_at: someDay, updated_at: someDay })
      .execute()
    await sweepDrawn(db, folder)
    expect(left()).toEqual(kept)
    await sweepDrawn(db, join(folder, 'nowhere'))
    rmSync(folder, { recursive: true })
  })
})
