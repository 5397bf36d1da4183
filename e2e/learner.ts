/** What a learner does in a module, in steps that a journey puts together. Keys come from the content, as only a test may read it. */
import { expect, type Page } from '@playwright/test'
import { type LoadedModule, loadCourse } from '#lib/course/load-course.ts'
import quiz from '#lib/message/en/quiz.json' with { type: 'json' }
import say from '#lib/message/en/scenario.json' with { type: 'json' }
import type { Item } from '#lib/quiz/schema.ts'
import type { Scenario } from '#lib/scenario/schema.ts'
import type { Hand } from './hand.ts'
import { ownRecord } from './own-record.ts'

export const loaded = await loadCourse()
/** in the order of the course */
export const modules = loaded.course.modules.flatMap(({ slug }) => loaded.modules.get(slug) ?? [])

export function moduleOf(slug: string): LoadedModule {
  const module = loaded.modules.get(slug)
  if (!module) throw new Error(`the module ${slug} is missing`)
  return module
}

/** A name that is one of these words, whole. */
export const oneOf = (...words: string[]) => new RegExp(`^(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})$`)
const verdicts = oneOf(
  ...[quiz.marked_full, quiz.marked_partial, quiz.marked_none, quiz.practice_full, quiz.practice_partial, quiz.practice_none],
)

/** Text of an author as it stands on the screen. */
export const plain = (text: string) => text.replaceAll('*', '').replace(/\s+/g, ' ').trim()

/**
 * Scrolls as a reader does until the end of the text was seen, and until the site knows.
 * @param lesson its object. @param times how often it has been read then
 */
export async function readToTheEnd(page: Page, lesson: string, times = 1): Promise<void> {
  await page.keyboard.press('End')
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
  const readings = async () => (await ownRecord(page)).filter(({ object, verb }) => object === lesson && verb === 'experienced').length
  await expect.poll(readings, `${lesson} read`).toBeGreaterThanOrEqual(times)
}

/** After a reload in the middle of a check. */
export async function goOnWithTheCheck(page: Page, hand: Hand): Promise<void> {
  const goOn = page.getByRole('button', { name: quiz.goOn })
  await expect(goOn.or(page.locator('h2[id$="-stem"]')).first()).toBeVisible()
  if (await goOn.isVisible()) await hand.press(goOn)
}

/** Everything is with the site: nothing waits in the outbox. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByRole('banner').getByText('Saved', { exact: true })).toBeVisible()
}

/** Plays on from the scene on the screen until an ending, always with the choice of this quality where there is one. */
export async function playScenario(
  page: Page,
  hand: Hand,
  scenario: Scenario,
  quality: 'strong' | 'weak',
  scenes = Number.POSITIVE_INFINITY,
): Promise<void> {
  for (let i = 0; i < scenes; i++) {
    const title = page.getByRole('heading', { level: 2 }).first()
    const name = plain((await title.textContent()) ?? '')
    if (scenario.endings.some((ending) => plain(ending.title) === name)) return
    const scene = scenario.scenes.find((one) => plain(one.title) === name)
    if (!scene) throw new Error(`“${name}” is neither a scene nor an ending`)
    const offered = await page.getByRole('list', { name: say.choose }).getByRole('button').allTextContents()
    const choices = scene.choices.filter(({ text }) => offered.some((one) => plain(one) === plain(text)))
    const choice = choices.find((one) => one.quality === quality) ?? choices[0]
    if (!choice) throw new Error(`“${name}” offers nothing that the story has`)
    await choose(page, hand, choice.text)
    await goOn(page, hand)
  }
}

/** Takes a choice of the scene on the screen; what follows from it is then on the screen. */
export async function choose(page: Page, hand: Hand, text: string): Promise<void> {
  await hand.press(page.getByRole('button', { name: plain(text), exact: true }))
  await expect(page.getByRole('heading', { name: say.happens })).toBeFocused()
}

/** From what followed to the next scene, or to the ending. */
export async function goOn(page: Page, hand: Hand): Promise<void> {
  await hand.press(page.getByRole('button', { name: oneOf(say.goOn, say.goOnToEnd) }))
  await expect(page.getByRole('heading', { name: say.happens })).toBeHidden()
}

/** The item on the screen. */
export async function itemOnScreen(page: Page, items: readonly Item[]): Promise<Item> {
  const id = await page.locator('h2[id$="-stem"]').getAttribute('id')
  const item = items.find((one) => `${one.id}-stem` === id)
  if (!item) throw new Error(`no item has the heading ${id}`)
  return item
}

/** Fills in a response to the item on the screen, the key or something else. */
export async function fillIn(page: Page, hand: Hand, item: Item, right: boolean): Promise<void> {
  const option = (value: string) => page.locator(`main input[name="${item.id}"][value="${value}"], main input[value="${value}"]`).first()
  const place = (text: string) => page.getByRole('combobox', { name: quiz.place.replace('{text}', text), exact: true })
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
  items: readonly Item[],
  right: boolean,
  count = Number.POSITIVE_INFINITY,
  each?: (item: Item, state: 'asked' | 'marked') => Promise<void>,
): Promise<void> {
  for (let i = 0; i < count; i++) {
    const item = await itemOnScreen(page, items)
    await each?.(item, 'asked')
    await fillIn(page, hand, item, right)
    await hand.press(page.getByRole('button', { name: quiz.check, exact: true }))
    await expect(page.getByRole('heading', { name: verdicts })).toBeFocused()
    await each?.(item, 'marked')
    const last = page.getByRole('button', { name: quiz.toResult, exact: true })
    const ended = await last.isVisible()
    await hand.press(ended ? last : page.getByRole('button', { name: quiz.next, exact: true }))
    if (ended) return
    await expect(page.locator(`[id="${item.id}-stem"]`)).toBeHidden()
  }
}
