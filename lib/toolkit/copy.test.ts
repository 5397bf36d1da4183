import fc from 'fast-check'
import { expect, it } from 'vitest'
import { copyText, readCopy } from './copy.ts'

it('gives back what was saved', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (data) => {
      expect(readCopy(copyText('commitments', data), 'commitments')).toEqual({ ok: true, data: JSON.parse(JSON.stringify(data)) })
    }),
  )
})

it.each([
  ['something that is not JSON', 'Organisation,Contact', { ok: false, code: 'not_a_copy' }],
  ['JSON of another kind', '{"rows":[]}', { ok: false, code: 'not_a_copy' }],
  ['a list', '[1]', { ok: false, code: 'not_a_copy' }],
  ['nothing', 'null', { ok: false, code: 'not_a_copy' }],
  ['a copy of another tool', copyText('caut-log', []), { ok: false, code: 'other_tool', tool: 'caut-log' }],
  ['a tool nobody knows', '{"tool":"x","version":1,"data":[]}', { ok: false, code: 'not_a_copy' }],
  ['a copy of a newer site', '{"tool":"commitments","version":2,"data":[]}', { ok: false, code: 'newer_copy' }],
  ['a file that begins with a byte order mark', `\uFEFF${copyText('commitments', [])}`, { ok: true, data: [] }],
])('reads %s', (_, text, result) => {
  expect(readCopy(text, 'commitments')).toEqual(result)
})
