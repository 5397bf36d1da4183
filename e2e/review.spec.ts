/**
 * Reviews over two months. The clock of the browser stands where the table says; the record of the completed modules is moved back
 * to the first days, and the site's own clock stays what it is. The table is written by hand, from the course design.
 */
import { expect, type Page, test } from '@playwright/test'
import quiz from '#lib/message/en/quiz.json' with { type: 'json' }
import say from '#lib/message/en/review.json' with { type: 'json' }
import type { Item } from '#lib/quiz/schema.ts'
import { expectAccessibleIn, Looks, onePair, otherPair } from './expect-accessible.ts'
import { type Hand, mouse } from './hand.ts'
import { expectSaved, fillIn, moduleOf, oneOf } from './learner.ts'
import { satisfyModule } from './satisfy-module.ts'

const day = 24 * 60 * 60 * 1000
const networking = moduleOf('networking')
const picture = moduleOf('big-picture')
const numbers: Record<string, string> = { [networking.number]: 'networking', [picture.number]: 'big-picture' }

/** networking is completed on day 0, the bigger picture on day 2 */
const begins: Record<string, number> = { networking: 0, 'big-picture': 2 }
type Expected = { recall: number; item: number; task?: string; ending?: string; from?: Record<string, number>; late?: boolean }
const table: Record<number, Expected | null> = {
  0: null,
  1: { recall: 2, item: 2, from: { networking: 4 } },
  2: null,
  // day 3 of the one and day 1 of the other, as one
  3: { recall: 2, item: 4, from: { networking: 3, 'big-picture': 3 } },
  4: null,
  5: { recall: 2, item: 2, from: { networking: 2, 'big-picture': 2 } },
  7: { recall: 1, item: 3, task: 'networking', from: { networking: 4 } },
  9: { recall: 1, item: 3, task: 'big-picture', from: { 'big-picture': 4 } },
  12: null,
  // one item of networking is missed here
  21: { recall: 2, item: 4, from: { networking: 3, 'big-picture': 3 } },
  23: { recall: 2, item: 4, from: { networking: 3, 'big-picture': 3 } },
  34: null,
  // fourteen days later: one step earlier than day 60
  35: { recall: 0, item: 1, from: { networking: 1 } },
  59: null,
  // days 60 and 62 were missed: one review, with the ending that waits longest
  66: { recall: 2, item: 4, ending: 'networking', from: { networking: 3, 'big-picture': 3 }, late: true },
  67: null,
}
const last = 70

type Seen = { recall: number; item: number; task?: string; ending?: string; from: Record<string, number> }
type Step = { kind: 'recall' | 'item' | 'task' | 'ending'; module: string; item?: Item }

async function stepOn(page: Page): Promise<Step> {
  const session = page.locator('[data-at="session"]')
  const module = numbers[(await session.getAttribute('data-module')) ?? '']!
  const kicker = await session.locator('section p').first().textContent()
  const kind = (
    { [say.recallKicker]: 'recall', [say.itemKicker]: 'item', [say.taskKicker]: 'task', [say.endingKicker]: 'ending' } as const
  )[kicker ?? '']!
  if (kind !== 'item') return { kind, module }
  const id = await session.locator('h2[id$="-stem"]').getAttribute('id')
  return { kind, module, item: moduleOf(module).items.find((one) => `${one.id}-stem` === id)! }
}

const next = (page: Page) => page.getByRole('button', { name: oneOf(say.next, say.last) })

/** Does the step on the screen and goes on. */
async function doStep(page: Page, hand: Hand, right: boolean, each: (state: string) => Promise<void>): Promise<Step> {
  const step = await stepOn(page)
  await expect(page.locator('[data-at="session"] h2')).toBeFocused()
  await each(`${step.kind} asked`)
  switch (step.kind) {
    case 'item':
      await fillIn(page, hand, step.item!, right)
      await hand.press(page.getByRole('button', { name: quiz.check, exact: true }))
      await expect(
        page.getByRole('heading', { name: right ? oneOf(quiz.marked_full) : oneOf(quiz.marked_none, quiz.marked_partial) }),
      ).toBeFocused()
      await each('item marked')
      break
    case 'recall': {
      const title = (await page.locator('[data-at="session"] h2').textContent()) ?? ''
      const recall = moduleOf(step.module)
        .lessons.flatMap(({ matter }) => matter.activities)
        .find((one) => one.kind === 'recall' && one.title === title)
      if (recall?.kind !== 'recall') throw new Error(`“${title}” is no recall`)
      await hand.write(page.getByLabel(say.recallLabel), right ? recall.answer.toUpperCase() : 'Nothing comes to mind')
      await hand.press(page.getByRole('button', { name: say.compare, exact: true }))
      await expect(page.getByRole('heading', { name: say.answer })).toBeFocused()
      for (const { text } of recall.points) await expect(page.getByRole('checkbox', { name: text })).toBeChecked({ checked: right })
      await each('recall compared')
      break
    }
    case 'task':
      await hand.check(page.getByRole('radio', { name: say['task_not-yet'] }))
      await expect(page.getByRole('link', { name: say.taskPlan })).toBeVisible()
      await hand.write(page.getByLabel(say.taskWhat), 'The week was full of visits.')
      await each('task answered')
      break
    case 'ending':
      await hand.write(page.getByLabel(say.endingLabel), 'They trusted us early.')
      await hand.press(page.getByRole('button', { name: say.endingCompare, exact: true }))
      await each('ending compared')
      break
  }
  await hand.press(next(page))
  return step
}

test('reviews come on the days of the course design, in the size of it, for sixty days', async ({ page, context }) => {
  test.setTimeout(300_000)
  const hand = mouse()
  const looks = new Looks(onePair)
  const seenStates = new Set<string>()
  const look = async (state: string) => {
    if (seenStates.has(state)) return
    seenStates.add(state)
    await expectAccessibleIn(page, looks.next(), state)
  }
  const begin = Date.now() - last * day
  const at = (count: number) => new Date(begin + count * day)

  await page.clock.setFixedTime(at(0))
  await page.goto('/review')
  await expect(page.getByRole('heading', { name: say.noneTitle })).toBeVisible()
  await expectAccessibleIn(page, [...onePair, ...otherPair], 'nothing completed yet')

  await satisfyModule(page.request, networking)
  await satisfyModule(page.request, picture)
  const now = Date.now()
  // the completed modules are moved back; what the browser made itself comes as it is
  await page.route('**/api/statements?**', async (route) => {
    const reply = await route.fetch()
    const body = await reply.json()
    for (const one of body.value?.statements ?? []) {
      const module = one.object.split('/')[0]
      if (one.at > now - day && !/^[^/]+\/review(\/|$)/.test(one.object)) one.at -= (last - begins[module]!) * day
    }
    await route.fulfill({ response: reply, json: body })
  })
  await page.evaluate(() => indexedDB.deleteDatabase('common-ground'))

  for (const [key, expected] of Object.entries(table)) {
    const today = Number(key)
    await page.clock.setFixedTime(at(today))
    await page.goto('/review')
    if (expected === null) {
      await expect(page.getByRole('heading', { name: say.restTitle }), `day ${today}`).toBeVisible()
      await look('nothing due')
      continue
    }
    await expect(page.getByRole('heading', { name: say.dueTitle }), `day ${today}`).toBeVisible()
    await expect(page.getByText(say.dueLate)).toBeVisible({ visible: expected.late ?? false })
    await look('due')
    const offline = today === 9
    if (offline) await context.setOffline(true)
    await hand.press(page.getByRole('button', { name: say.start, exact: true }))

    const seen: Seen = { recall: 0, item: 0, from: {} }
    let missed = false
    const total = expected.recall + expected.item + (expected.task ? 1 : 0) + (expected.ending ? 1 : 0)
    for (let index = 1; index <= total; index++) {
      await expect(page.getByText(say.position.replace('{index}', String(index)).replace('{total}', String(total)))).toBeVisible()
      if (today === 3 && index === 3) {
        await hand.press(page.getByRole('button', { name: say.stop, exact: true }))
        await expect(page.getByRole('heading', { name: say.openTitle })).toBeFocused()
        await look('in the middle')
        await page.reload()
        await hand.press(page.getByRole('button', { name: say.goOn, exact: true }))
        await expect(page.getByText(`Step 3 of ${total}`)).toBeVisible()
      }
      const { kind, module } = await stepOn(page)
      const miss: boolean = today === 21 && !missed && kind === 'item' && module === 'networking'
      missed ||= miss
      const step = await doStep(page, hand, !miss, look)
      if (step.kind === 'task' || step.kind === 'ending') seen[step.kind] = step.module
      else {
        seen[step.kind] += 1
        seen.from[step.module] = (seen.from[step.module] ?? 0) + 1
      }
    }
    const { late: _late, ...wanted } = expected
    expect({ day: today, ...seen }).toEqual({ day: today, ...wanted })
    await expect(page.getByRole('heading', { name: say.doneTitle })).toBeFocused()
    if (offline) {
      await expect(page.getByText(say.offline)).toBeVisible()
      await look('offline')
      await context.setOffline(false)
    }
    await look('done for today')
    if (today === 21) await expect(page.getByText('You remembered 5 of 6.')).toBeVisible()
  }
  await expectSaved(page)
  await page.getByText(say.wordsTitle).click()
  await expect(page.getByText('They trusted us early.')).toBeVisible()
  await look('words kept')

  await practise(page, hand)
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

/** Practising anyway is small, and offered once a day. */
async function practise(page: Page, hand: Hand): Promise<void> {
  await hand.press(page.getByRole('button', { name: say.extra, exact: true }))
  for (let index = 1; index <= 4; index++) {
    await expect(page.getByText(`Step ${index} of 4`)).toBeVisible()
    await doStep(page, hand, true, async () => undefined)
  }
  await expect(page.getByText(say.extraDone)).toBeVisible()
}

test('the next days go into a calendar, and no item leaves the site before its check is reached', async ({ page }) => {
  const empty = await (await page.request.get('/api/review/deck')).json()
  expect(empty.value).toMatchObject({ pieces: [], modules: [] })
  await satisfyModule(page.request, networking)
  const text = await (await page.request.get('/api/review/deck')).text()
  expect(text).toContain(networking.items[0]!.id)
  for (const { id } of picture.items) expect(text).not.toContain(id)

  await page.goto('/review')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: say.calendar }).click()
  const content = await (await (await download).createReadStream()).toArray()
  const lines = Buffer.concat(content).toString().split('\r\n')
  // after 1, 3, 7, 21 and 60 days
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(5)
})
