import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { insideOf } from './inside.ts'
import { toolIds } from './tools.ts'

const today = '2026-11-21'
const promise = { state: 'open', by: '2026-11-01', moved: '' }

describe('what is in a tool', () => {
  it.each([
    ['networking-schedule', { contacts: [{ next: '2026-12-03' }, { next: '2026-11-20' }, { next: '' }] }, { count: 3, next: '2026-12-03' }],
    ['networking-schedule', { contacts: [{ next: today }] }, { count: 1, next: today }],
    [
      'commitments',
      {
        commitments: [promise, { ...promise, state: 'renegotiated', moved: '2026-11-27' }, { ...promise, state: 'kept', by: '2026-11-22' }],
      },
      { count: 3, next: '2026-11-27' },
    ],
    ['caut-log', { tasks: [{ day: '2026-12-01' }] }, { count: 1, next: '' }],
    ['information-flow', { flows: [] }, { count: 0, next: '' }],
    ['listening-checklist', { talks: [{}, {}] }, { count: 2, next: '' }],
    ['thirty-seconds', undefined, { count: 0, next: '' }],
  ] as const)('%s %j', (tool, kept, inside) => {
    expect(insideOf(tool, kept, today)).toEqual(inside)
  })
  it('is never a fault', () => {
    const list = fc.array(fc.oneof(fc.anything(), fc.record({ next: fc.anything(), state: fc.constant('open'), by: fc.anything() })))
    const kept = fc.oneof(fc.anything(), fc.record({ contacts: list, commitments: list }))
    fc.assert(
      fc.property(kept, fc.constantFrom(...toolIds), (value, tool) => {
        const { next } = insideOf(tool, value, today)
        expect(next === '' || next >= today).toBe(true)
      }),
    )
  })
})
