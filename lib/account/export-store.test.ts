import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { messagesFor } from '#lib/message/messages.ts'
import { appendServerStatements, storeStatements } from '#lib/statement/store.ts'
import { describeDatabases } from '#lib/testing/databases.ts'
import { idAt, smallCourse, someDay } from '#lib/testing/small-course.ts'
import { amal, jonas, marksOf, mei, settle } from '#lib/testing/three-people.ts'
import { exportPerson, partsOfFile } from './export-store.ts'

const options = { at: someDay, site: 'Common Ground' }
const stored = { now: someDay, course: smallCourse }
const read = { id: idAt(1), contentHash: '0123456789ab', at: someDay, verb: 'experienced', object: 'networking/lessons/hello' } as const

describeDatabases('the file of everything about one person', (open) => {
  it('holds every part of theirs', async () => {
    const db = await open()
    await settle(db)
    await storeStatements(db, amal.learner, [read], stored)
    const file = await exportPerson(db, amal, options)
    expect(file.account).toMatchObject({ name: amal.name, email: amal.user.email, signsInBy: ['password'], emailChecked: false })
    expect(file.statements).toEqual([{ ...read, at: new Date(someDay).toISOString(), receivedAt: new Date(someDay).toISOString() }])
    expect(file.progress).toMatchObject([{ module: 'networking', lessons_done: 1 }])
    expect(file.certificates).toMatchObject([
      {
        id: `cert-${amal.word}`,
        name: amal.name,
        visibility: 'unlisted',
        shows_name: true,
        subject: amal.word,
        credential: { credentialSubject: { id: `urn:uuid:${amal.word}` } },
        statusEntries: [
          { list: 1, ended: { as: 'revoked', reason: `It is ${amal.word}’s by mistake.` } },
          { list: 1, ended: { as: 'replaced', reason: '' } },
        ],
      },
    ])
    expect(file.cohorts).toMatchObject([
      {
        cohort: 'Autumn',
        nameGiven: amal.name,
        emailGiven: `typed-${amal.user.email}`,
        ended: { by: 'you' },
        assignments: [{ module: 'networking' }],
        reflectionsShown: [{ words: amal.word }],
      },
    ])
    expect(file.invitations).toMatchObject([{ email: `invited-${amal.user.email}` }])
    expect(file.facilitates).toMatchObject([{ cohort: 'Autumn', until: null }])
    expect(file.letters).toMatchObject([{ to: 'facilitator@relief.example', body: amal.word }])
    expect(file.privateCopies).toMatchObject([{ key: 'note', value: amal.word }])
    expect(file.devices).toMatchObject([{ browser: amal.word }])
    expect(file.audit.map(({ by, action }) => `${by}: ${action}`).sort()).toEqual([
      'somebody else: certificate.revoke',
      'somebody else: role.changed',
      'you: role.changed',
    ])
    // a guest, too, is told what was done to a certificate of theirs
    const guest = await exportPerson(db, { learner: amal.learner, user: null }, options)
    expect(guest.audit).toMatchObject([{ by: 'somebody else', action: 'certificate.revoke', object: `certificate:cert-${amal.word}` }])
  })

  it('holds nothing of others, and nothing that guards the account', async () => {
    const db = await open()
    await settle(db)
    for (const one of [amal, jonas]) {
      const text = JSON.stringify(await exportPerson(db, one, options))
      expect(text).not.toContain('secret-')
      for (const other of [amal, jonas, mei].filter((somebody) => somebody !== one))
        for (const mark of marksOf(other)) expect(text).not.toContain(mark)
    }
  })

  it('shows letters to an address only when it was confirmed, and never one that lets somebody in', async () => {
    const db = await open()
    await settle(db)
    const to = { learner: null, user: amal.user }
    expect((await exportPerson(db, to, options)).letters).toEqual([])
    await db.updateTable('auth_user').set({ emailVerified: 1 }).where('id', '=', amal.user.id).execute()
    expect((await exportPerson(db, to, options)).letters).toMatchObject([{ to: amal.user.email.toUpperCase(), body: amal.word }])
    await db.updateTable('letter').set({ kind: 'sign-in' }).execute()
    expect((await exportPerson(db, to, options)).letters).toMatchObject([{ kind: 'sign-in', body: null }])
  })

  it('keeps the draw of a check to the site, and the ending of a scenario not', async () => {
    const db = await open()
    const quiz = {
      ...read,
      id: idAt(2),
      verb: 'started',
      object: 'networking/quiz',
      attempt: idAt(2),
      result: { draw: { seed: 's' } },
    } as const
    const over = {
      ...read,
      id: idAt(3),
      verb: 'finished',
      object: 'networking/scenario',
      attempt: idAt(3),
      result: { draw: { ending: 'e' } },
    } as const
    await db.transaction().execute((trx) => appendServerStatements(trx, amal.learner, [quiz, over], stored))
    const { statements } = await exportPerson(db, { learner: amal.learner, user: null }, options)
    expect(statements).toMatchObject([{ result: {} }, { result: { draw: { ending: 'e' } } }])
    expect(JSON.stringify(statements[0])).not.toContain('seed')
  })

  it('has no part that the page and the README do not explain', async () => {
    const { what: _what, version: _version, madeAt: _madeAt, leftOut: _leftOut, ...parts } = await exportPerson(await open(), amal, options)
    const readme = await readFile('app/[locale]/me/README.md', 'utf8')
    const { me } = messagesFor('en')
    expect(Object.keys(parts)).toEqual([...partsOfFile])
    for (const part of partsOfFile) {
      expect(me).toHaveProperty(`file-${part}`)
      expect(readme).toContain(`| \`${part}\``)
    }
  })

  it('is an empty one for whoever has nothing here', async () => {
    const file = await exportPerson(await open(), { learner: amal.learner, user: null }, options)
    expect(file).toMatchObject({ learner: null, account: null, statements: [], cohorts: [], letters: [], audit: [] })
  })
})
