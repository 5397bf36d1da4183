/** Keeping things for oneself: a bookmark, a note beside the text, the page that gathers them, and a copy that comes back the same. */
import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import layout from '#lib/message/en/layout.json' with { type: 'json' }
import say from '#lib/message/en/notebook.json' with { type: 'json' }
import { expectAccessible, expectAccessibleIn, lookAs, onePair, otherPair } from './expect-accessible.ts'
import { moduleOf } from './learner.ts'

const { slug, lessons, module } = moduleOf('networking')
const lesson = lessons[2]!
const path = `/modules/${slug}/lessons/${lesson.slug}`
const section = lesson.outline.headings.find(({ depth }) => depth === 2)!
const words = 'Ask Mr Osei about the road,\nnot the map. اسأل عن الطريق'

const bookmark = (page: Page) => page.getByRole('button', { name: say.bookmark, exact: true })
const notes = (page: Page) => page.getByRole('button', { name: say.notes, exact: true })
const sheet = (page: Page) => page.getByRole('textbox', { name: say['notes-on'] })
const mark = (page: Page) => page.getByRole('button', { name: `${say['bookmark-section']}: ${section.text}` })

/** A lesson of which somebody begins to use what can be kept of it. */
async function open(page: Page) {
  if (new URL(page.url(), 'http://localhost').pathname !== path) await page.goto(path)
  await expect(async () => {
    await page.keyboard.press('Shift')
    await expect(bookmark(page)).toHaveAttribute('aria-pressed', 'false', { timeout: 500 })
  }).toPass()
}

async function write(page: Page) {
  await open(page)
  await bookmark(page).click()
  await expect(bookmark(page)).toHaveAttribute('aria-pressed', 'true')
  await mark(page).click()
  await expect(mark(page)).toHaveAttribute('aria-pressed', 'true')
  await notes(page).click()
  await expect(sheet(page)).toBeFocused()
  await sheet(page).fill(words)
  await expect(page.getByText(say['notes-kept'], { exact: true })).toBeVisible()
}

async function reflect(page: Page) {
  await page.goto(`/modules/${slug}`)
  const plan = page.locator(`#activity-${module.task.id}`)
  await expect(async () => {
    await page.locator(`#activity-${module.reflection.id}`).getByRole('textbox').fill('I asked first, for once.')
    await plan.getByRole('textbox').nth(0).fill('the cluster has met')
    await plan.getByRole('textbox').nth(1).fill('I write to one person')
    expect(await kept(page)).toMatchObject({
      [`${slug}/${module.reflection.id}`]: { text: 'I asked first, for once.' },
      [`${slug}/${module.task.id}`]: { trigger: 'the cluster has met', action: 'I write to one person' },
    })
  }).toPass()
}

/** Everything that is private on this device. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const opening = indexedDB.open('common-ground')
    const db = await new Promise<IDBDatabase>((resolve) => {
      opening.onsuccess = () => resolve(opening.result)
    })
    const store = db.transaction('private').objectStore('private')
    const all = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => {
        request.onsuccess = () => resolve(request.result)
      })
    const [keys, values] = await Promise.all([all(store.getAllKeys()), all(store.getAll())])
    db.close()
    return Object.fromEntries(keys.map((key, i) => [String(key), values[i]]))
  })

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()])
  return readFile(await file.path(), 'utf8')
}

test('a bookmark and a note are there after a reload, by the keyboard alone', async ({ page }) => {
  await open(page)
  await bookmark(page).focus()
  await page.keyboard.press('Enter')
  await expect(bookmark(page)).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Tab')
  await expect(notes(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(sheet(page)).toBeFocused()
  await page.keyboard.type('Short and mine')
  await expect(page.getByText(say['notes-kept'], { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sheet(page)).toBeHidden()
  await expect(notes(page)).toBeFocused()
  await mark(page).focus()
  await page.keyboard.press('Space')
  await expect(mark(page)).toHaveAttribute('aria-pressed', 'true')

  await page.reload()
  await notes(page).click()
  await expect(sheet(page)).toHaveValue('Short and mine')
  await expect(bookmark(page)).toHaveAttribute('aria-pressed', 'true')
  await expect(mark(page)).toHaveAttribute('aria-pressed', 'true')
  await bookmark(page).click()
  await expect(bookmark(page)).toHaveAttribute('aria-pressed', 'false')
})

for (const width of [360, 1280])
  test(`what comes when somebody begins to use a lesson moves nothing under the finger, ${width} px`, async ({ page }) => {
    await lookAs(page, { colorScheme: 'light', width })
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    const height = () => page.evaluate(() => document.documentElement.scrollHeight)
    const before = await height()
    await open(page)
    await expect(page.getByRole('button', { name: say['notes-on'], exact: true })).toBeVisible()
    expect(await height()).toBe(before)
  })

test('on a phone the sheet for notes leaves the text to be read', async ({ page }) => {
  await lookAs(page, { colorScheme: 'light', width: 360 })
  await open(page)
  await notes(page).click()
  await expect(sheet(page)).toBeFocused()
  const box = await page
    .locator('section')
    .filter({ has: sheet(page) })
    .last()
    .boundingBox()
  expect(box!.height).toBeLessThan(900 / 2)
  // also the last thing before the end of the text can be brought to stand above it
  await page.keyboard.press('Control+End')
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
  const end = await page.locator('#notes').boundingBox()
  expect(end!.y).toBeLessThan(
    (await page
      .locator('section')
      .filter({ has: sheet(page) })
      .last()
      .boundingBox())!.y,
  )
})

for (const look of otherPair)
  test(`a lesson with an open note is accessible, ${look.colorScheme}, ${look.width} px`, async ({ page }) => {
    await lookAs(page, look)
    await write(page)
    await expectAccessible(page, 'open note')
    await page.keyboard.press('Escape')
    await expectAccessible(page, 'bookmarked')
  })

test('the notebook gathers it, goes out as text and as a copy, is erased, and comes back the same', async ({ page }) => {
  await page.goto('/notebook')
  await expect(page.getByRole('heading', { name: say['empty-title'] })).toBeVisible()
  await expectAccessibleIn(page, onePair, 'empty')
  await write(page)
  await reflect(page)
  await page.getByRole('link', { name: layout['nav-notebook'] }).click()
  await expect(page).toHaveURL('/notebook')

  const main = page.getByRole('main')
  await expect(main.getByRole('link', { name: section.text })).toHaveAttribute('href', `${path}#${section.id}`)
  await expect(main.getByText('Ask Mr Osei about the road,')).toBeVisible()
  await expect(main.getByText('I asked first, for once.')).toBeVisible()
  await expect(main.getByText('I write to one person')).toBeVisible()
  await expectAccessibleIn(page, otherPair, 'full')

  const find = page.getByRole('searchbox', { name: say.find })
  await find.fill('ROAD')
  await expect(main.getByText('I asked first, for once.')).toBeHidden()
  await expect(main.getByText('Ask Mr Osei about the road,')).toBeVisible()
  await find.fill('xqzvw')
  await expectAccessible(page, 'nothing found')
  await page.getByRole('button', { name: say['find-clear'] }).click()
  await expect(find).toBeFocused()

  const text = await download(page, say['save-text'])
  expect(text).toContain(`### [${lesson.matter.title}](`)
  expect(text).toContain('> Ask Mr Osei about the road,\n> not the map. اسأل عن الطريق')
  expect(text).toContain('> I asked first, for once.')
  const copy = await download(page, say['save-copy'])
  const before = await kept(page)
  expect(JSON.parse(copy).kept).toEqual(before)

  await page.getByRole('button', { name: say['erase-all'] }).click()
  await expectAccessible(page, 'question')
  await page.getByRole('button', { name: say['erase-all-yes'] }).click()
  await expect(page.getByText(say['erased-all'])).toBeVisible()
  await expect(page.getByRole('heading', { name: say['empty-title'] })).toBeVisible()
  await expect.poll(() => kept(page)).toEqual({})

  const file = page.locator('input[type=file]')
  await file.setInputFiles({ name: 'diary.json', mimeType: 'application/json', buffer: Buffer.from('Dear diary') })
  await expect(page.getByText(say['not-a-copy'].replace('{file}', 'diary.json'))).toBeVisible()
  await file.setInputFiles({ name: 'notebook.json', mimeType: 'application/json', buffer: Buffer.from(copy) })
  await expect(page.getByText(say['copy-opened'])).toBeVisible()
  await expect.poll(() => kept(page)).toEqual(before)
  await file.setInputFiles({ name: 'notebook.json', mimeType: 'application/json', buffer: Buffer.from(copy) })
  await expect(page.getByText(say['copy-same'])).toBeVisible()
  expect(await kept(page)).toEqual(before)

  const note = page.getByRole('group', { name: say.note, exact: true })
  await note.getByRole('button', { name: say['erase-one'] }).click()
  await note.getByRole('button', { name: say['erase-one-yes'] }).click()
  await expect(page.getByText(say['erased-one'])).toBeFocused()
  await expect(main.getByText('Ask Mr Osei about the road,')).toBeHidden()

  await page.emulateMedia({ media: 'print' })
  await expect(find).toBeHidden()
  await expect(main.getByText('I asked first, for once.')).toBeVisible()
})

test('a copy adds to what is here and takes nothing away', async ({ page }) => {
  await reflect(page)
  await page.goto('/notebook')
  const key = `${slug}/${module.reflection.id}`
  const copy = {
    notebook: 'common-ground',
    version: 1,
    saved: '2026-11-22T10:00:00Z',
    kept: {
      [key]: { text: 'Written on another device', done: true },
      'notes/networking/lessons/no-more': { version: 1, text: 'Still worth reading', title: 'The lesson that was', at: 1 },
    },
  }
  await expect(page.getByText('I asked first, for once.')).toBeVisible()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'notebook.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(copy)) })
  await expect(page.getByRole('region', { name: say.asides }).getByText('Written on another device')).toBeVisible()
  await expect(page.getByText('I asked first, for once.')).toBeVisible()
  await expect(page.getByRole('region', { name: say.gone }).getByRole('group', { name: 'The lesson that was' })).toBeVisible()
  await expectAccessibleIn(page, onePair, 'copy opened')
})
