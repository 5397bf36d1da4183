import { describe, expect, it } from 'vitest'
import { buildTfReason } from '#lib/testing/quiz-items.ts'
import { toPublic, validate } from './public.ts'
import { reveal, score } from './score.ts'

const item = buildTfReason()

describe('true or false with reason', () => {
  it('earns its point with verdict and reason together', () => {
    expect(score(item, 'alpha').scaled).toBe(1)
  })
  it('earns nothing with the right verdict for a wrong reason', () => {
    expect(item.options.find((option) => option.id === 'kilo')?.verdict).toBe(true)
    expect(score(item, 'kilo').scaled).toBe(0)
  })
  it('shows the verdicts, which are part of the choice', () => {
    expect(toPublic(item, ['echo', 'tango', 'alpha', 'kilo']).options.map((option) => option.verdict)).toEqual([false, false, true, true])
  })
  it('takes the id of a pair and nothing else', () => {
    expect(validate(item, 'echo')).toEqual({ state: 'complete', response: 'echo' })
    expect(validate(item, true)).toEqual({ state: 'malformed' })
  })
  it('reveals the pair and the reason for each', () => {
    expect(reveal(item)).toMatchObject({ key: 'alpha', feedback: { kilo: 'Why kilo' } })
  })
})
