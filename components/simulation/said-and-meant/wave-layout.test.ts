import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moves } from '#lib/simulation/said-and-meant/moves.ts'
import { lastState, runPlan } from '#lib/simulation/said-and-meant/run.ts'
import { makeWorld } from '#lib/simulation/said-and-meant/world.ts'
import { amplitudes, listenerLine, placeOfFact, waterLine, wavePath, waveSize } from './wave-layout.ts'

const run = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.array(fc.constantFrom(...moves), { maxLength: 10 }))
  .map(([seed, plan]) => runPlan(makeWorld(seed), plan))

describe('the drawing of a talk', () => {
  it('puts what was heard above the water and the rest below, each in its own place and inside the picture', () => {
    fc.assert(
      fc.property(run, (talk) => {
        const places = talk.world.facts.map(({ id }) => ({ id, ...placeOfFact(talk, id) }))
        for (const { id, x, y } of places) {
          expect(lastState(talk).known[id] ? y < waterLine : y > waterLine).toBe(true)
          expect(x > 0 && x < waveSize.width && y > listenerLine + 18 && y < waveSize.height).toBe(true)
        }
        expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(places.length)
      }),
    )
  })
  it('draws one stretch of wave for each turn so far, and silence as a flat line', () => {
    const talk = runPlan(makeWorld(1), ['attend', 'advise'])
    const { listener, speaker } = amplitudes(talk)
    expect([listener.length, speaker.length]).toEqual([3, 3])
    expect(listener[1]).toBe(0)
    expect(listener[2]).toBeGreaterThan(15)
    expect(wavePath(34, [0], 2).match(/ 34(?=L|$)/g)?.length).toBe(25)
  })
  it('draws a more open speaker with higher waves', () => {
    const opened = amplitudes(runPlan(makeWorld(1), ['paraphrase'])).speaker
    const closed = amplitudes(runPlan(makeWorld(1), ['advise'])).speaker
    expect(opened[1]).toBeGreaterThan(opened[0]!)
    expect(closed[1]).toBeLessThan(closed[0]!)
  })
})
