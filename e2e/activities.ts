/**
 * A learner who does an activity of any kind to its end. Most kinds are done by doing what is open on the screen; the others have a
 * hand of their own. The proof is in the learner's own record, see `ended`.
 */
import type { Locator, Page } from '@playwright/test'
import type { Activity, ActivityKind } from '#lib/activity/schema.ts'
import { ownHands, readAgain } from './activity-hands.ts'
import { sidewaysOf } from './activity-words.ts'
import { awake, type Doing, doWhatIsOpen } from './do-what-is-open.ts'
import type { Hand } from './hand.ts'
import type { Kept } from './own-record.ts'

/** Does one activity to its end. @param seen called on each of its screens */
export async function workThrough(
  page: Page,
  hand: Hand,
  activity: Activity,
  seen: () => Promise<void> = async () => undefined,
): Promise<void> {
  const doing: Doing = { page, hand, region: regionOf(page, activity), activity, seen }
  await awake(doing.region)
  const own = ownHands[activity.kind] as ((doing: Doing) => Promise<void>) | undefined
  if (own) await own(doing)
  else await doWhatIsOpen(doing, { leave: sidewaysOf(activity) })
  await seen()
}

export function selectorOf({ kind, id }: Activity): string {
  return `section[id="${kind === 'simulation' ? id : `activity-${id}`}"]`
}

export function regionOf(page: Page, activity: Activity): Locator {
  return page.locator(selectorOf(activity))
}

/** Kinds without an end: what a learner did in them is in their statements all the same. */
const endless: Partial<Record<ActivityKind, number>> = { choice: 1, guesses: 1, recall: 1, 'mixed-round': 1 }

/** Brings back what a reload closes: the reading of a picture is not kept, what it reads is. */
export async function resume(page: Page, hand: Hand, activity: Activity): Promise<void> {
  const doing: Doing = { page, hand, region: regionOf(page, activity), activity, seen: async () => undefined }
  await awake(doing.region)
  await readAgain(doing)
}

/** Is this activity at its end, as far as the record says? */
export function ended(record: readonly Kept[], object: string, activity: Activity): boolean {
  const own = record.filter((one) => one.object === object)
  if (activity.kind === 'mixed-round') return own.length >= activity.cards.length
  return activity.kind in endless ? own.length > 0 : own.some(({ result }) => result?.completion === true)
}

/**
 * The part of an activity that a reload brings back as it was. In a ladder, why the last rung holds is said once, at the moment it is
 * climbed; in a sketch, that the last contact was placed.
 */
function lasting(region: Locator, { kind }: Activity): Locator {
  return kind === 'ladder' || kind === 'sketch' ? region.getByRole('list').first() : region
}

/** What stands in the region, as a reader sees it: its text, and what is written, chosen and ticked in it. */
export async function standing(page: Page, activity: Activity): Promise<string> {
  return lasting(regionOf(page, activity), activity).evaluate((element) => {
    const text = element.textContent
    const filled = [...element.querySelectorAll<HTMLInputElement>('input, select, textarea')]
      .filter((one) => one.checkVisibility())
      .map((one) => (/^(radio|checkbox)$/.test(one.type) ? (one.checked ? 'x' : '.') : one.value))
    return `${text} | ${filled.join(' ')}`.replace(/\s+/g, ' ').trim()
  })
}
