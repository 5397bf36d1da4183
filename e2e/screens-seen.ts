/**
 * Which screens of activities axe has looked at. Two screens of a kind that are made of the same parts in the same states are the same
 * to it, whatever they say; the first one is looked at, dark on a phone or light on a wide screen, by turns.
 */
import type { Page } from '@playwright/test'
import { expectAccessibleIn, Looks, onePair } from './expect-accessible.ts'

export class ScreensSeen {
  readonly #seen = new Set<string>()
  readonly #looks = new Looks(onePair)

  /** @param within selector of the activity */
  async look(page: Page, name: string, within: string): Promise<void> {
    const parts = await page.locator(within).evaluate((region) => {
      const states = ['disabled', 'checked', 'aria-pressed', 'aria-expanded', 'aria-current', 'data-mark', 'data-state', 'data-fit']
      const all = [...region.querySelectorAll('*')].filter((one) => one.checkVisibility())
      const described = all.map((one) => [one.tagName, one.getAttribute('class'), ...states.map((name) => one.getAttribute(name))].join())
      return [...new Set(described)].sort().join('\n')
    })
    await this.once(page, `${name} ${parts}`, name, within)
  }

  /** Looks where nothing with this key was looked at before. */
  async once(page: Page, key: string, name: string, within?: string): Promise<void> {
    if (this.#seen.has(key)) return
    this.#seen.add(key)
    await expectAccessibleIn(page, this.#looks.next(), name, within)
  }
}
