import { describe, expect, it } from 'vitest'
import { buildReflect } from '#lib/testing/quiz-items.ts'
import { toPublic } from './public.ts'
import { validate } from './score.ts'

describe('a reflection', () => {
  it('refuses everything, since its text must not reach the server', () => {
    expect(validate()).toEqual({ state: 'malformed' })
  })
  it('shows its pointer from the start, having no key', () => {
    expect(toPublic(buildReflect())).toEqual({
      kind: 'reflect',
      id: 'M3-Q01',
      stem: 'Stem of M3-Q01',
      words: { from: 50, to: 100 },
      pointer: 'A pointer',
    })
  })
})
