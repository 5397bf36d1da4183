import { describe, expect, it } from 'vitest'
import { anotherRun } from '#components/simulation/parts/kept-run.ts'
import { planOfPreset } from '#lib/simulation/said-and-meant/presets.ts'
import { makeWorld } from '#lib/simulation/said-and-meant/world.ts'
import { rules } from './talk-rules.ts'

const { fresh } = rules
const speakerOf = (seed: number) => makeWorld(seed).speaker.id

describe('a kept talk', () => {
  it('is finished after ten turns, or when the last topic is left', () => {
    expect(rules.isFinished({ ...fresh, plan: planOfPreset(makeWorld(fresh.seed), 'form') })).toBe(true)
    expect(rules.isFinished({ ...fresh, plan: ['next', 'next', 'next'] })).toBe(true)
    expect(rules.isFinished({ ...fresh, plan: ['next', 'next'] })).toBe(false)
  })
  it('is begun again with the same person, or with another', () => {
    expect(speakerOf(anotherRun(rules, fresh, 'same').seed)).toBe(speakerOf(fresh.seed))
    expect(speakerOf(anotherRun(rules, fresh, 'other').seed)).not.toBe(speakerOf(fresh.seed))
  })
})
