/** Every published scenario: proved, and played along generated runs by the compiled machine. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createActor, initialTransition, transition } from 'xstate'
import { parse } from 'yaml'
import { analyseScenario } from './analyse-scenario.ts'
import { checkWalkthroughs, takenFrom } from './check-walkthroughs.ts'
import { compileScenario } from './compile-scenario.ts'
import { type Scenario, scenarioSchema, walkthroughsSchema } from './schema.ts'
import { type State, walkStates } from './walk-states.ts'

const modules = new URL('../../content/modules/', import.meta.url)
const published = readdirSync(modules)
  .filter((slug) => existsSync(new URL(`${slug}/scenario.yaml`, modules)))
  .map((slug) => {
    const read = (file: string): unknown => parse(readFileSync(new URL(`${slug}/${file}`, modules), 'utf8'))
    const scenario = scenarioSchema.parse(read('scenario.yaml'))
    return { slug, title: scenario.title, scenario, walkthroughs: walkthroughsSchema.parse(read('walkthroughs.yaml')) }
  })

/** Draws a whole number from 0 up to, not with, `below`; fast-check makes the draws, so that a failing run shrinks. */
type Draw = (below: number) => number
const draws = fc.array(fc.nat({ max: 2 ** 30 }), { minLength: 40, maxLength: 40 }).map((numbers): Draw => {
  let at = 0
  return (below) => Math.floor(((numbers[at++ % numbers.length] ?? 0) / 2 ** 30) * below) % below
})

/** How many runs lead from each state to an ending; the states have no loop. */
function runsTo(ending: string) {
  const memo = new Map<State, number>()
  const count = (state: State): number => {
    const known = memo.get(state) ?? (state.node === ending ? 1 : state.next.reduce((sum, { state: to }) => sum + count(to), 0))
    memo.set(state, known)
    return known
  }
  return count
}

/** One of all runs to an ending, each as likely as any other. */
function runTo(start: State, ending: string, draw: Draw): string[] {
  const count = runsTo(ending)
  const run: string[] = []
  let state = start
  while (state.node !== ending) {
    let left = draw(count(state))
    const way = state.next.find(({ state: to }) => {
      left -= count(to)
      return left < 0
    })
    if (!way) throw new Error(`no way from ${state.node} to ${ending}`)
    if (way.by) run.push(way.by)
    state = way.state
  }
  return run
}

/** Plays by the machine alone, whatever it accepts, until it accepts nothing. */
function playFreely(scenario: Scenario, draw: Draw): { at: string; steps: number } {
  const machine = compileScenario(scenario)
  let [snapshot] = initialTransition(machine)
  for (let steps = 0; ; steps++) {
    const at = String(snapshot.value)
    const choices = scenario.scenes.find(({ id }) => id === at)?.choices ?? []
    const offered = choices.filter(({ id }) => snapshot.can({ type: 'choose', scene: at, choice: id }))
    const taken = offered[offered.length > 0 ? draw(offered.length) : 0]
    if (!taken || steps > scenario.scenes.length) return { at, steps }
    ;[snapshot] = transition(machine, snapshot, { type: 'choose', scene: at, choice: taken.id })
  }
}

it('there is a scenario in each of the six modules of the core', () => expect(published.length).toBe(6))

describe.each(published)('$slug: $title', ({ scenario, walkthroughs }) => {
  const analysis = analyseScenario(scenario)
  const [start] = walkStates(scenario).states
  const machine = compileScenario(scenario)

  it('is proved, and its golden runs lead where they led', () => {
    expect([...analysis.problems, ...checkWalkthroughs(scenario, walkthroughs)]).toEqual([])
  })

  it.each(scenario.endings)('generated runs reach the ending $id “$title”', ({ id }) => {
    fc.assert(
      fc.property(draws, (draw) => {
        const actor = createActor(machine).start()
        for (const step of runTo(start!, id, draw)) actor.send({ type: 'choose', ...takenFrom(step) })
        expect([actor.getSnapshot().value, actor.getSnapshot().status]).toEqual([id, 'done'])
      }),
      { numRuns: 40 },
    )
  })

  it('every generated run of choices that are offered ends', () => {
    const endings = scenario.endings.map(({ id }) => id)
    fc.assert(
      fc.property(draws, (draw) => {
        const { at, steps } = playFreely(scenario, draw)
        expect(endings).toContain(at)
        expect(steps).toBeLessThanOrEqual(scenario.scenes.length)
      }),
      { numRuns: 60 },
    )
  })

  it('a strong choice stands in every scene, and never strong ones only', () => {
    for (const { choices } of scenario.scenes) {
      const qualities = choices.map(({ quality }) => quality)
      expect(qualities).toContain('strong')
      expect(new Set(qualities).size).toBeGreaterThan(1)
    }
  })
})
