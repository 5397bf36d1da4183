import { expect, it } from 'vitest'
import { skillsOf } from './skills-of.ts'

const indicator = (id: string) => ({ id, text: `Does ${id}.` })
const framework = {
  competencies: [
    {
      id: 'C-TW',
      element: 'core' as const,
      title: 'Teamwork',
      definition: 'Works.',
      indicators: [indicator('C-TW-L1-1'), indicator('C-TW-L1-2')],
    },
    { id: 'C-CO', element: 'core' as const, title: 'Communication', definition: 'Talks.', indicators: [indicator('C-CO-L1-1')] },
  ],
}

it('puts indicators under their competency, in the order of the framework, and leaves out what it does not have', () => {
  expect(skillsOf(framework, ['C-CO-L1-1', 'C-TW-L1-2', 'C-XX-L1-1'])).toEqual([
    { competency: 'Teamwork', indicators: [{ id: 'C-TW-L1-2', text: 'Does C-TW-L1-2.' }] },
    { competency: 'Communication', indicators: [{ id: 'C-CO-L1-1', text: 'Does C-CO-L1-1.' }] },
  ])
})

it('has nothing to say of a certificate without indicators', () => {
  expect(skillsOf(framework, [])).toEqual([])
})
