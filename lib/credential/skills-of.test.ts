import { expect, it } from 'vitest'
import { skillsOf } from './skills-of.ts'

const indicator = (id: string, competency: string) => ({ id, competency, text: `Does ${id}.` })

it('puts indicators under their competency, each in the order in which they were kept', () => {
  const indicators = [indicator('C-TW-L1-1', 'Teamwork'), indicator('C-CO-L1-1', 'Communication'), indicator('C-TW-L1-2', 'Teamwork')]
  expect(skillsOf({ indicators })).toEqual([
    {
      competency: 'Teamwork',
      indicators: [
        { id: 'C-TW-L1-1', text: 'Does C-TW-L1-1.' },
        { id: 'C-TW-L1-2', text: 'Does C-TW-L1-2.' },
      ],
    },
    { competency: 'Communication', indicators: [{ id: 'C-CO-L1-1', text: 'Does C-CO-L1-1.' }] },
  ])
})

it('has nothing to say of a certificate that keeps none', () => {
  expect(skillsOf({})).toEqual([])
})
