/** The published scenario itself: proved, played to every place by the machine, and along its golden runs. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createActor } from 'xstate'
import { parse } from 'yaml'
import { analyseScenario } from './analyse-scenario.ts'
import { checkWalkthroughs, takenFrom } from './check-walkthroughs.ts'
import { compileScenario } from './compile-scenario.ts'
import { scenarioSchema, walkthroughsSchema } from './schema.ts'

const read = (file: string): unknown => parse(readFileSync(new URL(`../../content/modules/networking/${file}`, import.meta.url), 'utf8'))
const scenario = scenarioSchema.parse(read('scenario.yaml'))
const walkthroughs = walkthroughsSchema.parse(read('walkthroughs.yaml'))
const analysis = analyseScenario(scenario)

describe('three days in Port Aldane', () => {
  it('is proved', () => expect(analysis.problems).toEqual([]))
  it('has 13 scenes, 39 choices, one route and five endings', () => {
    expect([
      scenario.scenes.length,
      scenario.scenes.flatMap(({ choices }) => choices).length,
      scenario.routes.length,
      scenario.endings.length,
    ]).toEqual([13, 39, 1, 5])
  })
  it('can be played in 14,553 ways', () => expect(analysis.runs).toBe(14_553))

  const places = [...scenario.scenes, ...scenario.endings].map(({ id, title }) => ({ id, title, run: analysis.shortest[id] ?? [] }))
  it.each(places)('the machine comes to $id “$title” by the shortest run', ({ id, run }) => {
    const actor = createActor(compileScenario(scenario)).start()
    for (const step of run) actor.send({ type: 'choose', ...takenFrom(step) })
    expect(actor.getSnapshot().value).toBe(id)
    expect(actor.getSnapshot().status).toBe(scenario.endings.some((ending) => ending.id === id) ? 'done' : 'active')
  })
  it('offers in every scene a strong choice, and never strong ones only', () => {
    for (const { choices } of scenario.scenes) {
      const qualities = choices.map(({ quality }) => quality)
      expect(qualities).toContain('strong')
      expect(new Set(qualities).size).toBeGreaterThan(1)
    }
  })
})

describe('the golden runs', () => {
  it('lead where they led, and to every ending', () => expect(checkWalkthroughs(scenario, walkthroughs)).toEqual([]))
  const first = walkthroughs[0]!
  it.each([
    [
      'an ending without a golden run',
      walkthroughs.filter(({ ending }) => ending !== 'sc3-e3'),
      'No golden run leads to the ending sc3-e3.',
    ],
    ['a run that ends elsewhere', [...walkthroughs, { ...first, ending: 'sc3-e2' }], 'It should end at sc3-e2, but it comes to sc3-e1.'],
    [
      'a run that stops on the way',
      [...walkthroughs, { ...first, choices: first.choices.slice(0, 3) }],
      'It should end at sc3-e1, but it comes to sc3-n07.',
    ],
    [
      'a choice that does not follow',
      [...walkthroughs, { ...first, choices: ['sc3-n01 a', 'sc3-n03 a'] }],
      'Its choices cannot be played in this order; the run stops at sc3-n02.',
    ],
    [
      'another value of a meter',
      [...walkthroughs, { ...first, meters: { ...first.meters, energy: 6 } }],
      'It should end with energy at 6, but energy is 3.',
    ],
  ])('tell of %s', (_, changed, sentence) => {
    expect(checkWalkthroughs(scenario, changed).map((problem) => problem.sentence)).toEqual([sentence])
  })
})
