/**
 * The whole course by one guest: each module from start to satisfied, every activity of every lesson done to its end, the simulations
 * with the keyboard alone, and at the end the certificate of the course. axe looks at each state on the way, dark on a phone and light on a wide screen.
 */
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import type { Activity } from '#lib/activity/schema.ts'
import type { LoadedLesson, LoadedModule } from '#lib/course/load-course.ts'
import { objectId } from '#lib/course/schema.ts'
import certificate from '#lib/message/en/certificate.json' with { type: 'json' }
import home from '#lib/message/en/home.json' with { type: 'json' }
import lessonWords from '#lib/message/en/lesson.json' with { type: 'json' }
import moduleWords from '#lib/message/en/module.json' with { type: 'json' }
import quiz from '#lib/message/en/quiz.json' with { type: 'json' }
import story from '#lib/message/en/scenario.json' with { type: 'json' }
import { ended, resume, selectorOf, standing, workThrough } from './activities.ts'
import { expectAccessibleIn, Looks, onePair } from './expect-accessible.ts'
import { type Hand, keyboard, mouse } from './hand.ts'
import { expectSaved, loaded, modules, oneOf, plain, playScenario, readToTheEnd, respond } from './learner.ts'
import { ownRecord } from './own-record.ts'
import { ScreensSeen } from './screens-seen.ts'

// one learner, one browser: a module goes on where the one before it ended
test.describe.configure({ mode: 'serial', timeout: 240_000 })

const hand = mouse()
const holder = 'Thandiwe Nkosi'
let context: BrowserContext
let page: Page
const screens = new ScreensSeen()
const looks = new Looks(onePair)
const look = (state: string) => expectAccessibleIn(page, looks.next(), state)

test.beforeAll(async ({ browser }) => {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })
  page = await context.newPage()
})
test.afterAll(() => context.close())

test('the course has eight modules', () => expect(modules).toHaveLength(8))

for (const module of modules) {
  test(`${module.number}. ${module.module.title}: from start to satisfied`, async () => {
    await test.step('start', () => start(module))
    for (const lesson of module.lessons) await test.step(`lesson ${lesson.slug}`, () => takeLesson(module, lesson))
    if (module.scenario) await test.step('scenario', () => playToTheEnd(module))
    await test.step('check', () => takeTheCheck(module))
    await test.step('reflection, seven-day task', () => finish(module))
    if (module === modules[0])
      await test.step('certificate of the module', () => makeCertificate(`/modules/${module.slug}`, module.module.title))
  })
}

test('the certificate of the course, at the end of the home page', async () => {
  await page.goto('/')
  await makeCertificate('/', loaded.course.title)
})

/** A simulation is played with the keyboard alone. */
const handFor = ({ kind }: Activity): Hand => (kind === 'simulation' ? keyboard(page) : hand)
const work = (activity: Activity) =>
  workThrough(page, handFor(activity), activity, () => screens.look(page, `${activity.kind} ${activity.id}`, selectorOf(activity)))

async function start({ slug, number, module, lessons }: LoadedModule): Promise<void> {
  await page.goto('/')
  if (number === 1) await hand.press(page.getByRole('link', { name: home.start.replace('{module}', loaded.course.modules[0]!.short) }))
  else await hand.press(page.getByRole('navigation', { name: home.mapLabel }).locator(`a[href$="/modules/${slug}"]`))
  await expect(page.getByRole('heading', { level: 1, name: module.title })).toBeVisible()
  await work(module.guesses)
  await look(`${slug}, guessed`)
  await hand.press(page.getByRole('list').getByRole('link', { name: lessons[0]!.matter.title }).first())
}

async function takeLesson({ slug }: LoadedModule, lesson: LoadedLesson): Promise<void> {
  const place = `${slug}, ${lesson.slug}`
  await expect(page.getByRole('heading', { level: 1, name: lesson.matter.title })).toBeVisible()
  const { activities } = lesson.matter
  for (const activity of activities) await test.step(`${activity.kind} ${activity.id}`, () => work(activity))
  await look(`${place}, done`)
  await readToTheEnd(page, objectId.lesson(slug, lesson.slug))
  await expectSaved(page)

  const before = await Promise.all(activities.map((activity) => standing(page, activity)))
  await page.reload()
  for (const [i, activity] of activities.entries()) {
    await resume(page, hand, activity)
    await expect.poll(() => standing(page, activity), `${activity.kind} ${activity.id} after a reload`).toBe(before[i])
  }
  const record = await ownRecord(page)
  const open = activities.filter((activity) => !ended(record, objectId.activity(slug, lesson.slug, activity.id), activity))
  expect(open.map(({ kind, id }) => `${kind} ${id}`)).toEqual([])
  await goOn()
}

/** By the link at the end, pressed once: the page does not move under the finger. */
async function goOn(): Promise<void> {
  const next = page.getByRole('navigation', { name: lessonWords.around }).getByRole('link').last()
  const href = (await next.getAttribute('href')) ?? ''
  await hand.press(next)
  await page.waitForURL(`**${href}`)
}

async function playToTheEnd({ slug, scenario }: LoadedModule): Promise<void> {
  if (!scenario) return
  await expect(page.getByRole('heading', { level: 1, name: scenario.title })).toBeVisible()
  await hand.press(page.getByRole('button', { name: story.begin }))
  await playScenario(page, hand, scenario, 'strong')
  const endings = oneOf(...scenario.endings.filter(({ good }) => good).map(({ title }) => plain(title)))
  await expect(page.getByRole('heading', { level: 2, name: endings })).toBeVisible()
  await look(`${slug}, ending`)
  await expectSaved(page)
  await hand.press(page.getByRole('link', { name: story.toCheck }))
}

async function takeTheCheck({ slug, items }: LoadedModule): Promise<void> {
  await hand.press(page.getByRole('button', { name: quiz.start, exact: true }))
  await respond(page, hand, items, true, Number.POSITIVE_INFINITY, (item, state) =>
    screens.once(page, `${item.kind} ${state}`, `check, ${item.id} ${state}`),
  )
  await expect(page.getByRole('heading', { name: quiz.reachedTitle, exact: true })).toBeVisible()
  await look(`${slug}, check reached`)
}

async function finish({ slug, module }: LoadedModule): Promise<void> {
  await page.goto(`/modules/${slug}`)
  const activities = [module.reflection, module.task]
  for (const activity of activities) await work(activity)
  await look(`${slug}, done`)
  await expectSaved(page)
  const record = await ownRecord(page)
  for (const activity of [module.guesses, ...activities])
    expect(ended(record, objectId.moduleActivity(slug, activity.id), activity), activity.id).toBe(true)
  expect(record.some(({ object, verb }) => object === slug && verb === 'satisfied')).toBe(true)
  await expect(page.getByRole('link', { name: moduleWords.quizName }).getByText(moduleWords.reached, { exact: true })).toBeVisible()
}

/** Puts a name on it, where it is offered; then the page and the picture. */
async function makeCertificate(path: string, of: string): Promise<void> {
  await page.goto(path)
  await hand.write(page.getByRole('textbox', { name: certificate.nameLabel }), holder)
  await hand.press(page.getByRole('button', { name: certificate.offerMake }))
  await page.waitForURL(/\/certificates\/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/)
  const picture = page.getByRole('img', { name: new RegExp(`${holder}.*${plain(of)}`) })
  await expect(picture).toBeVisible()
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth)).toBe(1200)
  await look(`certificate: ${of}`)
}
