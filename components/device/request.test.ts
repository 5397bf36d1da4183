import { describe, expect, it } from 'vitest'
import { readReply } from './request.ts'

describe('readReply', () => {
  it.each([
    ['a value', 200, '{"ok":true,"value":{"n":1}}', { ok: true, value: { n: 1 } }],
    [
      'a refusal with its sentence',
      404,
      '{"ok":false,"code":"not_found","message":"Nothing."}',
      { ok: false, code: 'not_found', message: 'Nothing.', status: 404 },
    ],
    ['a refusal without one', 400, '{"ok":false,"code":"malformed"}', { ok: false, code: 'malformed', status: 400 }],
    ["a hotel's log-in page", 200, '<html>Welcome</html>', { ok: false, code: 'unavailable' }],
    ["a proxy's error", 502, '', { ok: false, code: 'unavailable' }],
    ['JSON of something else', 200, '{"status":"fine"}', { ok: false, code: 'unavailable' }],
    ['JSON that is no object', 200, 'null', { ok: false, code: 'unavailable' }],
  ])('reads %s', (_name, status, text, reply) => {
    expect(readReply(status, text)).toEqual(reply)
  })
})
