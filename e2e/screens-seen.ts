/**
 * Which screens of activities axe has looked at, dark on a phone or light on a wide screen, by turns. Two screens that are made of the same
 * parts in the same states are the same to it, whatever they say: it looks at the first. Whether they fit depends on what they say.
 */
import type { Page } from '@playwright/test'
import { expectAccessibleIn, expectToFit, Looks, lookAs, onePair } from './expect-accessible.ts'

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
    const here = this.#isNew(`${name} ${parts}`)
    if (this.#isNew(parts)) await expectAccessibleIn(page, this.#looks.next(), name, within)
    else if (here)
      for (const look of this.#looks.next()) {
        await lookAs(page, look)
        await expectToFit(page, `${name}, ${look.width}`)
      }
  }

  /** Looks where nothing with this key was looked at before. */
  async once(page: Page, key: string, name: string): Promise<void> {
    if (this.#isNew(key)) await expectAccessibleIn(page, this.#looks.next(), name)
  }

  #isNew(key: string): boolean {
    const { size } = this.#seen
    return this.#seen.add(key).size > size
  }
}
