/** Finding things: prepared queries, the keyboard alone, what is said when there is nothing, the glossary, and the way back to one's place. */
import { expect, type Page, test } from '@playwright/test'
import { objectId } from '#lib/course/schema.ts'
import glossary from '#lib/message/en/glossary.json' with { type: 'json' }
import layout from '#lib/message/en/layout.json' with { type: 'json' }
import lesson from '#lib/message/en/lesson.json' with { type: 'json' }
import search from '#lib/message/en/search.json' with { type: 'json' }
import { preparedQueries } from '#lib/testing/search-queries.ts'
import { expectAccessible, expectAccessibleIn, lookAs, otherPair } from './expect-accessible.ts'
import { loaded, moduleOf, readToTheEnd } from './learner.ts'

const start = '/modules/networking/lessons/with-a-plan'
const field = (page: Page) => page.getByRole('searchbox', { name: search.label })
const dialog = (page: Page) => page.getByRole('dialog', { name: layout.search })
const results = (page: Page) => page.getByRole('list', { name: search.results }).getByRole('link')

/** Pressed again where the page was still waking up. */
async function until(page: Page, act: () => Promise<void>) {
  await expect(async () => {
    if (!(await dialog(page).isVisible())) await act()
    await expect(dialog(page)).toBeVisible({ timeout: 500 })
  }).toPass()
}

async function open(page: Page, key = '/') {
  await until(page, () => page.keyboard.press(key))
  await expect(field(page)).toBeFocused()
}

test('the prepared queries, slips included, show their page among the first three', async ({ page }) => {
  await page.goto(start)
  await expect(page.getByRole('banner').getByRole('button', { name: layout.search })).toBeVisible()
  await open(page)
  for (const { query, why, page: wanted } of preparedQueries) {
    await field(page).fill(query)
    const hrefs = await results(page).evaluateAll((links) => links.slice(0, 3).map((link) => link.getAttribute('href') ?? ''))
    // a lesson is found at one of its headings
    const addresses = wanted.includes('#') ? hrefs : hrefs.map((href) => href.split('#', 1)[0])
    expect(addresses, `“${query}” (${why})`).toContain(wanted)
  }
})

test('search works by the keyboard alone, and gives the focus back', async ({ page }) => {
  await page.goto(start)
  const button = page.getByRole('banner').getByRole('button', { name: layout.search })
  await until(page, async () => {
    await button.focus()
    await page.keyboard.press('Enter')
  })
  await expect(field(page)).toBeFocused()
  // also when the page behind has become inert
  await expect(page.locator('body > [inert]').first()).toBeAttached()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  await expect(button).toBeFocused()

  await open(page, 'Control+k')
  await page.keyboard.type('empathy')
  await expect(results(page).first()).toBeVisible()
  await expect(dialog(page).getByRole('status')).toHaveText(/^\d+ results?$/)
  await page.keyboard.press('ArrowDown')
  await expect(results(page).nth(0)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(results(page).nth(1)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(field(page)).toBeFocused()
  // what is typed on a result goes on in the field
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type(' x')
  await expect(field(page)).toHaveValue(/^empathy ?x$/)
  await field(page).fill('caut matrix')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/modules\/prioritisation\/lessons\/the-caut-matrix/)
  await expect(dialog(page)).toBeHidden()
  await expect(page.getByRole('heading', { level: 1, name: 'The CAUT matrix' })).toBeVisible()
})

test('a letter typed in a field is a letter, and the key can be switched off', async ({ page }) => {
  await page.goto('/glossary')
  const filter = page.getByRole('searchbox', { name: glossary.filter })
  await filter.fill('trust')
  await filter.press('/')
  await expect(filter).toHaveValue('trust/')
  await expect(dialog(page)).toBeHidden()
  await filter.blur()
  await open(page)
  await page.getByRole('checkbox', { name: search.slash }).uncheck()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  await page.keyboard.press('/')
  await open(page, 'Control+k')
})

test('a lesson carries nothing of the search until somebody is about to use it', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(start, { waitUntil: 'networkidle' })
  expect(asked.filter((url) => url.includes('/find/'))).toEqual([])
  const before = asked.length
  const reply = page.waitForResponse((response) => response.url().includes('/search.json'))
  await page.getByRole('banner').getByRole('button', { name: layout.search }).hover()
  expect((await reply).headers()['cache-control']).toContain('immutable')
  expect(asked.length).toBeGreaterThan(before)
})

for (const look of otherPair)
  test(`search is accessible in each state, ${look.colorScheme}, ${look.width} px`, async ({ page }) => {
    await lookAs(page, look)
    await page.goto(start)
    if (look.width < 1000) {
      await page.getByRole('button', { name: layout.menu }).click()
      await expectAccessible(page, 'menu')
      await page.getByRole('navigation', { name: layout.nav }).getByRole('button', { name: layout.search }).click()
    } else await open(page)
    await expect(field(page)).toBeFocused()
    await expectAccessible(page, 'empty')
    await field(page).fill('empathy')
    await expect(results(page).first()).toBeVisible()
    await expectAccessible(page, 'results')
    await field(page).fill('xqzvw')
    await expect(page.getByRole('heading', { name: search['nothing-title'].replace('{query}', 'xqzvw') })).toBeVisible()
    await expectAccessible(page, 'nothing found')
    await page.getByRole('button', { name: search.close }).click()
    await expect(dialog(page)).toBeHidden()
    await expect(page.getByRole('button', { name: look.width < 1000 ? layout.menu : layout.search })).toBeVisible()
  })

test('without a connection search says so, and works when it is back', async ({ page }) => {
  await page.route('**/find/**', (route) => route.abort())
  await page.goto(start)
  await until(page, () => page.getByRole('banner').getByRole('button', { name: layout.search }).click())
  await expect(dialog(page).getByText(layout['search-failed'])).toBeVisible()
  await expectAccessible(page, 'failed')
  await page.unroute('**/find/**')
  await dialog(page).getByRole('button', { name: layout['search-retry'] }).click()
  await expect(field(page)).toBeFocused()
})

test('a term leads from a lesson to its place in the glossary, and from there to the lessons', async ({ page }) => {
  await page.goto('/modules/prioritisation/lessons/the-caut-matrix')
  await page.getByRole('article').getByRole('button', { name: 'CAUT', exact: true }).first().click()
  await page.getByRole('note').getByRole('link', { name: lesson['term-more'] }).click()
  await expect(page).toHaveURL('/glossary#caut')
  const entry = page.locator('#caut')
  await expect(entry).toBeInViewport()
  await entry.getByRole('link', { name: 'The CAUT matrix' }).click()
  await expect(page).toHaveURL('/modules/prioritisation/lessons/the-caut-matrix')
})

test('the glossary has every term, and shows only those asked for', async ({ page }) => {
  await page.goto('/glossary')
  const terms = page.locator('[data-term]')
  await expect(terms).toHaveCount(Object.keys(loaded.glossary).length)
  await expectAccessibleIn(page, otherPair, 'glossary')
  const filter = page.getByRole('searchbox', { name: glossary.filter })
  // filled again where the page was still waking up
  await expect(async () => {
    await filter.fill('')
    await filter.fill('CAUT')
    await expect(terms.filter({ visible: true })).toHaveCount(1, { timeout: 1_000 })
  }).toPass()
  await expect(page.locator('#caut')).toBeVisible()
  await filter.fill('xqzvw')
  await expect(terms.filter({ visible: true })).toHaveCount(0)
  await expectAccessible(page, 'glossary, nothing left')
  await page.getByRole('button', { name: glossary.all }).click()
  await expect(terms.filter({ visible: true })).toHaveCount(Object.keys(loaded.glossary).length)
  await expect(filter).toBeFocused()
  await page.emulateMedia({ media: 'print' })
  await expect(filter).toBeHidden()
  await expect(page.locator('#caut')).toBeVisible()
})

test('the navigation says where one is, and goes on from any page at one’s own place', async ({ page }) => {
  const { slug, lessons } = moduleOf('networking')
  await page.goto(`/modules/${slug}/lessons/${lessons[0]!.slug}`)
  const nav = page.getByRole('navigation', { name: layout.nav })
  await expect(nav.getByRole('link', { name: layout['nav-course'] })).toHaveAttribute('aria-current', 'true')
  await readToTheEnd(page, objectId.lesson(slug, lessons[0]!.slug))
  await page.goto('/toolkit')
  await expect(nav.getByRole('link', { name: layout['nav-toolkit'] })).toHaveAttribute('aria-current', 'page')
  await nav.getByRole('link', { name: layout['go-on'] }).click()
  await expect(page).toHaveURL(`/modules/${slug}/lessons/${lessons[1]!.slug}`)
})

test('without script the menu opens, and “Go on” leads to the button that knows', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
    ...(baseURL ? { baseURL } : {}),
  })
  const page = await context.newPage()
  await page.goto('/glossary')
  await page.getByRole('button', { name: layout.menu }).click()
  await page.getByRole('navigation', { name: layout.nav }).getByRole('link', { name: layout['go-on'] }).click()
  await expect(page).toHaveURL('/#go-on')
  await context.close()
})
