/** A scenario is proved by walking all of it (lib/scenario/analyse-scenario), and its golden runs still lead where they led. */

import { eachModule, fileOf } from '#lib/course/places.ts'
import type { ContentPath } from '#lib/course/problem.ts'
import { analyseScenario } from '#lib/scenario/analyse-scenario.ts'
import { checkWalkthroughs } from '#lib/scenario/check-walkthroughs.ts'
import type { Rule } from './rule.ts'

export const scenarioProof: Rule = (course) =>
  eachModule(course).flatMap((loaded) => {
    const { scenario } = loaded
    if (!scenario) return []
    const { problems } = analyseScenario(scenario)
    return [
      ...problems.map(({ path, sentence, example }) => ({
        file: fileOf(loaded, 'scenario.yaml'),
        path: yamlPath(scenario, path),
        sentence: example && example.length > 0 ? `${sentence} Shortest run that shows it: ${example.join(', ')}.` : sentence,
      })),
      // the golden runs of a scenario that does not hold together say nothing
      ...(problems.length > 0 ? [] : checkWalkthroughs(scenario, loaded.walkthroughs)).map(({ path, sentence }) => ({
        file: fileOf(loaded, 'walkthroughs.yaml'),
        path: walkthroughPath(loaded.walkthroughs, path),
        sentence: `${path}: ${sentence}`,
      })),
    ]
  })

/** The analysis names things by id (`scenes.sc3-n05.choices.b`), YAML counts them (`scenes.4.choices.1`). Stops where a name is not found. */
export function yamlPath(root: unknown, dotted: string): ContentPath {
  const path: (string | number)[] = []
  let value = root
  for (const name of dotted.split('.')) {
    let key: string | number = name
    if (Array.isArray(value)) {
      key = value.findIndex((one) => typeof one === 'object' && one !== null && Reflect.get(one, 'id') === name)
      if (key < 0 && /^\d+$/.test(name)) key = Number(name) - 1
    }
    const next: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
    if (next === undefined) return path
    path.push(key)
    value = next
  }
  return path
}

function walkthroughPath(walkthroughs: readonly { name: string }[], quoted: string): ContentPath {
  const index = walkthroughs.findIndex(({ name }) => quoted === `“${name}”`)
  return index < 0 ? [] : [index]
}
