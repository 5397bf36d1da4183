/**
 * Does what is open on the screen, as somebody does who reads from top to bottom: choose, write, tick, press on. It knows no kind of
 * activity; what leads sideways is told to it.
 */
import { expect, type Locator, type Page } from '@playwright/test'
import type { Activity } from '#lib/activity/schema.ts'
import type { Hand } from './hand.ts'

export type Doing<A extends Activity = Activity> = {
  page: Page
  hand: Hand
  region: Locator
  activity: A
  /** called on each screen of the activity */
  seen(): Promise<void>
}

/** What is open on the screen, and what to do with it. */
type Next = { do: 'check' | 'write' | 'select' | 'press'; at: number; value: string; sign: string }
export type Wishes = {
  /** names of buttons to leave, as sources of patterns */
  leave: readonly string[]
  /** values of radio buttons to take rather than the first */
  prefer?: readonly string[]
  /** ticks in each checklist; default 1 */
  ticks?: number
  /** selects are left alone */
  noSelect?: boolean
  /** fields that hold a draft are written anew */
  rewrite?: boolean
  /** no button is pressed */
  fieldsOnly?: boolean
}

export const controls = 'button, input, select, textarea'
export const ownWords = 'Own words, with a name and a day.'
const mostSteps = 200

/** Has React taken over what the server sent? What is done before that is lost. */
export async function awake(region: Locator): Promise<void> {
  await expect
    .poll(() =>
      region
        .locator(controls)
        .evaluateAll((all) => all.length > 0 && all.every((one) => Object.keys(one).some((key) => key.startsWith('__reactProps')))),
    )
    .toBe(true)
  await expect(region.locator(':is(button, input, select, textarea):not(:disabled)').first()).toBeVisible()
}

/** Does whatever is open in the region, from top to bottom, until nothing new is open. */
export async function doWhatIsOpen({ hand, region, seen }: Pick<Doing, 'hand' | 'seen' | 'region'>, wishes: Wishes): Promise<void> {
  const pressed: string[] = []
  for (let i = 0; i < mostSteps; i++) {
    const next = await region.evaluate(findNext, { ...wishes, controls, ownWords, pressed })
    if (!next) return
    const target = region.locator(controls).nth(next.at)
    if (next.do === 'check') await hand.check(target)
    else if (next.do === 'select') await hand.select(target, next.value)
    else if (next.do === 'write') await hand.write(target, next.value)
    else {
      pressed.push(next.sign)
      await seen()
      await hand.press(target)
    }
  }
  throw new Error(`${region} is not at its end after ${mostSteps} steps`)
}

/** Runs in the page. */
function findNext(region: Element, wishes: Wishes & { controls: string; ownWords: string; pressed: string[] }): Next | null {
  const all = [...region.querySelectorAll<HTMLElement>(wishes.controls)]
  const open = all.filter((one) => one.checkVisibility() && !one.matches(':disabled, [readonly], [aria-disabled="true"]'))
  const found = (one: HTMLElement, to: Omit<Next, 'at'>): Next => ({ ...to, at: all.indexOf(one) })
  const step = (kind: Next['do'], value = '') => ({ do: kind, value, sign: '' })
  const text = (one: Element) => (one.textContent ?? '').replace(/\s+/g, ' ').trim()
  const leave = wishes.leave.map((source) => new RegExp(source, 's'))

  const inputs = open.filter((one) => one instanceof HTMLInputElement)
  for (const one of inputs) {
    if (one.type !== 'radio') continue
    const group = inputs.filter(({ type, name }) => type === 'radio' && name === one.name)
    if (group.some(({ checked }) => checked && (!wishes.prefer || group.every(({ value }) => !wishes.prefer?.includes(value))))) continue
    const wished = group.find(({ value }) => wishes.prefer?.includes(value)) ?? group[0]
    if (wished && !wished.checked) return found(wished, step('check'))
  }
  for (const one of open) {
    if (one instanceof HTMLTextAreaElement || (one instanceof HTMLInputElement && /^(text|date|search)$/.test(one.type))) {
      const value = one.type === 'date' ? '2027-03-08' : wishes.ownWords.slice(0, one.maxLength > 0 ? one.maxLength : undefined)
      if (one.value === '' || (wishes.rewrite && one.value !== value)) return found(one, step('write', value))
    }
    if (one instanceof HTMLSelectElement && one.value === '' && !wishes.noSelect) {
      const option = [...one.options].find(({ value, disabled }) => value !== '' && !disabled)
      if (option) return found(one, step('select', option.value))
    }
  }
  for (const one of inputs) {
    if (one.type !== 'checkbox') continue
    const list = one.closest('fieldset, table') ?? region
    const ticked = list.querySelectorAll('input[type="checkbox"]:checked').length
    if (!one.checked && ticked < (wishes.ticks ?? 1)) return found(one, step('check'))
  }
  if (wishes.fieldsOnly) return null
  for (const one of open) {
    if (!(one instanceof HTMLButtonElement) || one.closest('nav')) continue
    const name = one.getAttribute('aria-label') ?? text(one)
    if (leave.some((pattern) => pattern.test(name))) continue
    // the same button on the same screen does the same: once is enough
    const sign = `${name} | ${text(region)}`
    if (!wishes.pressed.includes(sign)) return found(one, { do: 'press', value: '', sign })
  }
  return null
}
