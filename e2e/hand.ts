/** How a learner works a page: with a mouse, or with nothing but a keyboard. Journeys are written once and done by both. */
import { expect, type Locator, type Page } from '@playwright/test'

export interface Hand {
  press(target: Locator): Promise<void>
  /** ticks a radio button or checkbox */
  check(target: Locator): Promise<void>
  /** takes the option with this value from a list */
  select(target: Locator, value: string): Promise<void>
  write(target: Locator, text: string): Promise<void>
}

export function mouse(): Hand {
  return {
    press: (target) => target.click(),
    async check(target) {
      // where the box itself is not drawn, one presses its words
      const drawn = ((await target.boundingBox())?.width ?? 0) > 2
      if (drawn) return target.check()
      const line = await target.locator('xpath=ancestor::label[1]').evaluate((label) => {
        label.scrollIntoView({ block: 'center', behavior: 'instant' })
        // a sentence that runs over several lines is pressed on its first
        const { x, y, width, height } = label.getClientRects()[0]!
        return { x: x + width / 2, y: y + height / 2 }
      })
      await target.page().mouse.click(line.x, line.y)
      await expect(target).toBeChecked()
    },
    select: async (target, value) => void (await target.selectOption({ value })),
    write: (target, text) => target.fill(text),
  }
}

const mostTabs = 250
const hasFocus = (element: Element) => element === document.activeElement

export function keyboard(page: Page): Hand {
  /** Tab until there, as somebody would who cannot point; a target that Tab does not reach fails the journey. */
  async function reach(target: Locator, there: (element: Element) => boolean = hasFocus): Promise<void> {
    await expect(target).toBeVisible()
    for (let i = 0; i < mostTabs; i++) {
      if (await target.evaluate(there)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`${target} cannot be reached with the Tab key`)
  }
  const inSameGroup = (element: Element) => {
    const focused = document.activeElement
    return (
      element === focused ||
      (focused instanceof HTMLInputElement && focused.type === 'radio' && focused.name === (element as HTMLInputElement).name)
    )
  }
  return {
    async press(target) {
      await reach(target)
      await page.keyboard.press('Enter')
    },
    async check(target) {
      if (await target.isChecked()) return
      const radio = (await target.getAttribute('type')) === 'radio'
      await reach(target, radio ? inSameGroup : hasFocus)
      for (let i = 0; i < 20 && !(await target.evaluate(hasFocus)); i++) await page.keyboard.press('ArrowDown')
      if (!(await target.isChecked())) await page.keyboard.press('Space')
      await expect(target).toBeChecked()
    },
    async select(target, value) {
      await reach(target)
      await page.keyboard.press('Home')
      for (let i = 0; i < 30 && (await target.inputValue()) !== value; i++) await page.keyboard.press('ArrowDown')
      await expect(target).toHaveValue(value)
    },
    async write(target, text) {
      await reach(target)
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.insertText(text)
    },
  }
}
