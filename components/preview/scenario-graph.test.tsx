import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { loadCourse } from '#lib/course/load-course.ts'
import preview from '#lib/message/en/preview.json'
import { layOutScenario } from '#lib/preview/lay-out-scenario.ts'
import { analyseScenario } from '#lib/scenario/analyse-scenario.ts'
import type { Scenario } from '#lib/scenario/schema.ts'
import { PlaceList } from './place-list.tsx'
import { ScenarioGraphView } from './scenario-graph.tsx'

async function scenarios(): Promise<Scenario[]> {
  return [...(await loadCourse()).modules.values()].flatMap(({ scenario }) => (scenario ? [scenario] : []))
}
const render = (scenario: Scenario) => {
  const graph = layOutScenario(scenario)
  return {
    drawn: renderToStaticMarkup(<ScenarioGraphView graph={graph} start={scenario.start} messages={preview} locale="en" />),
    listed: renderToStaticMarkup(
      <PlaceList scenario={scenario} graph={graph} shortest={analyseScenario(scenario).shortest} href="/here" messages={preview} />,
    ),
  }
}

it('links every drawn place to its entry in the list, which has every choice and every way on', async () => {
  for (const scenario of await scenarios()) {
    const { drawn, listed } = render(scenario)
    for (const { id } of [...scenario.scenes, ...scenario.routes, ...scenario.endings]) {
      expect(drawn).toContain(`href="#${id}"`)
      expect(listed).toContain(`id="${id}"`)
    }
    for (const { id, choices } of scenario.scenes) {
      const entry = listed.slice(listed.indexOf(`id="${id}"`))
      for (const choice of choices) expect(entry).toContain(`href="#${choice.to}"`)
      expect(listed).toContain(`href="/here?from=${id}#play"`)
    }
  }
})

it('says in words what the drawing says by its lines: unreached, at fault, where it begins', async () => {
  const [scenario] = await scenarios()
  const broken = { ...scenario!, scenes: [...scenario!.scenes, { ...scenario!.scenes[1]!, id: 'sc9-alone', title: 'Alone' }] }
  const { drawn, listed } = render(broken)
  expect(drawn).toMatch(/aria-label="(! )?sc9-alone Alone\. Scene\.[^"]*No run comes here\./)
  expect(drawn).toMatch(/data-unreached="true" data-fault="true"/)
  expect(drawn).toContain('The story begins here.')
  expect(listed).toContain('No run ever comes here.')
})
