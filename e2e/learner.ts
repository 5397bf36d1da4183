/** What a learner does in a module, in steps that a journey puts together. Keys come from the content, as only a test may read it. */
import { expect, type Page } from '@playwright/test'
import { loadCourse } from '#lib/course/load-course.ts'
import type { Item } from '#lib/quiz/schema.ts'
import type { Hand } from './hand.ts'

export const slug = 'networking'
const course = await loadCourse()
const found = course.modules.get(slug)
if (!found) throw new Error(`the module ${slug} is missing`)
export const module = found
const plain = (text: string) => text.replaceAll('*', '').replace(/\s+/g, ' ').trim()

/** Scrolls through the lesson as a reader does, until the end of the text was seen. */
export async function readToTheEnd(page: Page): Promise<void> {
  await page.keyboard.press('End')
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
}

/** Everything is with the site: nothing waits in the outbox. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByRole('banner').getByText('Saved', { exact: true })).toBeVisible()
}

/** Plays on from the scene on the screen until an ending, always with the choice of this quality where there is one. */
export async function playScenario(page: Page, hand: Hand, quality: 'strong' | 'weak', scenes = Number.POSITIVE_INFINITY): Promise<void> {
  const scenario = module.scenario!
  for (let i = 0; i < scenes; i++) {
    const title = page.getByRole('heading', { level: 2 }).first()
    const name = plain((await title.textContent()) ?? '')
    if (scenario.endings.some((ending) => plain(ending.title) === name)) return
    const scene = scenario.scenes.find((one) => plain(one.title) === name)
    if (!scene) throw new Error(`“${name}” is neither a scene nor an ending`)
    const choice = scene.choices.find((one) => one.quality === quality) ?? scene.choices[0]!
    await hand.press(page.getByRole('button', { name: plain(choice.text), exact: true }))
    await expect(page.getByRole('heading', { name: 'What happens' })).toBeFocused()
    await hand.press(page.getByRole('button', { name: /^(Go on|See how it turns out)$/ }))
    await expect(page.getByRole('heading', { name: 'What happens' })).toBeHidden()
  }
}

/** The item on the screen. */
export async function itemOnScreen(page: Page): Promise<Item> {
  const id = await page.locator('h2[id$="-stem"]').getAttribute('id')
  const item = module.items.find((one) => `${one.id}-stem` === id)
  if (!item) throw new Error(`no item has the heading ${id}`)
  return item
}

/** Fills in a response to the item on the screen, the key or something else. */
export async function fillIn(page: Page, hand: Hand, item: Item, right: boolean): Promise<void> {
  const option = (value: string) => page.locator(`main input[name="${item.id}"][value="${value}"], main input[value="${value}"]`).first()
  const place = (text: string) => page.getByRole('combobox', { name: `Place of: ${text}`, exact: true })
  switch (item.kind) {
    case 'single':
    case 'tf-reason':
      return hand.check(option(right ? item.key : item.options.find(({ id }) => id !== item.key)!.id))
    case 'multi': {
      const wrong = item.options.filter(({ id }) => !item.key.includes(id)).map(({ id }) => id)
      for (const id of right ? item.key : [...wrong, ...item.key].slice(0, item.key.length)) await hand.check(option(id))
      return
    }
    case 'order':
    case 'sjt':
      // as it is shown, it is never the key
      if (right) for (const [i, { text }] of item.options.entries()) await hand.select(place(text), String(i + 1))
      return
    case 'match': {
      const rights = item.pairs.map((pair) => pair.right.id)
      for (const [i, { left }] of item.pairs.entries())
        await hand.select(
          page.getByRole('combobox', { name: left.text, exact: true }),
          right ? rights[i]! : rights[(i + 1) % rights.length]!,
        )
      return
    }
    case 'sort':
      for (const card of item.cards) {
        const wrong = item.categories.find(({ id }) => id !== card.category)!.id
        await hand.check(page.locator(`input[name="${item.id}-${card.id}"][value="${right ? card.category : wrong}"]`))
      }
      return
    case 'reflect':
      throw new Error('a reflection is not asked in a check')
  }
}

/** Responds to the items from the one on the screen on; stops before the next one after `count`, or at the result. */
export async function respond(
  page: Page,
  hand: Hand,
  right: boolean,
  count = Number.POSITIVE_INFINITY,
  each?: (item: Item, state: 'asked' | 'marked') => Promise<void>,
): Promise<void> {
  for (let i = 0; i < count; i++) {
    const item = await itemOnScreen(page)
    await each?.(item, 'asked')
    await fillIn(page, hand, item, right)
    await hand.press(page.getByRole('button', { name: 'Check my response' }))
    await expect(
      page.getByRole('heading', {
        name: /^(Right|Partly right|Not yet|The same order as ours|Close to our order|Another order than ours)$/,
      }),
    ).toBeFocused()
    await each?.(item, 'marked')
    const last = page.getByRole('button', { name: 'See the result' })
    const ended = await last.isVisible()
    await hand.press(ended ? last : page.getByRole('button', { name: 'Next question' }))
    if (ended) return
    await expect(page.locator(`[id="${item.id}-stem"]`)).toBeHidden()
  }
}
