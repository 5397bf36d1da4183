/** What a learner did in the moment before a page is left is there afterwards, also where the browser takes its transactions away with it. */
import { expect, test } from '@playwright/test'
import { keyboard } from './hand.ts'
import { moduleOf } from './learner.ts'

const { module } = moduleOf('networking')

test('a choice made with the keyboard is kept when the page is left at once', async ({ page }) => {
  // what happens now and then in a browser happens here each time: nothing begun on the way out arrives
  await page.addInitScript(() => {
    let left = false
    addEventListener('pagehide', () => (left = true), { capture: true })
    const { transaction } = IDBDatabase.prototype
    IDBDatabase.prototype.transaction = function (...given) {
      const made = transaction.apply(this, given)
      if (left && given[1] === 'readwrite') made.abort()
      return made
    }
  })
  await page.goto('/modules/networking')
  await expect(page.getByRole('heading', { level: 1, name: module.title })).toBeVisible()
  const option = page.getByRole('region', { name: 'Two guesses' }).getByRole('radio').first()
  await expect.poll(() => option.evaluate((one) => Object.keys(one).some((key) => key.startsWith('__reactProps')))).toBe(true)
  await keyboard(page).check(option)
  await page.reload()
  await expect(option).toBeChecked()
  // and it has moved to where the rest is
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('last-words')))).toEqual([])
})
