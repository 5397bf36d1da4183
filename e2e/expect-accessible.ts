import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** axe finds nothing on the page as it stands, and nothing sticks out sideways. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  // what is still fading in has another contrast than what is there
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        // one that follows the scrolling has no end of its own
        .filter((one) => one.timeline === document.timeline && one.effect?.getTiming().iterations !== Number.POSITIVE_INFINITY)
        .map((one) => one.finished.catch(() => undefined)),
    ),
  )
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`)
  expect(found, state).toEqual([])
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(over, `${state}: wider than the screen`).toBeLessThanOrEqual(0)
}
