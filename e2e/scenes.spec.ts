/** Every scene and every ending of every scenario, each in one of the four looks by turns. One page load for each scenario. */
import { expect, test } from '@playwright/test'
import say from '#lib/message/en/scenario.json' with { type: 'json' }
import { analyseScenario } from '#lib/scenario/analyse-scenario.ts'
import { takenFrom } from '#lib/scenario/check-walkthroughs.ts'
import type { Scenario } from '#lib/scenario/schema.ts'
import { everyLook, expectAccessibleIn, Looks } from './expect-accessible.ts'
import { mouse } from './hand.ts'
import { choose, goOn, modules, plain } from './learner.ts'

/** Few runs that together pass every place: the farthest places first, each by a shortest run, since it passes others on its way. */
function runsThroughAll(scenario: Scenario): string[][] {
  const { shortest } = analyseScenario(scenario)
  const places = [...scenario.endings, ...scenario.scenes].map(({ id }) => id).sort((a, b) => shortest[b]!.length - shortest[a]!.length)
  const passed = new Set<string>()
  return places.flatMap((place) => {
    if (passed.has(place)) return []
    const run = shortest[place]!
    for (const step of run) passed.add(takenFrom(step).scene)
    passed.add(place)
    return [run]
  })
}

for (const { slug, scenario } of modules) {
  if (!scenario) continue
  test(`${scenario.title}: axe finds nothing in any scene or ending`, async ({ page }) => {
    test.setTimeout(240_000)
    const hand = mouse()
    const seen = new Set<string>()
    const looks = new Looks(everyLook)
    const lookOnce = async (name: string) => {
      if (seen.has(name)) return
      seen.add(name)
      await expectAccessibleIn(page, looks.next(), `${slug}, ${name}`)
    }
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(`/modules/${slug}/scenario`)
    await expect(page.getByRole('button', { name: say.begin })).toBeEnabled()
    await lookOnce('introduction')

    for (const [i, run] of runsThroughAll(scenario).entries()) {
      if (i === 0) await hand.press(page.getByRole('button', { name: say.begin }))
      else if (await page.getByRole('button', { name: say.restart, exact: true }).isVisible())
        await hand.press(page.getByRole('button', { name: say.restart, exact: true }))
      else {
        await page.getByText(say.restart, { exact: true }).click()
        await hand.press(page.getByRole('button', { name: say.restartDo }))
      }
      for (const step of run) {
        const taken = takenFrom(step)
        const scene = scenario.scenes.find(({ id }) => id === taken.scene)!
        await expect(page.getByRole('heading', { level: 2, name: plain(scene.title), exact: true })).toBeVisible()
        await lookOnce(scene.id)
        await choose(page, hand, scene.choices.find(({ id }) => id === taken.choice)!.text)
        await lookOnce('what follows from the first choice')
        await goOn(page, hand)
      }
      const title = plain((await page.getByRole('heading', { level: 2 }).first().textContent()) ?? '')
      const place = [...scenario.endings, ...scenario.scenes].find((one) => plain(one.title) === title)!
      await lookOnce(place.id)
    }
    const missing = [...scenario.scenes, ...scenario.endings].filter(({ id }) => !seen.has(id))
    expect(missing.map(({ title }) => title)).toEqual([])
  })
}
