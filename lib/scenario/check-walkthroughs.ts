/** The golden runs still lead where they led, and there is one for each ending. */
import type { Problem } from './check-shape.ts'
import { replayRun, type Taken } from './run-scenario.ts'
import type { Scenario, Walkthroughs } from './schema.ts'

export function checkWalkthroughs(scenario: Scenario, walkthroughs: Walkthroughs): Problem[] {
  const missing = scenario.endings
    .filter(({ id }) => !walkthroughs.some(({ ending }) => ending === id))
    .map(({ id }) => ({ path: id, sentence: `No golden run leads to the ending ${id}.` }))
  const changed = walkthroughs.flatMap(({ name, choices, ending, meters }) => {
    const replay = replayRun(scenario, choices.map(takenFrom))
    const path = `“${name}”`
    if (replay.steps.length !== choices.length || replay.steps.some(({ scene, choice }, i) => choices[i] !== `${scene} ${choice}`))
      return [{ path, sentence: `Its choices cannot be played in this order; the run stops at ${replay.scene ?? replay.ending}.` }]
    if (replay.ending !== ending)
      return [{ path, sentence: `It should end at ${ending}, but it comes to ${replay.ending ?? replay.scene}.` }]
    return Object.entries(meters)
      .filter(([meter, value]) => replay.meters[meter] !== value)
      .map(([meter, value]) => ({
        path,
        sentence: `It should end with ${meter} at ${value}, but ${meter} is ${replay.meters[meter] ?? 'unknown'}.`,
      }))
  })
  return [...missing, ...changed]
}

/** "sc3-n01 a" → scene and choice */
export function takenFrom(text: string): Taken {
  const [scene = '', choice = ''] = text.split(' ')
  return { scene, choice }
}
