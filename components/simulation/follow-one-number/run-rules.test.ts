import { describe, expect, it } from 'vitest'
import { type Preset, planOfPreset } from '#lib/simulation/follow-one-number/presets.ts'
import { lastState, runPlan, summarise } from '#lib/simulation/follow-one-number/run.ts'
import { makeWorld, weeksInRun } from '#lib/simulation/follow-one-number/world.ts'
import { rules } from './run-rules.ts'

describe('the first world', () => {
  const world = makeWorld(rules.fresh.seed)
  const summaryOf = (plan: ReturnType<typeof planOfPreset>) => summarise(world, lastState(runPlan(world, plan)))
  const of = (preset: Preset) => summaryOf(planOfPreset(world, preset))
  const nothing = summaryOf(Array.from({ length: weeksInRun }, () => []))

  it('rewards explaining more than chasing, and chasing more than doing nothing, as many worlds do on average', () => {
    const reached = [of('mixed'), of('explain'), of('last'), of('chase'), nothing].map((summary) => summary.reached)
    expect(reached).toEqual([...reached].sort((a, b) => b - a))
    expect(new Set(reached).size).toBe(reached.length)
  })
  it('lets luck decide nothing that one can see: the differences are large', () => {
    expect(of('explain').reached - of('chase').reached).toBeGreaterThan(200)
    expect(of('chase').reached - nothing.reached).toBeGreaterThan(200)
  })
})
