import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { coverage, indicatorsOf } from './coverage.ts'
import { competenciesSchema } from './schema.ts'

const framework = competenciesSchema.parse(parse(readFileSync('content/competencies.yaml', 'utf8')))

it('has every indicator of the framework once: 14 of values, 60 core, 24 managerial', () => {
  const count = (element: string) =>
    framework.competencies.filter((one) => one.element === element).reduce((sum, one) => sum + one.indicators.length, 0)
  expect([count('values'), count('core'), count('managerial')]).toEqual([14, 60, 24])
  expect(new Set(indicatorsOf(framework).map((one) => one.id)).size).toBe(98)
})

it('gives each indicator the level that its id names, and values none', () => {
  for (const { id, level } of indicatorsOf(framework)) expect(level).toBe(id.startsWith('V-') ? undefined : Number(/-L(\d)-/.exec(id)?.[1]))
})

it('says which modules build an indicator and how much of a competency is built', () => {
  const all = coverage(
    framework,
    new Map([
      ['networking', ['C-TW-L1-1', 'C-KN-L1-2']],
      ['soft-skills', ['C-KN-L1-2', 'C-KN-L1-3']],
    ]),
  )
  expect(all).toHaveLength(framework.competencies.length)
  const knowledge = all.find((one) => one.id === 'C-KN')!
  expect(knowledge.built).toBe(2)
  expect(knowledge.indicators.find((one) => one.id === 'C-KN-L1-2')!.modules).toEqual(['networking', 'soft-skills'])
  expect(all.find((one) => one.id === 'V-INT')!.built).toBe(0)
})
