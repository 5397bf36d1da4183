/** Every page as it is first seen, in both themes and at both ends of the range of screens. */
import { expect, test } from '@playwright/test'
import { expectAccessible } from './expect-accessible.ts'
import { module, slug } from './learner.ts'

const pages = [
  '/',
  `/modules/${slug}`,
  ...module.lessons.map((lesson) => `/modules/${slug}/lessons/${lesson.slug}`),
  `/modules/${slug}/scenario`,
  `/modules/${slug}/quiz`,
  '/there-is-no-such-page',
  '/certificates/AAAA-BBBB-CCCC-DDDD',
]

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [320, 360, 1280])
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } })
      test('every page is accessible and fits', async ({ page }) => {
        const errors: string[] = []
        page.on('pageerror', (error) => errors.push(error.message))
        page.on('console', (message) => {
          // a page that is not there is asked for on purpose
          if (message.type() === 'error' && !message.text().includes('404')) errors.push(message.text())
        })
        for (const path of pages) {
          await page.goto(path)
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
          await page.waitForLoadState('networkidle')
          await expectAccessible(page, path)
        }
        expect(errors).toEqual([])
      })
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
  const lesson = module.lessons[0]!
  await page.goto(`/modules/${slug}/lessons/${lesson.slug}`)
  await expect(page.getByRole('heading', { level: 1, name: lesson.matter.title })).toBeVisible()
  await expect(page.getByText('Farhana has 412 contacts in her phone.')).toBeVisible()
  await context.close()
})
