import { expect, it } from 'vitest'
import { makePlace } from '#lib/testing/cohort-people.ts'
import { describeDatabases } from '#lib/testing/databases.ts'
import { cohortsGuidedBy } from './guided-store.ts'
import { pendingOf, stoppedAmong } from './pending-store.ts'

describeDatabases('who was invited', (open) => {
  async function given() {
    const db = await open()
    const [place, other] = [await makePlace(db), await makePlace(db)]
    const row = (name: string, more = {}) => ({
      id: `${name.padEnd(26, '0')}`,
      cohort_id: place.cohort,
      email: `${name}@relief.example`,
      name,
      token_hash: `hash of ${name}`,
      invited_by: place.guide,
      invited_at: 1_900_000_000_000,
      joined_learner: null,
      joined_at: null,
      withdrawn_at: null,
      ...more,
    })
    await db
      .insertInto('cohort_invitation')
      .values([
        row('bounced'),
        row('waiting', { invited_at: 1_900_000_000_001 }),
        row('joined', { joined_learner: place.learner, joined_at: 5 }),
        row('withdrawn', { withdrawn_at: 5 }),
        row('elsewhere', { cohort_id: other.cohort }),
      ])
      .execute()
    const stopped = { detail: '', at: 1 }
    await db
      .insertInto('stopped_address')
      .values([
        { ...stopped, address: 'bounced@relief.example', reason: 'bounced' },
        { ...stopped, address: 'nobody@relief.example', reason: 'unsubscribed' },
      ])
      .execute()
    return { db, place, other }
  }

  it('and has not come, the newest first, page by page, with what is known of the address', async () => {
    const { db, place } = await given()
    const first = await pendingOf(db, place.cohort, { page: 1, perPage: 2 })
    expect(first).toMatchObject({ count: 3, page: 1, pages: 2 })
    expect(first.pending.map(({ name, stopped }) => [name, stopped])).toEqual([
      ['waiting', null],
      ['bounced', 'bounced'],
    ])
    // a page too far is the last one
    const last = await pendingOf(db, place.cohort, { page: 9, perPage: 2 })
    expect(last).toMatchObject({ page: 2, pages: 2, pending: [{ id: place.invitation }] })
  })

  it('is looked up among the addresses that get no letters', async () => {
    const { db } = await given()
    expect(await stoppedAmong(db, [])).toEqual(new Map())
    expect(await stoppedAmong(db, ['bounced@relief.example', 'waiting@relief.example'])).toEqual(
      new Map([['bounced@relief.example', 'bounced']]),
    )
  })

  it('is another matter than who guides: only the cohorts somebody was not taken out of', async () => {
    const { db, place, other } = await given()
    await db
      .insertInto('cohort_facilitator')
      .values({ cohort_id: other.cohort, user_id: place.guide, added_by: place.guide, added_at: 1, removed_at: 2 })
      .execute()
    expect(await cohortsGuidedBy(db, place.guide)).toEqual(new Set([place.cohort]))
  })
})
