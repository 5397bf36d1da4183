/** Completes a module through the API alone: its check with the keys, and its scenario by a walkthrough. For journeys that begin after it. */
import { randomBytes } from 'node:crypto'
import { type APIRequestContext, expect } from '@playwright/test'
import type { LoadedModule } from '#lib/course/load-course.ts'
import { objectId } from '#lib/course/schema.ts'
import type { Item } from '#lib/quiz/schema.ts'
import { draftChose, draftFinished, draftStarted } from '#lib/scenario/draft-statements.ts'
import { replayRun } from '#lib/scenario/run-scenario.ts'
import { uuid7 } from '#lib/statement/uuid7.ts'

let last = 0
/** rising, also within a millisecond */
const newId = () => {
  last = Math.max(last + 1, Date.now())
  return uuid7(last, randomBytes(10))
}

export async function satisfyModule(request: APIRequestContext, { slug, items, scenario, fingerprints }: LoadedModule): Promise<void> {
  const post = async (path: string, data?: unknown) => {
    const reply = await request.post(path, data === undefined ? {} : { data })
    const body = await reply.json()
    expect(body, path).toMatchObject({ ok: true })
    return body.value
  }
  if (scenario) {
    const run = newId()
    const place = { object: objectId.scenario(slug), hashes: fingerprints }
    const drafts = [draftStarted(place, run)]
    const choices: { scene: string; choice: string }[] = []
    for (let state = replayRun(scenario, choices); ; state = replayRun(scenario, choices)) {
      if (state.ending) {
        drafts.push(draftFinished(place, run, state.ending))
        break
      }
      const scene = scenario.scenes.find(({ id }) => id === state.scene)!
      const choice = scene.choices.find(({ quality }) => quality === 'strong') ?? scene.choices[0]!
      drafts.push(draftChose(place, run, scene.id, choice.id))
      choices.push({ scene: scene.id, choice: choice.id })
    }
    const { results } = await post('/api/statements', { statements: drafts.map((draft) => ({ id: newId(), at: Date.now(), ...draft })) })
    expect(results.every(({ ok }: { ok: boolean }) => ok)).toBe(true)
  }
  const attempt = await post('/api/quiz/attempts', { module: slug })
  for (const { id } of attempt.items) {
    const item = items.find((one) => one.id === id)!
    await post(`/api/quiz/attempts/${attempt.id}/responses`, { id: newId(), item: id, response: keyOf(item) })
  }
  expect(await post(`/api/quiz/attempts/${attempt.id}/finish`)).toMatchObject({ reached: true })
}

function keyOf(item: Item): unknown {
  switch (item.kind) {
    case 'single':
    case 'tf-reason':
    case 'multi':
      return item.key
    case 'order':
    case 'sjt':
      return item.options.map(({ id }) => id)
    case 'match':
      return Object.fromEntries(item.pairs.map(({ left, right }) => [left.id, right.id]))
    case 'sort':
      return Object.fromEntries(item.cards.map(({ id, category }) => [id, category]))
    case 'reflect':
      return null
  }
}
