import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'

// axe itself, as @axe-core/playwright brings it. Without frames there is nothing to put together from parts, and asking the page once
// takes a fifth of the time of its builder.
const { source } = createRequire(import.meta.resolve('@axe-core/playwright'))('axe-core/axe.min.js') as { source: string }

type Axe = { run(context: string | Document, options: object): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }> }

const options = {
  resultTypes: ['violations'],
  // no rule of these reads the style sheets themselves
  preload: false,
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
}

/** axe finds nothing on the page as it stands, and nothing sticks out sideways. @param within selector: axe looks at this part only */
export async function expectAccessible(page: Page, state: string, within?: string): Promise<void> {
  // gone to without a load, a page may be there a moment before its title: what comes over the line in pieces is shown in pieces
  await expect(page, state).toHaveTitle(/\S/)
  await standStill(page)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const found = await page.evaluate(
    async ({ within, options }) => {
      const { axe } = window as unknown as { axe: Axe }
      // a bar that stays at the edge covers a part of whatever scrolls behind it, which axe takes for a target too small to hit
      const bars = [...document.querySelectorAll<HTMLElement>('nav, header')].filter((one) => getComputedStyle(one).position === 'sticky')
      for (const bar of bars) bar.style.position = 'static'
      const { violations } = await axe.run(within ?? document, options)
      for (const bar of bars) bar.style.position = ''
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`)
    },
    { within, options },
  )
  expect(found, state).toEqual([])
  await expectToFit(page, state)
}

/**
 * What is still fading has another contrast than what is there, and a change of theme begins transitions everywhere: none run while
 * axe looks. A constructed style sheet is the page's own, so the content security policy has nothing to say about it.
 */
async function standStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const still = new CSSStyleSheet()
    still.replaceSync(
      '*, *::before, *::after { transition: none !important; animation-duration: 0s !important; animation-delay: 0s !important }',
    )
    if (!document.adoptedStyleSheets.some((sheet) => sheet.media.mediaText === 'all')) {
      still.media.mediaText = 'all'
      document.adoptedStyleSheets.push(still)
    }
    await new Promise(requestAnimationFrame)
    // what a script moves knows no style sheet; one that follows the scrolling has no end of its own
    for (const one of document.getAnimations())
      if (one.timeline === document.timeline && one.effect?.getTiming().iterations !== Number.POSITIVE_INFINITY) one.finish()
    await new Promise(requestAnimationFrame)
  })
}

/** Nothing sticks out sideways. */
export async function expectToFit(page: Page, state: string): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(over, `${state}: wider than the screen`).toBeLessThanOrEqual(0)
}

type Look = { colorScheme: 'light' | 'dark'; width: number }
const dark360: Look = { colorScheme: 'dark', width: 360 }
const light1280: Look = { colorScheme: 'light', width: 1280 }
/**
 * Both themes and both widths, in two looks. A page is seen in one pair as it opens and in the other after something was done on it, so
 * over all journeys it is seen in each theme at each width, at half the price.
 */
export const onePair: readonly Look[] = [dark360, light1280]
export const otherPair: readonly Look[] = [
  { colorScheme: 'light', width: 360 },
  { colorScheme: 'dark', width: 1280 },
]
export const everyLook: readonly Look[] = [...onePair, ...otherPair]

/** One look after the other, state by state: all are seen of each kind of thing, and each state is paid for once. */
export class Looks {
  readonly #pair: readonly Look[]
  #count = 0
  constructor(pair: readonly Look[]) {
    this.#pair = pair
  }
  next(): readonly Look[] {
    return [this.#pair[this.#count++ % this.#pair.length]!]
  }
}

export async function lookAs(page: Page, { colorScheme, width }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.setViewportSize({ width, height: 900 })
}

/** The same state in each of these looks, without a load in between. */
export async function expectAccessibleIn(page: Page, looks: readonly Look[], state: string, within?: string): Promise<void> {
  for (const look of looks) {
    await lookAs(page, look)
    await expectAccessible(page, `${state}, ${look.colorScheme}, ${look.width}`, within)
  }
}
