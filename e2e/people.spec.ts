/**
 * Everybody at once, on PostgreSQL: an administrator, a facilitator and two learners, each in a browser of their own. The facilitator
 * watches; nothing is loaded again by hand where the page says that it follows.
 */
import { readFile } from 'node:fs/promises'
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import Papa from 'papaparse'
import account from '#lib/message/en/account.json' with { type: 'json' }
import admin from '#lib/message/en/admin.json' with { type: 'json' }
import words from '#lib/message/en/facilitate.json' with { type: 'json' }
import join from '#lib/message/en/join.json' with { type: 'json' }
import quiz from '#lib/message/en/quiz.json' with { type: 'json' }
import report from '#lib/message/en/report.json' with { type: 'json' }
import { type MailServer, openMailServer } from '#lib/testing/mail-server.ts'
import { expectAccessible, lookAs, onePair } from './expect-accessible.ts'
import { mouse } from './hand.ts'
import { expectSaved, moduleOf, plain, playScenario } from './learner.ts'
import { satisfyModule } from './satisfy-module.ts'
import { mailPort, setupFile } from './server-facts.ts'

const networking = moduleOf('networking')
const listening = moduleOf('active-listening')
const cohortName = 'Field offices, first round'
const password = 'four plain words here'
const hand = mouse()

test.setTimeout(240_000)

let mail: MailServer
let port: number
test.beforeAll(async ({ browserName: _ }, { project }) => {
  port = Number(new URL(project.use.baseURL!).port)
  mail = await openMailServer(mailPort(port))
})
test.afterAll(() => mail.close())

async function browserOf(browser: Browser, contexts: BrowserContext[], width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 } })
  contexts.push(context)
  return context.newPage()
}

/** In both themes and at both widths, then as before. */
async function look(page: Page, state: string): Promise<void> {
  const before = page.viewportSize()!
  for (const one of onePair) {
    await lookAs(page, one)
    await expectAccessible(page, state)
  }
  await page.emulateMedia({ colorScheme: null })
  await page.setViewportSize(before)
}

async function makeAccount(page: Page, name: string, email: string | null, button: string): Promise<void> {
  await page.getByRole('textbox', { name: account.name, exact: true }).fill(name)
  if (email) await page.getByRole('textbox', { name: account.email, exact: true }).fill(email)
  await page.getByLabel(account.password, { exact: true }).fill(password)
  await page.getByRole('button', { name: button }).click()
}

async function joinAs(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { name: join.seesTitle })).toBeVisible()
  await page.getByRole('textbox', { name: join.nameLabel }).fill(name)
  await page.getByRole('button', { name: join.go.replace('{cohort}', cohortName) }).click()
  await expect(page.getByText(join.inKicker, { exact: true })).toBeVisible()
}

/** The cell of a person and a module in the grid. */
const cell = (page: Page, name: string, place: number) =>
  page
    .getByRole('table')
    .getByRole('row', { name: new RegExp(`^${name}`) })
    .getByRole('cell')
    .nth(place)

test('an administrator, a facilitator and two learners meet @postgresql', async ({ browser }) => {
  const contexts: BrowserContext[] = []
  const chief = await browserOf(browser, contexts, 1280)
  const guide = await browserOf(browser, contexts, 1280)
  const guest = await browserOf(browser, contexts, 360)
  const invited = await browserOf(browser, contexts, 360)

  // the administrator, by the link that the server printed
  await chief.goto(await readFile(setupFile(port), 'utf8'))
  await look(chief, 'set-up')
  await makeAccount(chief, 'Ágnes Nagy', 'agnes@example.org', account['setup-send'])
  await expect(chief.getByRole('heading', { level: 1, name: admin.title })).toBeVisible()
  await chief.getByRole('textbox', { name: admin.email }).fill('bello@example.org')
  await chief.getByRole('button', { name: admin['invite-send'] }).click()
  const link = await chief.getByLabel(admin['invited-link'].replace('{email}', 'bello@example.org')).inputValue()
  expect(link).toMatch(/\/invited\?token=/)
  // what the mail server does not take is told, with what it said
  mail.refuse = { ...mail.refuse, rcpt: (address) => (address.startsWith('belo@') ? '550 5.1.1 No such person here' : null) }
  await chief.getByRole('textbox', { name: admin.email }).fill('belo@example.org')
  await chief.getByRole('button', { name: admin['invite-send'] }).click()
  await expect(chief.getByLabel(admin['invited-link'].replace('{email}', 'belo@example.org'))).toBeVisible()
  const refused = chief.getByRole('region', { name: admin.letters })
  await expect(async () => {
    await chief.reload()
    await expect(refused.getByText('No such person here')).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await look(chief, 'administration')

  // the facilitator makes a cohort and assigns two modules
  await guide.goto(link)
  await makeAccount(guide, 'Bello Usman', null, account['invited-make'])
  await expect(guide.getByRole('heading', { name: words['empty-title'] })).toBeVisible()
  await look(guide, 'no cohort yet')
  await guide.getByRole('textbox', { name: words['form-name'] }).fill(cohortName)
  await guide.getByRole('button', { name: words['form-create'] }).click()
  const joinLink = await guide.getByRole('textbox', { name: words['share-link'], exact: true }).inputValue()
  expect(joinLink).toMatch(/\/join\/[A-Z0-9]{6}$/)
  await guide.getByRole('textbox', { name: words['list-label'] }).fill('Chandra Rai, chandra@example.org\nno address here')
  await guide.getByRole('button', { name: words['list-check'], exact: true }).click()
  await expect(guide.getByText(words['list-added_one'], { exact: true })).toBeVisible()
  await expect(guide.getByText(words['bad-no_address'], { exact: true })).toBeVisible()
  await look(guide, 'invite')

  await guide.getByRole('navigation', { name: words.tabs }).getByRole('link', { name: words['tab-assignments'] }).click()
  const modules = guide.getByRole('group', { name: words['assign-modules'] })
  for (const { module } of [networking, listening]) await modules.getByRole('checkbox', { name: new RegExp(module.title) }).check()
  await guide.getByLabel(words['assign-due']).fill(new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10))
  await guide.getByText(words['assign-more'], { exact: true }).click()
  await guide.getByLabel(words['assign-mark']).fill('90')
  await guide.getByLabel(words['assign-attempts']).fill('3')
  await guide.getByRole('button', { name: words['assign-do'], exact: true }).click()
  await expect(guide.getByText(words['assign-done'], { exact: true })).toBeVisible()
  await look(guide, 'assignments')
  await guide.getByRole('navigation', { name: words.tabs }).getByRole('link', { name: words['tab-progress'] }).click()
  await expect(guide.getByText(words['live-up-to-date'], { exact: true })).toBeVisible()

  // a guest who has done a module already joins with it
  await guest.goto('/')
  await satisfyModule(guest.request, networking)
  await guest.goto(joinLink)
  await look(guest, 'the door of a cohort')
  await joinAs(guest, 'Dilnoza Karimova')
  await look(guest, 'joined')
  await expect(cell(guide, 'Dilnoza Karimova', 0)).toContainText(words['state-done'])
  await expect(cell(guide, 'Dilnoza Karimova', 1)).toContainText(words['state-not-started'])

  // the other one comes by the letter
  await expect.poll(() => mail.taken.filter(({ to }) => to === 'chandra@example.org').length, { timeout: 90_000 }).toBe(1)
  const letter = mail.taken.find(({ to }) => to === 'chandra@example.org')!
  const personal = /https?:\/\/\S+\/join\/\S+/.exec(letter.body)?.[0]
  expect(personal, letter.body).toBeTruthy()
  await invited.goto(personal!)
  await joinAs(invited, 'Chandra Rai')
  await expect(cell(guide, 'Chandra Rai', 0)).toContainText(words['state-not-started'])

  // one finishes what is asked; the other stops in the middle of the scenario
  await satisfyModule(guest.request, listening)
  await expect(cell(guide, 'Dilnoza Karimova', 1)).toContainText(words['state-done'])
  await invited.goto('/modules/networking/quiz')
  await expect(invited.getByText(quiz.factMark.replace('{mark}', '90%'), { exact: true })).toBeVisible()
  await expect(invited.getByText(quiz.factTriesLeft_other.replace('{count}', '3'), { exact: true })).toBeVisible()
  await look(invited, 'the check of an assigned module')
  await invited.goto('/modules/networking/scenario')
  await hand.press(invited.getByRole('button', { name: 'Begin the story' }))
  await playScenario(invited, hand, networking.scenario!, 'strong', 3)
  const stoppedAt = plain((await invited.getByRole('heading', { level: 2 }).first().textContent()) ?? '')
  await expectSaved(invited)
  await expect(cell(guide, 'Chandra Rai', 0)).toContainText(words['state-begun'])
  await invited.context().close()
  await look(guide, 'progress')

  // the numbers of the page, of the file and of the totals agree
  const table = guide.getByRole('table')
  await expect(
    table
      .getByRole('row', { name: new RegExp(`^${words.whole}`) })
      .getByRole('cell')
      .last(),
  ).toBeAttached()
  const fileAt = async (name: string) => {
    const href = await guide.getByRole('link', { name, exact: true }).getAttribute('href')
    const text = (await (await guide.request.get(href!)).text()).replace(/^\uFEFF/, '')
    return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data
  }
  const people = await fileAt(words['export-people'])
  const totals = await fileAt(words['export-totals'])
  expect(people.map((row) => [row[words['csv-name']], row[words['csv-done']], row[words['csv-assigned']]])).toEqual([
    ['Chandra Rai', '0', '2'],
    ['Dilnoza Karimova', '2', '2'],
  ])
  for (const [place, { module }] of [networking, listening].entries()) {
    const done = people.filter((row) => row[words['csv-module-state'].replace('{module}', module.title)] === words['state-done']).length
    expect(totals[place]).toMatchObject({ [words['csv-module']]: module.title, [words['state-done']]: String(done) })
    await expect(
      table
        .getByRole('row', { name: new RegExp(`^${words.whole}`) })
        .getByRole('cell')
        .nth(place),
    ).toContainText(words['done-of'].replace('{done}', String(done)).replace('{assigned}', '2'))
  }

  // the run that was not finished stands in the flow, and with the one who stopped
  await guide.getByRole('link', { name: words['whole-report'].replace('{module}', networking.module.title) }).click()
  await expect(guide.getByRole('heading', { level: 1, name: networking.module.title })).toBeVisible()
  await expect(guide.getByText(report.unfinished_one)).toBeVisible()
  await expect(guide.getByRole('link', { name: stoppedAt, exact: true })).toBeVisible()
  await look(guide, 'report of a module')
  await guide.goBack()
  await guide.getByRole('link', { name: 'Chandra Rai', exact: true }).click()
  await expect(guide.getByText(report.pathStopped.replace('{title}', stoppedAt))).toBeVisible()
  await look(guide, 'one learner')

  // whoever removes somebody keeps the place where they were with the keyboard
  await guide.goBack()
  await guide.getByRole('navigation', { name: words.tabs }).getByRole('link', { name: words['tab-people'] }).click()
  await guide.getByRole('button', { name: words['people-remove-name'].replace('{name}', 'Chandra Rai') }).press('Enter')
  await guide.getByRole('button', { name: words['people-remove-do'], exact: true }).press('Enter')
  await expect(guide.getByText(words['people-ended_one'], { exact: true })).toBeVisible()
  await expect(guide.locator('main :focus')).toBeVisible()

  for (const context of contexts) await context.close()
})
