import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { afterAll, expect, it } from 'vitest'
import { erasePerson } from '#lib/account/erase-store.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import { achievementOf } from '#lib/credential/achievement-of.ts'
import { correctCertificate, signedCredential } from '#lib/credential/credential-store.ts'
import { allKeys, currentIssuer } from '#lib/credential/issuer-store.ts'
import { makeKey } from '#lib/credential/key-store.ts'
import { listCertificates } from '#lib/credential/listing-store.ts'
import { readStatusList } from '#lib/credential/status-store.ts'
import type { Database } from '#lib/db/schema.ts'
import { describeDatabases } from '#lib/testing/databases.ts'
import { someDay } from '#lib/testing/small-course.ts'
import { credentialCommands } from './credential-commands.ts'
import type { Outcome } from './say-outcome.ts'

const number = '7K3D-90QF-XM2A-BT5Z'
const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

async function certify(db: Kysely<Database>, id: string): Promise<void> {
  const actor = `learner-${id}`
  await db.insertInto('learner').values({ id: actor, created_at: someDay, last_seq: 0 }).execute()
  const achievement = JSON.stringify(achievementOf(await loadCourse(), 'networking'))
  const row = { id, actor, module: 'networking', name: 'Amal', version: 1, template: 'module', achievement }
  await db
    .insertInto('certificate')
    .values({ ...row, issued_at: someDay, updated_at: someDay })
    .execute()
}

describeDatabases('the commands for certificates', (open) => {
  async function site() {
    const db = await open()
    const dataDir = mkdtempSync(join(tmpdir(), 'common-ground-commands-'))
    folders.push(dataDir)
    const config = { baseUrl: 'https://learn.example.org', smtpUrl: null, dataDir, issuerKey: null as string | null }
    let now = someDay
    const run = (name: string, ...args: string[]): Promise<Outcome> => credentialCommands[name]!.run({ db, config, now: ++now }, args)
    const text = async (name: string, ...args: string[]) => {
      const outcome = await run(name, ...args)
      return outcome.ok ? outcome.text : `refused: ${outcome.sentence}`
    }
    const issuer = () => currentIssuer(db, { ...config, now })
    const acts = async () =>
      (await db.selectFrom('audit').select(['action', 'by_name', 'object']).orderBy('at').execute()).map(
        ({ action, by_name, object }) => `${by_name}: ${action} ${object}`,
      )
    await certify(db, number)
    return { db, config, dataDir, run, text, issuer, acts }
  }

  it('revoke a certificate with its reason, once, also one that nobody has asked for yet', async () => {
    const { db, text, acts } = await site()
    expect(await text('revoke', number.toLowerCase(), '--reason', 'Given', 'by\u001b[31m mistake.')).toBe(
      `The certificate ${number} is revoked. Whoever checks it is told so, and why: Given by[31m mistake.`,
    )
    expect(await text('revoke', number, '--reason=Again.')).toBe(
      `refused: The certificate ${number} was revoked on ${new Date(someDay).toISOString().slice(0, 16).replace('T', ' ')} UTC: Given by[31m mistake. Nothing was changed.`,
    )
    expect((await listCertificates(db)).certificates).toMatchObject([{ revoked: { reason: 'Given by[31m mistake.' } }])
    expect(await acts()).toEqual([`command line: certificate.revoke certificate:${number}`])
  })

  it('revoke by the two numbers in a credential, also when its holder was erased', async () => {
    const { db, text, issuer, acts } = await site()
    const { json } = (await signedCredential(db, number, await issuer(), someDay))!
    const { statusListCredential, statusListIndex } = JSON.parse(json).credentialStatus
    const place = `${statusListCredential.split('/').at(-1)}/${statusListIndex}`
    await erasePerson(db, { learner: `learner-${number}`, user: null }, someDay)
    expect(await text('revoke', number, '--reason', 'Deceit.')).toBe(`refused: There is no certificate ${number}. Nothing was changed.`)
    expect(await text('revoke', '--place', place, '--reason', 'Gained', 'by deceit.')).toBe(
      `The credential at ${place} is revoked. Whoever checks it is told so. The reason is kept in the log: Gained by deceit.`,
    )
    expect((await readStatusList(db, 1))?.revoked).toEqual([Number(statusListIndex)])
    expect(await text('revoke', `--place=${place}`, '--reason=Again.')).toMatch(
      new RegExp(`^refused: The credential at ${place} was revoked on .* UTC: Gained by deceit\\. Nothing was changed\\.$`),
    )
    expect(await acts()).toEqual([`command line: certificate.revoke place:${place}`])
  })

  it('revoke by the two numbers what is still there, and say where another took its place', async () => {
    const { db, text, issuer, acts } = await site()
    const placeOf = async () => {
      const { json } = (await signedCredential(db, number, await issuer(), someDay))!
      return `1/${JSON.parse(json).credentialStatus.statusListIndex}`
    }
    const before = await placeOf()
    await correctCertificate(db, { id: number, actor: `learner-${number}`, name: 'Amal Okoye', now: someDay }, await issuer())
    expect(await text('revoke', '--place', before, '--reason', 'x')).toMatch(/^refused: .* UTC, because a corrected one took its place\./)
    expect(await text('revoke', '--place', await placeOf(), '--reason', 'By mistake.')).toContain('is revoked')
    expect((await listCertificates(db)).certificates).toMatchObject([{ revoked: { reason: 'By mistake.' } }])
    expect(await acts()).toEqual([`command line: certificate.revoke certificate:${number}`])
  })

  it('make another key, and keep the one before', async () => {
    const { db, dataDir, text, issuer, acts } = await site()
    const before = await issuer()
    expect(await text('rotate-key')).toMatch(/^A new key signs from now on: z6Mk\w+\nWhat was signed before/)
    const after = await issuer()
    expect(after.keyId).not.toBe(before.keyId)
    expect(after.id).toBe(before.id)
    expect(await allKeys(db)).toMatchObject([
      { id: after.keyId, retiredAt: null },
      { id: before.keyId, retiredAt: expect.any(Number) },
    ])
    expect(readdirSync(join(dataDir, 'keys'))).toHaveLength(2)
    expect(await acts()).toEqual(['command line: issuer.key site'])
  })

  it('call a stolen key back, by the beginning of it, and say what comes next', async () => {
    const { db, text, issuer, acts } = await site()
    const before = await issuer()
    const { json } = (await signedCredential(db, number, before, someDay))!
    const said = await text('revoke-key', before.keyId.slice(0, 14))
    const after = await issuer()
    expect(after.keyId).not.toBe(before.keyId)
    const [called, signs, folder, next, ...rest] = said.split('\n')
    expect(called).toBe(`The key ${before.keyId} is called back. Nothing it signed counts any more, from whenever it is dated.`)
    expect(signs).toBe(`A new key signs from now on: ${after.keyId}`)
    expect([folder, next]).toEqual([expect.stringContaining('“keys” in DATA_DIR'), 'What to do next:'])
    expect(rest).toEqual([
      '- npm run admin -- reissue signs anew what this key had signed. Until then, each certificate is signed anew when somebody asks for it.',
      '- Tell the holders: files they downloaded and codes on pictures that this key signed do not verify any more. They download them again.',
      '- If you ever restore a database from before now, call the key back again.',
      'Whoever checks a certificate is told within five minutes.',
    ])
    expect(await text('revoke-key', `did:web:learn.example.org#${before.keyId}`)).toMatch(
      /^refused: This key was called back on \d{4}-\d\d-\d\d \d\d:\d\d UTC\. Nothing was changed\.$/,
    )
    expect(await text('reissue')).toBe('Certificates checked: 1. Signed: 0. Repaired: 1.')
    expect((await signedCredential(db, number, after, someDay))!.json).not.toBe(json)
    expect(await acts()).toEqual(['command line: issuer.key-revoke site', 'command line: certificate.reissue site'])
  })

  it('call back a key that signs no more, and one that is kept elsewhere', async () => {
    const { db, text, issuer } = await site()
    const first = await issuer()
    await text('rotate-key')
    const { keyId } = await issuer()
    expect(await text('revoke-key', first.keyId)).toContain(`\nAnother key signs, as before: ${keyId}\n`)
    const elsewhere = (await makeKey()).publicKeyMultibase
    await db.insertInto('issuer_key').values({ id: elsewhere, created_at: someDay, retired_at: null, revoked_at: null }).execute()
    expect(await text('revoke-key', elsewhere)).toContain(`\nAnother key signs, as before: ${keyId}\n`)
    const bare = await site()
    await bare.db.insertInto('issuer_key').values({ id: elsewhere, created_at: someDay, retired_at: null, revoked_at: null }).execute()
    expect(await bare.text('revoke-key', elsewhere)).toContain('\nIt is not kept here. The server that has it signs with another one')
  })

  it('call back a key of the environment, and say what has to be done there', async () => {
    const { config, text, issuer } = await site()
    const [stolen, second, third] = [await makeKey(), await makeKey(), await makeKey()]
    config.issuerKey = [stolen, second, third].map(({ secretKeyMultibase }) => secretKeyMultibase).join(', ')
    const put = 'Take it out of ISSUER_KEY, put a new one in its place and start the site again.'
    expect(await text('revoke-key', third.publicKeyMultibase)).toContain(
      `\nIt stands in ISSUER_KEY: take it out there. Another key signs, as before: ${stolen.publicKeyMultibase}\n`,
    )
    expect(await text('revoke-key', stolen.publicKeyMultibase)).toContain(
      `\nIt stands in ISSUER_KEY. ${put} Until then the next key there signs: ${second.publicKeyMultibase}\n`,
    )
    expect((await issuer()).keyId).toBe(second.publicKeyMultibase)
    const last = await text('revoke-key', second.publicKeyMultibase)
    expect(last).toContain(
      `\nIt stands in ISSUER_KEY, and no other good key does. ${put} Until then no certificate is signed; everything else goes on.\n`,
    )
    expect(last).toContain('\n- When there is a new key: npm run admin -- reissue')
    await expect(text('reissue')).rejects.toThrow(/^Every key in ISSUER_KEY was called back/)
  })

  it('leave a key of the environment to whoever set it', async () => {
    const { db, config, text, acts } = await site()
    config.issuerKey = 'z3u2en7t5LR2WtQH5PfFqMqwVHgeXouLzo6haApm8XHqvjxq'
    expect(await text('rotate-key')).toMatch(/^refused: The key is given by ISSUER_KEY\..* Nothing was changed\.$/)
    expect([await allKeys(db), await acts()]).toEqual([[], []])
  })

  it('sign what is not signed, repair what is not as it should be, and leave the rest', async () => {
    const { db, text, issuer, acts } = await site()
    const others = ['7K3D-90QF-XM2A-BT5W', '7K3D-90QF-XM2A-BT5X']
    for (const id of others) await certify(db, id)
    const signed = (await signedCredential(db, others[0]!, await issuer(), someDay))!
    await signedCredential(db, others[1]!, await issuer(), someDay)
    await db
      .updateTable('certificate')
      .set((eb) => ({ credential: eb.fn<string>('replace', ['credential', eb.val('Amal'), eb.val('Anna')]) }))
      .where('id', '=', others[1]!)
      .execute()
    expect(await text('reissue')).toBe('Certificates checked: 3. Signed: 1. Repaired: 1.')
    expect((await signedCredential(db, others[0]!, await issuer(), someDay))!.json).toBe(signed.json)
    expect((await signedCredential(db, others[1]!, await issuer(), someDay))!.json).toContain('Amal')
    expect(await text('reissue')).toBe('Certificates checked: 3. Signed: 0. Repaired: 0. Nothing had to be done.')
    expect(await acts()).toEqual(['command line: certificate.reissue site'])
  })

  it('say what is wrong with bad input, and change nothing', async () => {
    const { db, text } = await site()
    const wrong: [string, string[], string][] = [
      ['revoke', [], 'Give the number and a reason, for example: npm run admin -- revoke'],
      ['revoke', [number], 'Give the number and a reason'],
      ['revoke', ['--reason', 'x'], 'Give the number and a reason'],
      ['revoke', ['12', '--reason', 'x'], '“12” is not the number of a certificate. It has sixteen signs'],
      ['revoke', [number, '--reason'], 'Give a reason after --reason.'],
      ['revoke', [number, '--reason', ' '], 'Give a reason after --reason.'],
      ['revoke', [number, '--reason', 'x'.repeat(301)], 'This reason is too long. The most is 300 characters.'],
      ['revoke', ['0000-0000-0000-0000', '--reason', 'x'], 'There is no certificate 0000-0000-0000-0000. Nothing was changed.'],
      ['revoke', ['--place', '--reason', 'x'], 'Give the place as two numbers, for example: --place 1/77315.'],
      ['revoke', ['--place', '1', '--reason', 'x'], 'Give the place as two numbers'],
      ['revoke', ['--place', '1/x', '--reason', 'x'], 'Give the place as two numbers'],
      ['revoke', ['--place', '1/5'], 'Give the number and a reason'],
      ['revoke', ['--place', '1/5', '--reason', 'x'], 'No credential was ever given the place 1/5. Nothing was changed.'],
      ['rotate-key', ['now'], 'This command takes nothing more'],
      ['reissue', [number], 'This command takes nothing more'],
      ['revoke-key', [], 'Give the public half of the key, for example: npm run admin -- revoke-key z6Mk…'],
      ['revoke-key', ['z6MkA', 'z6MkB'], 'Give the public half of the key'],
      ['revoke-key', ['z6Mk'], 'This site has no key “z6Mk”. Give the public half, or at least its first twelve signs. All keys stand'],
      ['revoke-key', ['z6Mkabcdefghijk'], 'This site has no key “z6Mkabcdefghijk”.'],
    ]
    for (const [name, args, sentence] of wrong) expect(await text(name, ...args)).toContain(`refused: ${sentence}`)
    for (const table of ['audit', 'status_entry'] as const) expect(await db.selectFrom(table).selectAll().execute()).toEqual([])
  })
})
