import { expect, it } from 'vitest'
import { describeDatabases } from '#lib/testing/databases.ts'
import { isOtherSecret } from './secret-store.ts'

const [one, other] = ['a secret of more than thirty-two characters', 'another secret, also of thirty-two characters']

describeDatabases('the secret', (open) => {
  it('is missed when a server starts with another one', async () => {
    const db = await open()
    const told: boolean[] = []
    for (const secret of [one, one, other, other, one]) told.push(await isOtherSecret(db, secret))
    expect(told).toEqual([false, false, true, false, true])
    expect(JSON.stringify(await db.selectFrom('meta').selectAll().execute())).not.toContain(one)
  })
})
