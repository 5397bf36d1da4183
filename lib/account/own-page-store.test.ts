import { expect, it } from 'vitest'
import { leaveCohort } from '#lib/cohort/join-store.ts'
import { showReflection } from '#lib/cohort/reflection-store.ts'
import { setArchived } from '#lib/cohort/store.ts'
import { describeDatabases } from '#lib/testing/databases.ts'
import { someDay } from '#lib/testing/small-course.ts'
import { amal, jonas, mei, settle } from '#lib/testing/three-people.ts'
import { ownCertificates, ownCohorts } from './own-page-store.ts'

describeDatabases('one’s own page', (open) => {
  it('shows the cohorts one is in, by whom they are led, and what one shows there; nothing of others', async () => {
    const db = await open()
    await settle(db)
    // all three have left
    expect(await ownCohorts(db, amal.learner)).toEqual([])
    await db.updateTable('cohort_member').set({ ended_at: null, ended_by: null }).execute()
    await db.deleteFrom('shared_reflection').execute()
    for (const [n, { learner, word }] of [amal, jonas].entries())
      await showReflection(db, { cohort: 'cohort-1', learner, object: 'networking/reflection', words: word, now: someDay + n })
    expect(await ownCohorts(db, amal.learner)).toEqual([
      {
        id: 'cohort-1',
        name: 'Autumn',
        archived: false,
        knownAs: amal.name,
        facilitators: expect.arrayContaining([mei.name]),
        shown: [{ object: 'networking/reflection', words: amal.word, sharedAt: someDay }],
      },
    ])
    await setArchived(db, { id: mei.user.id, name: mei.name }, 'cohort-1', true, someDay)
    expect(await ownCohorts(db, amal.learner)).toMatchObject([{ archived: true }])
    // also an archived one can be left, and what was shown goes
    expect(await leaveCohort(db, 'cohort-1', amal.learner, someDay)).toEqual({ ok: true, value: null })
    expect(await ownCohorts(db, amal.learner)).toEqual([])
    expect(await db.selectFrom('shared_reflection').select('learner_id').execute()).toEqual([{ learner_id: jonas.learner }])
  })

  it('names certificates as they were issued', async () => {
    const db = await open()
    await settle(db)
    const head = { site: 'Common Ground', course: 'People behind the data', courseVersion: '1', passMark: 0.8, minutes: 60 }
    const module = { slug: 'networking', number: 3, title: 'Networking as it was', motif: 'links' }
    await db
      .updateTable('certificate')
      .set({ achievement: JSON.stringify({ ...head, module, lessons: 5, scenario: true, objectives: ['speak first'] }) })
      .where('actor', '=', amal.learner)
      .execute()
    await db
      .updateTable('certificate')
      .set({
        achievement: JSON.stringify({ ...head, modules: [{ number: 3, title: 'x' }], lessons: 5, scenarios: 1, outcomes: ['speak'] }),
      })
      .where('actor', '=', jonas.learner)
      .execute()
    expect(await ownCertificates(db, amal.learner)).toEqual([{ id: `cert-${amal.word}`, title: 'Networking as it was', issuedAt: someDay }])
    expect(await ownCertificates(db, jonas.learner)).toMatchObject([{ title: 'People behind the data' }])
  })
})
