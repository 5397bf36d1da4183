import { describe, expect, it } from 'vitest'
import { concernsOf } from './stuck.ts'

const day = 86_400_000
const now = Date.UTC(2026, 10, 22, 12)

function concerns(given: {
  failed?: number
  since?: number
  allowed?: number
  due?: number
  last?: number
  joined?: number
  opens?: number
  created?: number
}) {
  const ago = (days: number | undefined) => (days === undefined ? null : now - days * day)
  return concernsOf({
    module: 'networking',
    assignment: {
      opensAt: ago(given.opens),
      dueAt: given.due === undefined ? null : now + given.due * day,
      attemptsAllowed: given.allowed ?? null,
      createdAt: now - (given.created ?? 30) * day,
    },
    tries: given.failed === undefined ? undefined : { times: given.failed, since: given.since ?? given.failed },
    joinedAt: now - (given.joined ?? 40) * day,
    lastAt: ago(given.last),
    now,
  }).map(({ kind }) => kind)
}

describe('who needs a word', () => {
  it.each([
    ['two attempts that failed', { failed: 2 }, []],
    ['three attempts that failed', { failed: 3 }, ['failed']],
    ['the only attempt used up', { failed: 1, allowed: 1 }, ['no-attempts']],
    ['the only attempt used up before it was assigned', { failed: 1, since: 0, allowed: 1 }, []],
    ['three of five failed', { failed: 3, allowed: 5 }, ['failed']],
    ['silent for a week, due in six days', { last: 7, due: 6 }, ['silent']],
    ['silent for six days, due in six days', { last: 6.9, due: 6 }, []],
    ['silent for a week, due in eight days', { last: 7, due: 8 }, []],
    ['silent for a week, without a due date', { last: 20 }, []],
    ['silent, due last week', { last: 20, due: -7 }, ['silent']],
    ['silent, due long ago', { last: 20, due: -14 }, []],
    ['nothing ever, due in two days', { due: 2 }, ['silent']],
    ['nothing ever, but joined yesterday', { due: 2, joined: 1 }, []],
    ['nothing ever, but assigned yesterday', { due: 2, created: 1 }, []],
    ['nothing ever, but open since yesterday', { due: 2, opens: 1 }, []],
    ['silent, and three attempts failed', { failed: 3, last: 10, due: 1 }, ['failed', 'silent']],
  ])('%s', (_, given, expected) => {
    expect(concerns(given)).toEqual(expected)
  })

  it('says since when, and whether there was ever anything', () => {
    const given = {
      module: 'm',
      assignment: { opensAt: null, dueAt: now + day, attemptsAllowed: null, createdAt: now - 20 * day },
      tries: undefined,
      joinedAt: now - 12 * day,
      now,
    }
    expect(concernsOf({ ...given, lastAt: null })).toEqual([
      { kind: 'silent', module: 'm', since: now - 12 * day, dueAt: now + day, never: true },
    ])
    expect(concernsOf({ ...given, lastAt: now - 8 * day })).toEqual([
      { kind: 'silent', module: 'm', since: now - 8 * day, dueAt: now + day, never: false },
    ])
  })
})
