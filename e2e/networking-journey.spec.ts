/** The main job, end to end, as a guest: the whole module from the start page to the certificate. */
import { expect, type Page, test } from '@playwright/test'
import { objectId } from '#lib/course/schema.ts'
import { expectAccessible } from './expect-accessible.ts'
import { type Hand, keyboard } from './hand.ts'
import { expectSaved, goOnWithTheCheck, itemOnScreen, moduleOf, playScenario, readToTheEnd, respond } from './learner.ts'

const module = moduleOf('networking')
const { slug, items } = module
const scenario = module.scenario!

test.describe.configure({ timeout: 300_000 })

const lessonHeading = (page: Page, i: number) =>
  expect(page.getByRole('heading', { level: 1, name: module.lessons[i]!.matter.title })).toBeVisible()

/** One thing done in each lesson, and the sign that it is still there after a reload. */
const inLesson: Record<string, { act(page: Page, hand: Hand): Promise<void>; still(page: Page, hand: Hand): Promise<void> }> = {
  'meeting-and-interacting': {
    async act(page, hand) {
      const sketch = page.getByRole('region', { name: 'Draw the people you turn to' })
      for (const [initials, ring] of [
        ['AK', 0],
        ['DL', 1],
        ['RM', 2],
      ] as const) {
        await hand.write(sketch.getByRole('textbox', { name: 'Initials' }), initials)
        const value = await sketch.getByRole('combobox', { name: 'How near' }).first().locator('option').nth(ring).getAttribute('value')
        await hand.select(sketch.getByRole('combobox', { name: 'How near' }).first(), value!)
        await hand.press(sketch.getByRole('button', { name: 'Place', exact: true }))
      }
      await hand.press(sketch.getByRole('button', { name: 'What does my picture say?' }))
    },
    async still(page) {
      await expect(page.getByRole('region', { name: 'Draw the people you turn to' }).getByText('3 contacts', { exact: true })).toBeVisible()
    },
  },
  'taking-the-chance': {
    async act(page, hand) {
      const room = page.getByRole('region', { name: 'A room in four minutes' })
      await hand.press(room.getByRole('list').getByRole('button', { name: /A man in an apron/ }))
      await hand.press(room.getByRole('button', { name: /Who are you cooking for/ }))
      await expect(room.getByText('Two hundred bowls')).toBeVisible()
    },
    async still(page) {
      await expect(page.getByRole('region', { name: 'A room in four minutes' }).getByText('3 minutes left')).toBeVisible()
    },
  },
  'with-a-plan': {
    async act(page, hand) {
      const schedule = page.getByRole('region', { name: 'Start your own schedule' })
      await hand.write(
        schedule.getByRole('group', { name: 'Contact 1' }).getByLabel('Organisation and contact details').first(),
        'Harbour office, B.S.',
      )
    },
    async still(page) {
      await expect(
        page.getByRole('region', { name: 'Start your own schedule' }).getByLabel('Organisation and contact details').first(),
      ).toHaveValue('Harbour office, B.S.')
    },
  },
  'keep-and-ask': {
    async act(page, hand) {
      const workshop = page.getByRole('region', { name: 'Repair three messages' })
      await hand.write(
        workshop.getByRole('textbox', { name: 'Repair the message' }),
        'Dear Bongani, your codes are on the clinic map since Monday. Thank you.',
      )
      await hand.check(workshop.getByRole('checkbox', { name: 'It asks for nothing' }))
      await hand.press(workshop.getByRole('button', { name: 'Compare with two other versions' }))
      await expect(workshop.getByRole('heading', { name: 'A strong version' })).toBeVisible()
    },
    async still(page, hand) {
      const workshop = page.getByRole('region', { name: 'Repair three messages' })
      await hand.press(workshop.getByRole('button', { name: /^Message 1/ }))
      await expect(workshop.getByRole('textbox', { name: 'Repair the message' })).toHaveValue(/your codes are on the clinic map/)
      await expect(workshop.getByRole('heading', { name: 'A strong version' })).toBeVisible()
    },
  },
  'which-one-now': {
    async act(page, hand) {
      await hand.press(page.getByRole('region', { name: 'Who knows whom' }).getByRole('button', { name: 'Run this week' }))
      await hand.press(page.getByRole('region', { name: 'Twelve situations, four types' }).getByRole('button', { name: /^Maintenance/ }))
    },
    async still(page) {
      await expect(
        page.getByRole('region', { name: 'Who knows whom' }).getByRole('heading', { name: 'Week 1: what happened' }),
      ).toBeVisible()
      await expect(page.getByRole('region', { name: 'Twelve situations, four types' }).getByText(/^Card [12] of 12/)).toBeVisible()
    },
  },
}

async function recall(page: Page, hand: Hand): Promise<void> {
  const box = page.getByRole('region').filter({ has: page.getByRole('textbox', { name: 'What do you remember?' }) })
  await hand.write(box.getByRole('textbox', { name: 'What do you remember?' }), 'Two halves, and information on time.')
  await hand.press(box.getByRole('button', { name: 'Compare' }))
  await expect(box.getByText('A full answer')).toBeVisible()
}

/** With a reload in the middle of each part. */
async function takeTheModule(page: Page, hand: Hand, name: string): Promise<void> {
  const look = (state: string) => expectAccessible(page, state)

  await page.goto('/')
  await look('home')
  await hand.press(
    page.getByRole('navigation', { name: 'The eight modules of the course as a route on a map' }).getByRole('link', { name: /Networking/ }),
  )
  await expect(page.getByRole('heading', { level: 1, name: module.module.title })).toBeVisible()
  const guesses = page.getByRole('region', { name: 'Two guesses' })
  await hand.check(guesses.getByRole('radio').first())
  await page.reload()
  await expect(guesses.getByRole('radio').first()).toBeChecked()
  await look('module, first visit')

  await hand.press(page.getByRole('link', { name: new RegExp(module.lessons[0]!.matter.title) }))
  for (const [i, lesson] of module.lessons.entries()) {
    await lessonHeading(page, i)
    const { act, still } = inLesson[lesson.slug]!
    await act(page, hand)
    await expectSaved(page)
    await page.reload()
    await still(page, hand)
    await recall(page, hand)
    await readToTheEnd(page, objectId.lesson(slug, lesson.slug))
    await look(`lesson ${lesson.slug}`)
    await expectSaved(page)
    await hand.press(page.getByRole('navigation', { name: 'Before and after this lesson' }).getByRole('link', { name: /^Next/ }))
  }

  await expect(page.getByRole('heading', { level: 1, name: scenario.title })).toBeVisible()
  await look('scenario, introduction')
  await hand.press(page.getByRole('button', { name: 'Begin the story' }))
  await playScenario(page, hand, scenario, 'strong', 4)
  await look('scenario, scene')
  const scene = (await page.getByRole('heading', { level: 2 }).first().textContent()) ?? ''
  await page.reload()
  await expect(page.getByRole('heading', { level: 2, name: scene })).toBeVisible()
  await playScenario(page, hand, scenario, 'strong')
  await expect(page.getByRole('heading', { level: 2, name: 'A web that holds' })).toBeVisible()
  await look('scenario, ending and debrief')
  await expectSaved(page)
  await hand.press(page.getByRole('link', { name: 'Go on to the module check' }))

  await hand.press(page.getByRole('button', { name: 'Start the check' }))
  await respond(page, hand, items, false, 3, (item, state) => look(`check, ${item.kind} ${state}`))
  const { id } = await itemOnScreen(page, items)
  await page.reload()
  await goOnWithTheCheck(page, hand)
  await expect(page.locator(`[id="${id}-stem"]`)).toBeVisible()
  await respond(page, hand, items, false)
  await expect(page.getByRole('heading', { name: 'Not yet reached' })).toBeVisible()
  await look('check, not reached')
  await hand.press(page.getByRole('button', { name: 'Try again' }))
  await expect(page.getByText('The site has not seen a review yet')).toBeVisible()
  await hand.press(page.getByRole('region', { name: 'Before the next attempt' }).getByRole('link').first())
  await page.waitForURL(/\/lessons\//)
  await expect(page.getByRole('navigation', { name: 'Before and after this lesson' })).toBeVisible()
  await readToTheEnd(page, objectId.lesson(slug, new URL(page.url()).pathname.split('/').at(-1)!), 2)

  await page.goto(`/modules/${slug}/quiz`)
  await hand.press(page.getByRole('button', { name: 'Try again' }))
  await respond(page, hand, items, true, 4, (item, state) => look(`check, ${item.kind} ${state}`))
  await page.reload()
  await goOnWithTheCheck(page, hand)
  await respond(page, hand, items, true)
  await expect(page.getByRole('heading', { name: 'Reached', exact: true })).toBeVisible()
  await look('check, reached')

  const field = page.getByRole('textbox', { name: 'Your name, as it should appear' })
  await hand.press(page.getByRole('button', { name: 'Make the certificate' }))
  await expect(page.getByText('Write a name first.')).toBeVisible()
  await hand.write(field, name)
  await look('check, name for the certificate')
  await hand.press(page.getByRole('button', { name: 'Make the certificate' }))
  await page.waitForURL(/\/certificates\/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/)
  await page.reload()
  const picture = page.getByRole('img', { name: new RegExp(`${name} completed the module`) })
  await expect(picture).toBeVisible()
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth)).toBe(1200)
  await look('certificate, as its holder')

  await page.goto(`/modules/${slug}`)
  await expect(page.getByRole('link', { name: /Module check/ }).getByText('reached', { exact: true })).toBeVisible()
  await page.goto('/')
  await expect(page.getByRole('link', { name: 'Go on: Emotional intelligence, lesson 1' })).toBeVisible()
}

test.describe('on a phone in the dark', () => {
  test.use({ viewport: { width: 360, height: 740 }, colorScheme: 'dark', reducedMotion: 'reduce' })

  // on the other database this module is taken with the seven others, with a mouse
  test('a guest takes the whole module with the keyboard, reloading in the middle of each part @postgresql', async ({ page }) => {
    await takeTheModule(page, keyboard(page), 'أمل حداد')
  })
})
