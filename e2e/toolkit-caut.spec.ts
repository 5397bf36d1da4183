/**
 * A CAUT log over two weeks: filled with nothing but a keyboard, thought over in the matrix, compared, taken out, erased and brought
 * back equal. The clock of the browser stands on two Fridays.
 */
import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import log from '#lib/message/en/activity/log.json' with { type: 'json' }
import say from '#lib/message/en/toolkit/caut-log.json' with { type: 'json' }
import common from '#lib/message/en/toolkit/common.json' with { type: 'json' }
import { expectAccessibleIn, Looks, otherPair } from './expect-accessible.ts'
import { keyboard } from './hand.ts'

type Letter = 'A' | 'B' | 'C' | 'D'
const fridays = { first: new Date('2026-11-13T09:00:00+06:00'), second: new Date('2026-11-20T09:00:00+06:00') }

const field = (page: Page) => page.getByRole('textbox', { name: say.task })
const row = (page: Page, text: string) => page.getByRole('button').filter({ hasText: text })
/** what the tool just said, and not what it keeps */
const news = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text })
const zone = (page: Page, letter: Letter) => page.getByRole('region', { name: `${letter} ${say[`verb-${letter}`]}` })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const tableFile = 'input[type="file"][accept*=".csv"]'
const copyFile = 'input[type="file"][accept*=".json"]'

async function open(page: Page): Promise<void> {
  await page.goto('/toolkit/caut-log')
  await expect(field(page)).toBeVisible()
}

/** A task in seconds: its words, perhaps its minutes, Enter, and the letter. */
async function note(page: Page, text: string, letter: Letter, minutes?: number): Promise<void> {
  const hand = keyboard(page)
  await hand.write(field(page), text)
  if (minutes) await hand.write(page.getByLabel(say.minutes), String(minutes))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('group', { name: say.place })).toBeFocused()
  // Enter once more places nothing
  await page.keyboard.press('Enter')
  await page.keyboard.press(letter.toLowerCase())
  await expect(field(page)).toBeFocused()
  await expect(field(page)).toHaveValue('')
  await expect(news(page, text)).toBeVisible()
}

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, name).click()])
  return readFile(await file.path(), 'utf8')
}

async function erase(page: Page): Promise<void> {
  await button(page, common.erase).click()
  await button(page, common['erase-yes']).click()
  await expect(page.getByText(say.empty)).toBeVisible()
}

async function shares(page: Page): Promise<string[]> {
  const summary = page.getByText(say['as-table'])
  if (!(await page.getByRole('columnheader', { name: say['column-quadrant'] }).isVisible())) await summary.click()
  const cells = await page.getByRole('table').first().getByRole('row').allInnerTexts()
  return cells.slice(1).map((cell) => cell.replace(/\s+/g, ' ').trim())
}

test('two weeks are filled by keyboard, thought over, compared, and come back equal', async ({ page }) => {
  const looks = new Looks(otherPair)
  const look = (state: string) => expectAccessibleIn(page, looks.next(), state)
  await page.clock.setFixedTime(fridays.first)
  await open(page)
  await expect(page.getByRole('heading', { name: /^9.{1,3}15 November 2026$/ })).toBeVisible()
  await look('empty')

  await test.step('the first task, and nothing placed that is nothing', async () => {
    await field(page).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert').filter({ hasText: say['need-task'] })).toBeVisible()
    await note(page, 'Call two camps', 'A', 60)
    await expect(row(page, 'Call two camps')).toContainText('1 h')
    await look('first entry')
  })
  await test.step('the rest of the first week', async () => {
    await note(page, 'Mail, "urgent"', 'C', 60)
    await note(page, '=Budget', 'C', 60)
    await note(page, 'Map for the donor', 'A', 60)
    await expect(page.getByText('By time: 4 h in 4 tasks.')).toBeVisible()
    expect(await shares(page)).toEqual([
      'A Important and urgent 2 2 h 50 %',
      'B Important, not urgent 0 – 0 %',
      'C Urgent, not important 2 2 h 50 %',
      'D Neither 0 – 0 %',
    ])
  })

  await page.clock.setFixedTime(fridays.second)
  await open(page)
  await expect(page.getByRole('heading', { name: /^16.{1,3}22 November 2026$/ })).toBeVisible()
  await expect(page.getByText(say['empty-week'])).toBeVisible()
  await look('a new week')

  await test.step('the second week, one task on its Monday', async () => {
    await note(page, 'Visit Mr Anand', 'B', 30)
    await note(page, 'Folder colours', 'A', 30)
    await note(page, 'Weekly report', 'A', 30)
    await page.getByRole('radio', { name: 'Monday 16 November' }).focus()
    await page.keyboard.press('Space')
    await note(page, 'Old photographs', 'B', 30)
    await expect(page.getByRole('heading', { name: 'Monday 16 November' })).toBeVisible()
    expect(await shares(page)).toEqual([
      'A Important and urgent 2 1 h 50 % 50 %',
      'B Important, not urgent 2 1 h 50 % 0 %',
      'C Urgent, not important 0 – 0 % 50 %',
      'D Neither 0 – 0 % 0 %',
    ])
    await expect(page.getByRole('radio', { name: 'Sunday 22 November' })).toBeDisabled()
    await look('two weeks')
  })

  await test.step('tasks move: by key, by pressing, by mouse, and back', async () => {
    await button(page, say['view-matrix']).click()
    await row(page, 'Folder colours').focus()
    await page.keyboard.press('c')
    await expect(zone(page, 'C').getByRole('button', { name: 'Folder colours' })).toBeFocused()
    await expect(news(page, 'From A to C: “Folder colours”.')).toBeVisible()

    await row(page, 'Old photographs').click()
    await look('a task in hand')
    await zone(page, 'D').click({ position: { x: 8, y: 8 } })
    await expect(zone(page, 'D').getByRole('button', { name: 'Old photographs' })).toContainText('from B')

    await page.setViewportSize({ width: 1280, height: 900 })
    await zone(page, 'B').getByRole('button', { name: 'Visit Mr Anand' }).scrollIntoViewIfNeeded()
    const [from, to] = [await row(page, 'Visit Mr Anand').boundingBox(), await zone(page, 'A').boundingBox()]
    await page.mouse.move(from!.x + 20, from!.y + 10)
    await page.mouse.down()
    await page.mouse.move(to!.x + to!.width / 2, to!.y + 20, { steps: 5 })
    await page.mouse.up()
    await expect(zone(page, 'A').getByRole('button', { name: 'Visit Mr Anand' })).toContainText('from B')
    await button(page, say.undo).click()
    await expect(zone(page, 'B').getByRole('button', { name: 'Visit Mr Anand' })).not.toContainText('from')

    const moved = page.getByRole('definition')
    await expect(moved).toHaveText(['Folder colours', 'Old photographs'])
    expect(await shares(page)).toEqual([
      'A Important and urgent 1 30 min 25 % 50 %',
      'B Important, not urgent 1 30 min 25 % 0 %',
      'C Urgent, not important 1 30 min 25 % 50 %',
      'D Neither 1 30 min 25 % 0 %',
    ])
    await look('moved')
  })

  await test.step('a task is opened and changed in place', async () => {
    await button(page, say['view-log']).click()
    await row(page, 'Weekly report').click()
    const form = page.getByRole('form', { name: 'Change “Weekly report”' })
    await expect(form.getByLabel(say['edit-task'])).toBeFocused()
    await look('a task open')
    await form.getByLabel(say['minutes-short']).fill('0')
    await form.getByRole('button', { name: say.save }).click()
    await expect(form.getByRole('alert')).toHaveText(say['need-minutes'])
    await form.getByLabel(say['minutes-short']).fill('')
    await form.getByRole('button', { name: say.save }).click()
    await expect(row(page, 'Weekly report')).toBeFocused()
    // one task without minutes: two weeks are measured by number
    await expect(page.getByText('By number: 4 tasks. 1 has no minutes, so time is not compared.')).toBeVisible()
  })

  await test.step('the week before', async () => {
    await button(page, say['week-before']).click()
    await expect(page.getByRole('heading', { name: /^9.{1,3}15 November 2026$/ })).toBeVisible()
    await expect(row(page, 'Mail, "urgent"')).toBeVisible()
    await page.getByRole('button', { name: /^16.{1,3}22 Nov 2026/ }).click()
    await expect(row(page, 'Weekly report')).toBeVisible()
  })

  const table = await download(page, say['csv-save'])
  const copy = await download(page, common['copy-save'])
  expect(table.replace('\uFEFF', '').split('\r\n')).toEqual([
    'Day,Task,Quadrant,Minutes,Moved from',
    '2026-11-13,Call two camps,A,60,',
    '2026-11-13,"Mail, ""urgent""",C,60,',
    "2026-11-13,'=Budget,C,60,",
    '2026-11-13,Map for the donor,A,60,',
    '2026-11-20,Visit Mr Anand,B,30,',
    '2026-11-20,Folder colours,C,30,A',
    '2026-11-20,Weekly report,A,,',
    '2026-11-16,Old photographs,D,30,B',
    '',
  ])

  await test.step('erased, and back from the table: equal', async () => {
    await erase(page)
    await button(page, common['import-open']).click()
    await look('bringing in a table')
    const bad = `${table}2026-11-20,Nobody knows,U,30,\r\n`
    await page.locator(tableFile).setInputFiles({ name: 'log.csv', mimeType: 'text/csv', buffer: Buffer.from(bad) })
    await expect(page.getByText('8 rows will be added. 1 row cannot be read.')).toBeVisible()
    await expect(page.getByText('“U” is not one of: A, B, C, D.')).toBeVisible()
    await look('a table with a bad row')
    await button(page, 'Add 8 rows').click()
    await expect(news(page, '8 tasks added from the table.')).toBeVisible()
    expect(await download(page, say['csv-save'])).toBe(table)
  })

  await test.step('erased, and back from the copy: equal, also after a reload', async () => {
    await erase(page)
    await page.locator(copyFile).setInputFiles({ name: 'caut-log.json', mimeType: 'application/json', buffer: Buffer.from(copy) })
    await expect(news(page, 'Opened: 8 tasks.')).toBeVisible()
    await open(page)
    await expect(row(page, 'Weekly report')).toBeVisible()
    expect(await download(page, common['copy-save'])).toBe(copy)
  })
})

test('a log of three hundred tasks stays usable', async ({ page }) => {
  await page.clock.setFixedTime(fridays.second)
  await open(page)
  const tasks = Array.from({ length: 300 }, (_, index) => ({
    id: `t${index}`,
    day: index < 100 ? '2026-11-18' : `2026-${String(2 + (index % 9)).padStart(2, '0')}-11`,
    text: `Task ${index}`,
    letter: 'ABCD'[index % 4],
  }))
  const copy = JSON.stringify({ tool: 'caut-log', version: 1, data: { version: 1, tasks } })
  await page.locator(copyFile).setInputFiles({ name: 'many.json', mimeType: 'application/json', buffer: Buffer.from(copy) })
  await expect(news(page, 'Opened: 300 tasks.')).toBeVisible()
  await button(page, say['view-matrix']).click()
  // twelve of each stand there at first
  await expect(zone(page, 'A').getByRole('listitem')).toHaveCount(12)
  await zone(page, 'A').getByRole('button', { name: '13 more' }).click()
  await expect(zone(page, 'A').getByRole('listitem')).toHaveCount(25)
  await button(page, 'Show 2 older weeks').click()
  await expectAccessibleIn(page, otherPair, 'three hundred tasks')
})

test('what was written in the lesson can begin the log', async ({ page }) => {
  await page.goto('/modules/prioritisation/lessons/the-quiet-quadrant')
  const activity = page.locator('#activity-my-time')
  await activity.scrollIntoViewIfNeeded()
  await activity.getByRole('textbox').fill('Looked for a file')
  await activity.getByRole('radio', { name: 'C: urgent, not important' }).check()
  await expect(activity.getByRole('list', { name: log['log-rows'] }).getByRole('button')).toContainText('C: urgent, not important')
  await open(page)
  await expectAccessibleIn(page, otherPair, 'empty, with the lesson offered')
  await button(page, say['lesson-take']).click()
  await expect(row(page, 'Looked for a file')).toContainText('C')
})
