import { expect, it } from 'vitest'
import { describeDatabases } from '#lib/testing/databases.ts'
import { namesInAudit } from './audit-names-store.ts'

describeDatabases('names for the log', (open) => {
  it('are those of today, and none for what is gone', async () => {
    const db = await open()
    const at = new Date(0).toISOString()
    await db
      .insertInto('auth_user')
      .values({
        id: 'amina',
        name: 'Amina Yusuf',
        email: 'amina@example.org',
        emailVerified: 0,
        image: null,
        createdAt: at,
        updatedAt: at,
        twoFactorEnabled: 0,
        role: 'facilitator',
      })
      .execute()
    const names = await namesInAudit(db, [
      { object: 'account:amina' },
      { object: 'account:gone' },
      { object: 'cohort:gone' },
      { object: 'site' },
    ])
    expect([...names]).toEqual([['account:amina', 'Amina Yusuf']])
    expect([...(await namesInAudit(db, []))]).toEqual([])
  })
})
