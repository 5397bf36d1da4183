import { describe, expect, it } from 'vitest'
import device from '#lib/message/en/device.json' with { type: 'json' }
import { describeSaved } from './describe-saved.ts'
import type { LogStatus } from './device-log.ts'
import type { Line } from './outbox.ts'

const log: LogStatus = { loaded: true, where: 'device', writing: false, count: 3, unsent: 0, refused: [] }

describe('describeSaved', () => {
  it.each<[string, Partial<LogStatus>, Line, string, boolean]>([
    ['nothing before the log is read', { loaded: false }, 'idle', 'nothing', false],
    ['nothing where there is nothing to save', { count: 0 }, 'offline', 'nothing', false],
    ['saving while a transaction runs', { writing: true, unsent: 1 }, 'idle', 'saving', false],
    ['on this device until the server has it', { unsent: 1 }, 'sending', 'onDevice', false],
    ['saved when the server has everything', {}, 'idle', 'saved', false],
    ['saved also when only the last look for news failed', {}, 'offline', 'saved', false],
    ['kept without a line', { unsent: 2 }, 'offline', 'onDeviceOffline', true],
    ['kept while the site does not reply', { unsent: 2 }, 'unavailable', 'onDeviceUnavailable', true],
    ['kept where the browser takes no cookie', { unsent: 2 }, 'blocked', 'onDeviceBlocked', true],
    ['kept where the clock is wrong', { unsent: 2 }, 'clock', 'onDeviceClock', true],
    ['not kept where the browser keeps nothing', { where: 'memory', unsent: 1 }, 'offline', 'notHere', true],
    ['not kept here but with the site', { where: 'memory' }, 'idle', 'notHereSent', true],
  ])('says %s', (_name, change, line, word, trouble) => {
    expect(describeSaved({ ...log, ...change }, line)).toEqual({ word, trouble })
    expect(word === 'nothing' || word in device).toBe(true)
  })
})
