import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { always } from '#lib/simulation/temperature-of-a-meeting/presets.ts'
import { runPlan } from '#lib/simulation/temperature-of-a-meeting/run.ts'
import { makeWorld } from '#lib/simulation/temperature-of-a-meeting/world.ts'
import { across, areaOf, labelHeights, pathOf } from './chart-points.ts'

describe('the picture', () => {
  it('runs from the start to the next day, hot at the top', () => {
    const { legs, world } = runPlan(makeWorld(1), always({ kind: 'keep' }))
    const path = pathOf(legs, 'own')
    expect(path.startsWith(`M0 ${100 - world.own}L`)).toBe(true)
    expect(path.endsWith(`L100 ${100 - legs.at(-1)!.state.own}`)).toBe(true)
    expect(path.split('L')).toHaveLength(legs.length)
    expect([0, 4, 8].map(across)).toEqual([0, 50, 100])
  })
  it('keeps the two names apart, in the order of their lines, inside the picture', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), (own, other) => {
        const heights = labelHeights(own, other, 17)
        expect(Math.abs(heights.own - heights.other)).toBeGreaterThanOrEqual(17 - 1e-9)
        if (own > other) expect(heights.own).toBeLessThan(heights.other)
        for (const height of [heights.own, heights.other]) expect(height >= 0 && height <= 100).toBe(true)
      }),
    )
  })
  it('draws what was kept as steps that only a later leg can change', () => {
    const { legs } = runPlan(makeWorld(1), [{ kind: 'keep' }])
    const kept = 100 - legs.at(-1)!.state.kept
    expect(areaOf(legs, 'kept')).toContain(`12.5% 100%, 12.5% ${kept}%`)
    const heights = [...areaOf(legs, 'left').matchAll(/% ([\d.]+)%/g)].map(([, height]) => height)
    expect(new Set(heights)).toEqual(new Set(['100']))
  })
})
