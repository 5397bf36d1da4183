/** Every page as it is first seen: it fits the whole range of screens, and axe finds nothing in one of the four looks, by turns. */
import { expect, test } from '@playwright/test'
import { toolIds } from '#lib/toolkit/tools.ts'
import { everyLook, expectAccessibleIn, expectToFit, Looks, lookAs } from './expect-accessible.ts'
import { moduleOf, modules } from './learner.ts'

const { slug, lessons } = moduleOf('networking')

const pages = modules.map((module) => ({
  title: module.module.title,
  paths: [
    `/modules/${module.slug}`,
    ...module.lessons.map((lesson) => `/modules/${module.slug}/lessons/${lesson.slug}`),
    ...(module.scenario ? [`/modules/${module.slug}/scenario`] : []),
    `/modules/${module.slug}/quiz`,
  ],
}))
const others = {
  title: 'outside the modules',
  paths: [
    '/',
    '/primer',
    '/glossary',
    '/framework',
    '/review',
    '/notebook',
    '/verify',
    '/there-is-no-such-page',
    '/certificates/AAAA-BBBB-CCCC-DDDD',
  ],
}
const toolkit = { title: 'the toolkit', paths: ['/toolkit', ...toolIds.map((tool) => `/toolkit/${tool}`)] }

for (const { title, paths } of [others, toolkit, ...pages])
  test(`${title}: every page fits at 320, 360 and 1280 px and is accessible, in all looks by turns`, async ({ page }) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => {
      // a page that is not there is asked for on purpose
      if (message.type() === 'error' && !message.text().includes('404')) errors.push(message.text())
    })
    const looks = new Looks(everyLook)
    for (const path of paths) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.waitForLoadState('networkidle')
      for (const width of [320, 360, 1280]) {
        await lookAs(page, { colorScheme: 'light', width })
        await expectToFit(page, `${path}, ${width}`)
      }
      await expectAccessibleIn(page, looks.next(), path)
    }
    expect(errors).toEqual([])
  })

test('a page that is not there says so, with its status, inside the site', async ({ page }) => {
  for (const path of [
    '/there-is-no-such-page',
    '/modules/no-such-module',
    `/modules/${slug}/lessons/none`,
    '/certificates/AAAA-BBBB-CCCC-DDDD',
  ]) {
    const response = await page.goto(path)
    expect(response?.status(), path).toBe(404)
    await expect(page.getByRole('banner')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Go to the course' })).toBeVisible()
  }
})

test('the prefix of the default language leads to the address without it', async ({ page }) => {
  await page.goto(`/en/modules/${slug}`)
  await expect(page).toHaveURL(`/modules/${slug}`)
})

test('the text of a lesson can be read without JavaScript', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) })
  const page = await context.newPage()
  const lesson = lessons[0]!
  await page.goto(`/modules/${slug}/lessons/${lesson.slug}`)
  await expect(page.getByRole('heading', { level: 1, name: lesson.matter.title })).toBeVisible()
  await expect(page.getByText('Farhana has 412 contacts in her phone.')).toBeVisible()
  await context.close()
})
