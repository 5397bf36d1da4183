import type { Kysely } from 'kysely'
import { beforeEach, expect, it } from 'vitest'
import type { Database } from '#lib/db/schema.ts'
import { describeDatabases } from '#lib/testing/databases.ts'
import { accountKinds, type LetterKind } from './kinds.ts'
import { claimTime, type Outcome, sendDue, waits } from './queue-store.ts'
import { writeLetter } from './store.ts'
import { troubledLetters } from './troubled-store.ts'

const start = Date.UTC(2026, 10, 24, 10)
const words = 'https://learn.example.org/sign-in/link?token=secret'

describeDatabases('letters about accounts that were not taken', (open) => {
  let db: Kysely<Database>
  let now: number
  beforeEach(async () => {
    db = await open()
    now = start
  })
  const write = (once: string, kind: LetterKind = 'sign-in') =>
    writeLetter(db, { once, kind, toAddress: `${once}@example.org`, toName: '', subject: once, body: words, now })
  const send = (outcome: Outcome) => sendDue(db, async () => outcome, { clock: () => now })
  const later: Outcome = { end: 'later', problem: '451 busy', unreachable: false }
  const told = async () => (await troubledLetters(db, 10)).letters.map(({ toAddress, over, problem }) => [toAddress, over, problem])

  it('are told while they are tried again and when they are given up, and not when they were sent', async () => {
    await write('waits')
    expect(await told()).toEqual([])
    await send(later)
    expect(await told()).toEqual([['waits@example.org', false, '451 busy']])
    for (const wait of waits) {
      now += wait
      await send(later)
    }
    expect(await told()).toEqual([['waits@example.org', true, '451 busy']])
    now += 1
    await write('refused', 'password')
    await send({ end: 'refused', problem: '550 5.1.1 no such user', address: true })
    await write('sent')
    await send({ end: 'sent' })
    expect(await told()).toEqual([
      ['refused@example.org', true, '550 5.1.1 no such user'],
      ['waits@example.org', true, '451 busy'],
    ])
    expect(JSON.stringify(await troubledLetters(db, 10))).not.toContain('token')
  })

  it('say so where the site stopped while it was sending', async () => {
    await write('lost')
    const stopped = async () => {
      const sending = sendDue(db, () => Promise.reject(new Error('stopped')), { clock: () => now })
      await sending.catch(() => undefined)
      now += claimTime
    }
    await stopped()
    await stopped()
    expect(await told()).toEqual([['lost@example.org', false, null]])
    await send({ end: 'sent' })
    expect(await told()).toEqual([['lost@example.org', true, null]])
  })

  it('are those about accounts alone, of every kind, the newest first and no more than asked for', async () => {
    for (const kind of accountKinds) {
      now += 1
      await write(kind, kind)
    }
    await write('invitation', 'invitation')
    await send(later)
    await send(later)
    const { letters, count } = await troubledLetters(db, 2)
    expect(count).toBe(accountKinds.length)
    expect(letters.map(({ kind }) => kind)).toEqual([...accountKinds].reverse().slice(0, 2))
  })
})
