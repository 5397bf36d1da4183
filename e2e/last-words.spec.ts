/** What a learner did in the moment before a page is left is there afterwards, also where the browser takes its transactions away with it. */
import { expect, type Locator, type Page, test } from '@playwright/test'
import { awake } from './do-what-is-open.ts'
import { keyboard } from './hand.ts'
import { moduleOf } from './learner.ts'
import { ownRecord } from './own-record.ts'

const { module } = moduleOf('networking')

async function firstGuess(page: Page): Promise<Locator> {
  await page.goto('/modules/networking')
  await expect(page.getByRole('heading', { level: 1, name: module.title })).toBeVisible()
  const guesses = page.getByRole('region', { name: 'Two guesses' })
  await awake(guesses)
  return guesses.getByRole('radio').first()
}

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
  const option = await firstGuess(page)
  await keyboard(page).check(option)
  await page.reload()
  await expect(option).toBeChecked()
  // and it has moved to where the rest is
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('last-words')))).toEqual([])
})

test('a choice made with the keyboard counts when the page is put away, before it has rested', async ({ page }) => {
  // nothing in the page rests that long
  await page.addInitScript(() => {
    const { setTimeout } = window
    window.setTimeout = ((act: () => void, wait?: number, ...given: []) =>
      wait === 900 ? 0 : setTimeout(act, wait, ...given)) as typeof window.setTimeout
  })
  const option = await firstGuess(page)
  await keyboard(page).check(option)
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await expect.poll(async () => (await ownRecord(page)).map(({ verb }) => verb)).toContain('answered')
})
