/**
 * The two tools that hold a list: filled by hand, taken along as a table and as a copy, erased, and brought back equal; and a table made
 * elsewhere, with rows that cannot be read. All on the learner's device: nothing here speaks to the site.
 */
import { readFile } from 'node:fs/promises'
import { type Download, expect, type Locator, type Page, test } from '@playwright/test'
import own from '#lib/message/en/activity/commitment.json' with { type: 'json' }
import lesson from '#lib/message/en/activity/schedule.json' with { type: 'json' }
import promise from '#lib/message/en/toolkit/commitments.json' with { type: 'json' }
import common from '#lib/message/en/toolkit/common.json' with { type: 'json' }
import contact from '#lib/message/en/toolkit/networking-schedule.json' with { type: 'json' }
import { expectAccessibleIn, onePair, otherPair } from './expect-accessible.ts'
import { type Hand, keyboard, mouse } from './hand.ts'
import { oneOf } from './learner.ts'

const today = '2026-11-21T10:00:00'
const button = (page: Page | Locator, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const rows = (page: Page) => page.locator('main li:has(summary[id^="row-"])')
const row = (page: Page, text: string) => rows(page).filter({ hasText: text })
const textOf = async (download: Download) => readFile(await download.path(), 'utf8')

async function openTool(page: Page, tool: string): Promise<void> {
  await page.clock.setFixedTime(new Date(today))
  await page.goto(`/toolkit/${tool}`)
  await expect(button(page, common['import-open'])).toBeVisible()
}

async function saved(page: Page, hand: Hand, name: string): Promise<string> {
  const download = page.waitForEvent('download')
  await hand.press(button(page, name))
  return textOf(await download)
}

/** Chooses a table; the second step is then on the screen. */
async function bringIn(page: Page, hand: Hand, name: string, text: string): Promise<void> {
  await hand.press(button(page, common['import-open']))
  await expect(page.getByRole('heading', { name: common['import-title'] })).toBeFocused()
  await page.getByLabel(common['import-file']).setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await expect(page.getByRole('heading', { name: common['import-check'].replace('{file}', name) })).toBeFocused()
}

async function erase(page: Page, hand: Hand): Promise<void> {
  await hand.press(button(page, common.erase))
  await expect(button(page, common['erase-no'])).toBeFocused()
  await hand.press(button(page, common['erase-yes']))
  await expect(page.getByText(common.erased)).toBeVisible()
  await expect(rows(page)).toHaveCount(0)
}

/** What a tool holds, as its own copy says it, without the ids that a table does not carry. */
const held = (copy: string) => {
  const { data } = JSON.parse(copy)
  return (data.contacts ?? data.commitments).map(({ id: _, ...entry }: { id: string }) => JSON.stringify(entry)).sort()
}

/** Takes all along as a table and as a copy, and comes back from each to the same. */
async function expectRoundTrip(page: Page, hand: Hand, tool: string, count: number): Promise<void> {
  const copy = await saved(page, hand, common['copy-save'])
  const table = await saved(page, hand, common['csv-save'])
  expect(held(copy)).toHaveLength(count)

  await erase(page, hand)
  await bringIn(page, hand, 'mine.csv', table)
  await hand.press(button(page, new RegExp(`^${common['import-add_other'].replace('{count}', String(count))}$`)))
  await expect(button(page, common['import-open'])).toBeFocused()
  await expect(rows(page)).toHaveCount(count)
  expect(held(await saved(page, hand, common['copy-save']))).toEqual(held(copy))

  // what is here already is not added again
  await bringIn(page, hand, 'mine.csv', table)
  await expect(page.getByText(common['import-same_other'].replace('{count}', String(count)))).toBeVisible()
  await expect(button(page, oneOf('Add 0 rows'))).toBeDisabled()
  await hand.press(button(page, common['import-cancel']))
  await expect(button(page, common['import-open'])).toBeFocused()

  await erase(page, hand)
  const file = page.locator('input[type="file"][accept*="json"]')
  await file.setInputFiles({ name: `${tool}.json`, mimeType: 'application/json', buffer: Buffer.from(copy) })
  await expect(rows(page)).toHaveCount(count)
  expect(await saved(page, hand, common['copy-save'])).toBe(copy)
}

/** Cells that cannot be read are listed row by row, and nothing is added before the last button. */
async function expectForeign(
  page: Page,
  hand: Hand,
  table: { name: string; text: string; good: number; bad: string[]; added: string },
): Promise<void> {
  const before = await saved(page, hand, common['copy-save'])
  await bringIn(page, hand, table.name, table.text)
  await expectAccessibleIn(page, onePair, 'rows that cannot be read')
  for (const reason of table.bad) await expect(page.getByRole('listitem').filter({ hasText: reason })).toBeVisible()
  await hand.press(button(page, common['import-cancel']))
  expect(await saved(page, hand, common['copy-save'])).toBe(before)

  await bringIn(page, hand, table.name, table.text)
  const count = await rows(page).count()
  await hand.press(button(page, oneOf(`Add ${table.good} row${table.good === 1 ? '' : 's'}`)))
  await expect(rows(page)).toHaveCount(count + table.good)
  await expect(row(page, table.added)).toBeVisible()
}

test('a networking schedule is kept, taken along and brought back', async ({ page }) => {
  const hand = mouse()
  await openTool(page, 'networking-schedule')
  await expectAccessibleIn(page, [...onePair, ...otherPair], 'empty')

  await hand.press(button(page, contact['add-first']))
  await expect(page.getByLabel(contact.organisation, { exact: true })).toBeFocused()
  await hand.press(button(page, contact.save))
  await expect(page.getByText(contact['organisation-missing'])).toBeVisible()
  await expect(page.getByLabel(contact.organisation, { exact: true })).toBeFocused()
  await hand.write(page.getByLabel(contact.organisation, { exact: true }), 'Statistics office, Mr K. Osei')
  await hand.write(page.getByLabel(contact.contact, { exact: true }), 'calls; "before nine"')
  await hand.select(page.getByLabel(contact.type, { exact: true }), 'structured')
  await hand.write(page.getByLabel(contact.next, { exact: true }), '2026-11-12')
  await hand.write(page.getByLabel(contact.objective, { exact: true }), 'Keep in touch')
  await expect(page.getByText(contact['vague-1-advice'])).toBeVisible()
  await expectAccessibleIn(page, onePair, 'a contact is written')
  await hand.write(page.getByLabel(contact.objective, { exact: true }), 'Agree on the day of the new codes')
  await expect(page.getByText(contact['vague-1-advice'])).toBeHidden()
  await hand.press(button(page, contact.save))
  await expect(row(page, 'Mr K. Osei').locator('summary')).toBeFocused()

  for (const [name, next] of [
    ['Roads department', '2026-12-03'],
    ['=Ferry office', ''],
  ] as const) {
    await hand.press(button(page, contact.add))
    await hand.write(page.getByLabel(contact.organisation, { exact: true }), name)
    if (next) await hand.write(page.getByLabel(contact.next, { exact: true }), next)
    await hand.press(button(page, contact.save))
    await expect(row(page, name).locator('summary')).toBeFocused()
  }
  // what is due comes first
  await expect(page.locator('main h2')).toHaveText([contact['group-outcome'], contact['group-coming'], contact['group-rest']])
  await expect(rows(page)).toHaveText([/Osei/, /Roads/, /Ferry/])

  // the meeting took place, and the line goes on
  await hand.press(button(row(page, 'Osei'), contact['write-outcome']))
  await hand.write(page.getByLabel(contact.outcome, { exact: true }), 'Release on 15 December')
  await hand.write(page.getByLabel(contact.following, { exact: true }), '2026-11-01')
  await hand.press(button(page, contact.save))
  await expect(page.getByLabel(contact.following, { exact: true })).toBeFocused()
  await expectAccessibleIn(page, otherPair, 'an outcome is written, with a fault')
  await hand.write(page.getByLabel(contact.following, { exact: true }), '2026-12-16')
  await hand.press(button(page, contact.save))
  await expect(rows(page)).toHaveText([/Roads/, /Osei/, /Ferry/])
  await hand.press(row(page, 'Osei').locator('summary'))
  await expect(row(page, 'Osei').getByText('2026-11-12: Release on 15 December')).toBeVisible()

  // a removal has a way back
  await hand.press(button(row(page, 'Osei'), contact.remove))
  await expect(button(page, contact.undo)).toBeFocused()
  await expect(rows(page)).toHaveCount(2)
  await expectAccessibleIn(page, onePair, 'a contact was removed')
  await hand.press(button(page, contact.undo))
  await expect(row(page, 'Osei').locator('summary')).toBeFocused()
  await expectAccessibleIn(page, otherPair, 'three contacts')

  const calendar = await saved(page, hand, common['calendar-save'])
  expect(calendar.match(/BEGIN:VALARM/g)).toHaveLength(2)
  expect(calendar).toContain('DTSTART:20261203T080000')
  expect(calendar).toContain('DTSTART:20261216T080000')

  await hand.press(button(page, common.erase))
  await expectAccessibleIn(page, onePair, 'erasing is asked')
  await hand.press(button(page, common['erase-no']))
  await expectRoundTrip(page, hand, 'networking-schedule', 3)

  await page.goto('/toolkit')
  await expect(page.getByText('3 contacts, next on 3 December')).toBeVisible()
  await expectAccessibleIn(page, onePair, 'the list of tools')
})

test('a commitment log is kept, taken along and brought back, with nothing but the keyboard', async ({ page }) => {
  test.setTimeout(240_000)
  const hand = keyboard(page)
  await openTool(page, 'commitments')
  await expectAccessibleIn(page, [...onePair, ...otherPair], 'empty')

  const write = async (what: string, who: string, by: string) => {
    await hand.press(button(page, oneOf(promise['add-first'], promise.add)))
    await expect(page.getByLabel(promise.what, { exact: true })).toBeFocused()
    await hand.write(page.getByLabel(promise.what, { exact: true }), what)
    await hand.write(page.getByLabel(promise.who, { exact: true }), who)
    // the parts of a date have a keyboard of the browser’s own
    if (by) await page.getByLabel(promise.by, { exact: true }).fill(by)
  }
  await write('Look into the doubtful figures as soon as possible', 'Health partners', '2026-11-25')
  for (const advice of [promise['vague-1-advice'], promise['vague-2-advice']]) await expect(page.getByText(advice)).toBeVisible()
  await expectAccessibleIn(page, onePair, 'a promise is written')
  await hand.write(page.getByLabel(promise.what, { exact: true }), 'One page with the doubtful figures')
  await expect(page.getByText(promise['vague-2-advice'])).toBeHidden()
  await hand.write(page.getByLabel(promise.seen, { exact: true }), 'A list on the Cluster page')
  await hand.press(button(page, promise.save))
  await expect(row(page, 'One page').locator('summary')).toBeFocused()
  await write('Clean list of camps', 'Ines', '2026-11-20')
  await hand.press(button(page, promise.save))
  await write('Review the form', 'Grace', '2026-11-19')
  await hand.press(button(page, promise.save))
  await expect(rows(page)).toHaveText([/Review/, /Clean/, /One page/])

  // kept, moved in time, and told too late
  await hand.press(button(row(page, 'Review'), promise.keep))
  await expect(button(page, promise.undo)).toBeFocused()
  await expectAccessibleIn(page, otherPair, 'one was noted as kept')
  await hand.press(button(page, promise.undo))
  await expect(row(page, 'Review').locator('summary')).toBeFocused()
  await hand.press(button(row(page, 'Review'), promise.keep))
  await expect(page.getByRole('heading', { name: promise['group-done_one'].replace('{count}', '1') })).toBeVisible()

  await hand.press(row(page, 'One page').locator('summary'))
  await hand.press(button(row(page, 'One page'), promise.renegotiate))
  await expect(page.getByText(promise['move-early'].replace('{date}', '25 November 2026'))).toBeVisible()
  await hand.press(button(page, promise.save))
  await expect(page.getByText(promise['move-missing'])).toBeVisible()
  await page.getByLabel(promise['move-to'], { exact: true }).fill('2026-12-01')
  await expectAccessibleIn(page, onePair, 'a new day')
  await hand.press(button(page, promise.save))
  await expect(row(page, 'One page')).toContainText(promise['state-renegotiated'])

  await hand.press(button(row(page, 'Clean'), promise.renegotiate))
  await expect(page.getByText(promise['move-late'].replace('{date}', '20 November 2026'))).toBeVisible()
  await page.getByLabel(promise['move-to'], { exact: true }).fill('2026-11-27')
  await hand.press(button(page, promise.save))
  await expect(row(page, 'Clean')).toHaveCount(2)

  await hand.press(page.getByText(promise['sums-table']))
  await expect(page.getByRole('table', { includeHidden: false }).getByRole('row')).toHaveText([
    `${promise['sums-state']}${promise['sums-count']}`,
    `${promise['state-kept']}1`,
    `${promise['state-renegotiated']}1`,
    `${promise['state-missed']}1`,
  ])
  await expectAccessibleIn(page, [...onePair, ...otherPair], 'four promises, and how they ended')

  const calendar = await saved(page, hand, common['calendar-save'])
  // the day before, while it can still be moved in time
  expect(calendar).toContain('DTSTART:20261126T090000')
  expect(calendar).toContain('DTSTART:20261130T090000')
  await expectRoundTrip(page, hand, 'commitments', 4)
})

test('tables made elsewhere are shown first, and rows that cannot be read say why', async ({ page }) => {
  const hand = mouse()
  await openTool(page, 'networking-schedule')
  await hand.press(button(page, common['import-open']))
  await expectAccessibleIn(page, [...onePair, ...otherPair], 'a table is chosen')
  await hand.press(button(page, common['import-look']))
  await expect(page.getByText(common['import-nothing'])).toBeVisible()
  await page.getByLabel(common['import-paste']).fill('Agency\tAppointment\nPort authority\t3/12/2026\n')
  await hand.press(button(page, common['import-look']))
  await hand.press(button(page, oneOf('Add 1 row')))
  await expect(rows(page)).toHaveText([/Port authority/])

  await expectForeign(page, hand, {
    name: 'partners.csv',
    text: [
      'Agency;E-mail;Appointment;Type;Comments',
      'UN office;a@example.org;23/12/2026;structured;',
      ';x@example.org;25/12/2026;;has no name',
      'School;;31/02/2026;weekly;',
      'Water board;;04/01/2027;;"two\r\nlines"',
    ].join('\r\n'),
    good: 2,
    bad: [
      `Line 3: ${contact.organisation} is empty.`,
      `Line 4: ${contact.type}: “weekly” is not one of: Unstructured, Structured, Maintenance, Assistance. ${contact.next}: “31/02/2026” is not a date.`,
    ],
    added: 'UN office',
  })

  await openTool(page, 'commitments')
  await bringIn(page, hand, 'other.csv', 'One;Two\nCall the ferry office;Partners\n')
  // no column is called as this tool calls its own: it is asked, and nothing can be added before
  await expect(page.getByText(common['import-needs'].replace('{column}', promise.what))).toBeVisible()
  await expect(button(page, oneOf('Add 0 rows'))).toBeDisabled()
  await hand.select(page.getByLabel(`${promise.what} ${common['import-required']}`), '0')
  await hand.press(button(page, oneOf('Add 1 row')))
  await expect(rows(page)).toHaveText([/Call the ferry office/])
  await expectForeign(page, hand, {
    name: 'actions.csv',
    text: [
      'Action point;Whom;Due date;Status;New date;Told',
      'One page;Partners;25/11/2026;Renegotiated;01/12/2026;24/11/2026',
      'Two pages;Partners;25/11/2026;Renegotiated;01/12/2026;26/11/2026',
      ';Grace;26/11/2026;;;',
    ].join('\n'),
    good: 1,
    bad: [`Line 3: ${promise.told}: 2026-11-26 is not before`, `Line 4: ${promise.what} is empty.`],
    added: 'One page',
  })
})

test('sixty contacts are found by a few letters, and a copy of another tool is turned away', async ({ page }) => {
  const hand = mouse()
  await openTool(page, 'networking-schedule')
  const table = [
    'Organisation,Next meeting,Type of networking',
    ...Array.from({ length: 60 }, (_, i) => `Office ${i + 1},2027-01-10,Structured`),
  ]
  await bringIn(page, hand, 'many.csv', table.join('\n'))
  await hand.press(button(page, oneOf('Add 60 rows')))
  await expect(rows(page)).toHaveCount(60)
  await expectAccessibleIn(page, [...onePair, ...otherPair], 'sixty contacts')
  await hand.write(page.getByLabel(contact.find, { exact: true }), 'office 59')
  await expect(page.getByText(contact.found_one.replace('{count}', '1'))).toBeVisible()
  await expect(rows(page)).toHaveCount(1)
  await hand.select(page.getByLabel(contact['find-type'], { exact: true }), 'maintenance')
  await expect(page.getByText(contact['found-none'])).toBeVisible()

  const file = page.locator('input[type="file"][accept*="json"]')
  const other = JSON.stringify({ tool: 'commitments', version: 1, data: {} })
  await file.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(other) })
  await expect(page.getByText(`is a copy of another tool: ${promise.title}`)).toBeVisible()
  const mine = JSON.stringify({ tool: 'networking-schedule', version: 1, data: { contacts: [{ organisation: 'Ferry office' }] } })
  await file.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(mine) })
  await expect(page.getByText('The copy holds 1 contact. Here you have 60 contacts.')).toBeVisible()
  await expectAccessibleIn(page, onePair, 'replacing is asked')
  await hand.press(button(page, common['replace-no']))
  expect(held(await saved(page, hand, common['copy-save']))).toHaveLength(60)
  await file.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(mine) })
  await hand.press(button(page, common['replace-yes']))
  await expect(rows(page)).toHaveText([/Ferry office/])
})

test('what was written in the lessons is taken over, once', async ({ page }) => {
  const hand = mouse()
  await page.goto('/modules/networking/lessons/with-a-plan')
  const line = page.getByRole('group', { name: lesson['schedule-line'].replace('{count}', '1') })
  await hand.write(line.getByLabel('Organisation and contact details'), 'Roads department')
  await hand.write(line.getByLabel('Next meeting'), '2026-12-03')
  await openTool(page, 'networking-schedule')
  await hand.press(button(page, contact.lesson_one.replace('{count}', '1')))
  await expect(rows(page)).toHaveText([/3 Dec.*Roads department/])
  await expect(button(page, contact.lesson_one.replace('{count}', '1'))).toBeHidden()
  await expectAccessibleIn(page, onePair, 'taken over from the lesson')

  await page.goto('/modules/accountability/lessons/in-the-eyes-of-others')
  await hand.press(button(page, own['commitment-step-own']))
  const box = page.locator('#activity-make-it-visible')
  await hand.write(box.getByLabel('What', { exact: true }), 'calls the ferry office')
  await hand.write(box.getByLabel('By when', { exact: true }), 'each Friday by noon')
  await openTool(page, 'commitments')
  await hand.press(button(page, promise.lesson))
  await expect(rows(page)).toHaveText([/calls the ferry office \(each Friday by noon\)/])
  await expect(button(page, promise.lesson)).toBeHidden()
})
