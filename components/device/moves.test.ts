import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { Statement } from '#lib/statement/schema.ts'
import { createDeviceLog } from './device-log.ts'
import { indexed } from './indexed.ts'
import { olderKeys, readMoves } from './moves.ts'

describe('what has moved since', () => {
  it.each([null, undefined, '', 'not JSON', '3', 'null'])('is nothing where the page says %j', (text) =>
    expect(readMoves(text).size).toBe(0),
  )
  it('leaves out what is no id', () => expect([...readMoves('{"a/b":"a/c","x":1}')]).toEqual([['a/b', 'a/c']]))
  it('tells the keys under which something may still be kept', () => {
    const moves = readMoves('{"m/lessons/old":"m/lessons/new","m/lessons/old/log":"m/lessons/new/log"}')
    expect(olderKeys('m/lessons/new/log#week', moves)).toEqual(['m/lessons/old/log#week'])
    expect(olderKeys('notes/m/lessons/new', moves)).toEqual(['notes/m/lessons/old'])
    expect(olderKeys('m/lessons/newer', moves)).toEqual([])
    expect(olderKeys('bookmarks', moves)).toEqual([])
  })
})

describe('the device log after a lesson was renamed', () => {
  const moves = readMoves('{"m/lessons/old/try":"m/lessons/new/try"}')
  const older: Statement = {
    id: '019a0000-0000-7000-8000-000000000001',
    verb: 'answered',
    object: 'm/lessons/old/try',
    contentHash: '0123456789ab',
    at: 1,
  }

  it('shows what was done there under the new name, and sends it as it was made', async () => {
    const log = createDeviceLog(indexed('renamed'), undefined, moves)
    await log.ready()
    await log.append(older)
    const shown = log.statements('m/lessons/new')
    expect(shown).toEqual([{ ...older, object: 'm/lessons/new/try' }])
    expect(log.statements('m/lessons/old')).toEqual([])
    expect(log.statements('m/lessons/new')![0]).toBe(shown![0])
    const kept = createDeviceLog(indexed('renamed'))
    await kept.ready()
    expect(kept.statements('m')).toEqual([older])
  })

  it('finds private words, and erases them under both names', async () => {
    const before = createDeviceLog(indexed('private'))
    await before.ready()
    await before.savePrivate('m/lessons/old/try', 'mine')
    const log = createDeviceLog(indexed('private'), undefined, moves)
    await log.ready()
    expect(log.privateValue('m/lessons/new/try')).toBe('mine')
    expect([...log.privates('m/lessons')!]).toEqual([['m/lessons/new/try', 'mine']])
    await log.savePrivate('m/lessons/new/try', 'newer')
    expect(log.privateValue('m/lessons/new/try')).toBe('newer')
    expect([...log.privates('m/lessons')!]).toEqual([['m/lessons/new/try', 'newer']])
    await log.erasePrivate('m/lessons/new/try')
    const reloaded = createDeviceLog(indexed('private'), undefined, moves)
    await reloaded.ready()
    expect(reloaded.privateValue('m/lessons/new/try')).toBeUndefined()
  })
})
