/**
 * Three job aids that are one sheet each: the information-flow map, the listening checklist, the thirty-second explanation. Each is
 * filled by hand, taken out, erased and brought back equal.
 */
import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import fading from '#lib/message/en/activity/fading.json' with { type: 'json' }
import common from '#lib/message/en/toolkit/common.json' with { type: 'json' }
import map from '#lib/message/en/toolkit/information-flow.json' with { type: 'json' }
import list from '#lib/message/en/toolkit/listening-checklist.json' with { type: 'json' }
import half from '#lib/message/en/toolkit/thirty-seconds.json' with { type: 'json' }
import type { Flow } from '#lib/toolkit/information-flow.ts'
import { expectAccessibleIn, onePair, otherPair } from './expect-accessible.ts'
import { type Hand, keyboard, mouse } from './hand.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })
const news = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text })
const copyFile = 'input[type="file"][accept*=".json"]'
const tableFile = 'input[type="file"][accept*=".csv"]'

async function download(page: Page, name: string): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, name).click()])
  return readFile(await file.path())
}

async function copyOf(page: Page): Promise<{ text: string; data: unknown }> {
  const text = (await download(page, common['copy-save'])).toString('utf8')
  return { text, data: (JSON.parse(text) as { data: unknown }).data }
}

async function openCopy(page: Page, text: string): Promise<void> {
  await page.locator(copyFile).setInputFiles({ name: 'copy.json', mimeType: 'application/json', buffer: Buffer.from(text) })
}

async function erase(page: Page, empty: string): Promise<void> {
  await button(page, common.erase).click()
  await button(page, common['erase-yes']).click()
  await expect(page.getByText(empty)).toBeVisible()
  await expect(button(page, common['copy-save'])).toBeDisabled()
}

/** From now on the page only notes that it was to be printed, and how it looked then. */
async function catchPrint(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.print = () => {
      document.documentElement.dataset['printed'] = document.querySelector('article')?.dataset['blank'] ?? 'filled'
    }
  })
}

/** How many pages of A4 it takes, and what can be read on them. */
async function onPaper(page: Page): Promise<{ pages: number; text: string }> {
  await page.emulateMedia({ media: 'print' })
  const pdf = await page.pdf({ format: 'A4', margin: { top: '1cm', right: '1cm', bottom: '1cm', left: '1cm' } })
  const text = (await page.locator('main').allInnerTexts()).join()
  await page.emulateMedia({ media: 'screen' })
  return { pages: (pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length, text }
}

test.describe('the information-flow map', () => {
  type Draft = Partial<Omit<Flow, 'id'>> & { from: string; what: string; to: string }
  const flows: Draft[] = [
    { from: 'Volunteer', what: 'list of roofs', to: 'Field officer', often: 'Sundays' },
    { from: 'Field officer', what: 'totals', to: 'Partner’s office', breaks: 'the car is shared' },
    { from: 'Partner’s office', what: 'report', to: 'Me', vital: true, breaks: 'two days after the meeting' },
    { from: 'Driver', what: 'which bridge is open & which <not>', to: 'Me', way: 'informal', vital: true },
    { from: 'Me', what: 'the map', to: 'Coordinator' },
    { from: 'Coordinator', what: 'what was decided', to: 'me', way: 'informal' },
  ]

  async function add(page: Page, hand: Hand, flow: Draft): Promise<void> {
    await hand.write(page.getByLabel(map.from, { exact: true }), flow.from)
    await hand.write(page.getByLabel(map.what, { exact: true }), flow.what)
    await hand.write(page.getByLabel(map.to, { exact: true }), flow.to)
    await hand.check(page.getByRole('radio', { name: new RegExp(`^${flow.way === 'informal' ? map.informal : map.formal}`) }))
    if (flow.often) await hand.write(page.getByLabel(map.often, { exact: true }), flow.often)
    if (flow.breaks) await hand.write(page.getByLabel(map.breaks, { exact: true }), flow.breaks)
    if (flow.vital) await hand.check(page.getByRole('checkbox', { name: map.vital }))
    await hand.press(button(page, map.add))
    await expect(news(page, flow.what)).toBeVisible()
    await expect(page.getByLabel(map.from, { exact: true })).toBeFocused()
  }

  const drawing = (page: Page) => page.getByRole('img', { name: /^Drawing of the map/ })
  const lines = (page: Page) => page.locator('ol > li[id^="flow-"]')

  test('is filled with nothing but a keyboard, drawn, read, taken out as a picture and a table, and comes back', async ({ page }) => {
    await page.goto('/toolkit/information-flow')
    await expect(page.getByText(map.empty)).toBeVisible()
    await expectAccessibleIn(page, onePair, 'an empty map')

    const hand = keyboard(page)
    await hand.write(field(page, map.subject), 'Roofs of Harda')
    // what is missing is said where it is missing
    await hand.press(button(page, map.add))
    await expect(page.getByText(map['needs-from'])).toBeVisible()
    await expect(page.getByLabel(map.from, { exact: true })).toBeFocused()
    await expectAccessibleIn(page, otherPair, 'a flow with nothing in it')
    await add(page, hand, flows[0]!)
    await expect(page.getByText(map['hint-few'])).toBeVisible()
    await expectAccessibleIn(page, onePair, 'one flow')
    for (const flow of flows.slice(1)) await add(page, mouse(), flow)
    await page.getByLabel(map.me).selectOption('me')
    await expect(lines(page)).toHaveCount(flows.length)
    await expect(drawing(page)).toBeVisible()
    await expectAccessibleIn(page, [...onePair, ...otherPair], 'a map')

    // what its shape shows
    const hints = page.getByRole('region', { name: map.hints })
    await expect(hints).toContainText('“report” from Partner’s office to Me breaks')
    await expect(hints).toContainText('4 of 6 flows begin or end with you')
    await expect(hints).toContainText('“which bridge is open & which <not>” reaches Me only informally')
    await expect(hints).toContainText('Volunteer, Field officer')

    // a change, and a removal that can be taken back
    await button(page, `${map.change} flow 2`).click()
    await expect(page.getByRole('heading', { name: 'Change flow 2' })).toBeVisible()
    await page.getByLabel(map.often, { exact: true }).fill('Mondays')
    await button(page, map['save-change']).click()
    await expect(lines(page).nth(1)).toContainText('Mondays')
    await expect(button(page, `${map.change} flow 2`)).toBeFocused()
    // what one is at in the list stands out in the drawing
    await page.mouse.move(0, 0)
    await expect(drawing(page).locator('[data-flow="1"]').first()).toHaveAttribute('data-on', 'yes')
    await expect(drawing(page).locator('[data-flow="0"]').first()).toHaveAttribute('data-on', 'no')
    await button(page, `${map.remove} flow 4`).click()
    await expect(lines(page)).toHaveCount(flows.length - 1)
    await expect(page.getByRole('heading', { name: map.list })).toBeFocused()
    await button(page, map.undo).click()
    await expect(lines(page).nth(3)).toContainText('which bridge is open')

    // a reload changes nothing
    const before = await copyOf(page)
    await page.reload()
    await expect(lines(page)).toHaveCount(flows.length)
    expect(await copyOf(page)).toEqual(before)

    // the picture stands alone: well-formed, every name and number as text, nothing from elsewhere
    const svg = (await download(page, map['save-svg'])).toString('utf8')
    const read = await page.evaluate((text) => {
      const file = new DOMParser().parseFromString(text, 'image/svg+xml')
      const root = file.documentElement
      return {
        root: root.nodeName,
        errors: file.querySelectorAll('parsererror').length,
        texts: [...file.querySelectorAll('text')].map((one) => one.textContent ?? ''),
        dotted: file.querySelectorAll('g path[stroke-dasharray]').length,
        cuts: file.querySelectorAll('g path[stroke="#a93a38"]').length,
        width: Number(root.getAttribute('width')),
        height: Number(root.getAttribute('height')),
      }
    }, svg)
    expect(read).toMatchObject({ root: 'svg', errors: 0, dotted: 2, cuts: 2 })
    for (const name of ['Roofs of Harda', 'Volunteer', 'Field officer', 'Driver', 'Coordinator', 'Me', '1', '6'])
      expect(read.texts).toContain(name)
    expect(read.texts.join(' ')).toContain('which bridge is open & which <not>')
    expect(svg).not.toMatch(/href|url\(|@import|var\(/)

    const png = await download(page, map['save-png'])
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1A\n')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * read.width, 2 * read.height])
    const colours = await page.evaluate(
      async (bytes) => {
        const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }))
        const canvas = new OffscreenCanvas(image.width, image.height)
        const context = canvas.getContext('2d')
        if (!context) throw new Error('no canvas')
        context.drawImage(image, 0, 0)
        const { data } = context.getImageData(0, 0, image.width, image.height)
        const seen = new Set<number>()
        for (let at = 0; at < data.length; at += 4) seen.add((data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!)
        return [0xffffff, 0x0e6664, 0x1a2330, 0xa93a38].map((colour) => seen.has(colour))
      },
      [...png],
    )
    expect(colours, 'paper, lines, names and breaks are in the picture').toEqual([true, true, true, true])

    // out as a table, erased, and the same rows come back
    const csv = await download(page, map['save-csv'])
    await erase(page, map.empty)
    await button(page, common['import-open']).click()
    await page.locator(tableFile).setInputFiles({ name: 'flows.csv', mimeType: 'text/csv', buffer: csv })
    await expect(page.getByRole('heading', { name: /flows\.csv/ })).toBeFocused()
    await expectAccessibleIn(page, onePair, 'a table to bring in')
    await button(page, `Add ${flows.length} rows`).click()
    await expect(lines(page)).toHaveCount(flows.length)
    const rows = (data: unknown) => (data as { flows: Flow[] }).flows.map(({ id, ...rest }) => rest)
    expect(rows((await copyOf(page)).data)).toEqual(rows(before.data))

    // and from the copy, everything
    await erase(page, map.empty)
    await openCopy(page, before.text)
    await expect(lines(page)).toHaveCount(flows.length)
    expect((await copyOf(page)).data).toEqual(before.data)
    const paper = await onPaper(page)
    expect(paper.text).toContain('which bridge is open')
    expect(paper.text).not.toContain(map.add)
  })

  test('names a row that it cannot read, and takes nothing from another tool', async ({ page }) => {
    await page.goto('/toolkit/information-flow')
    await button(page, common['import-open']).click()
    const csv = `${[map['column-from'], map['column-what'], map['column-to'], map['column-way']].join(';')}\nA;x;B;pigeon\nA;y;;formal\nA;z;B;informal\n`
    await page.locator(tableFile).setInputFiles({ name: 'mixed.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
    await expect(page.getByText('“pigeon” is not one of')).toBeVisible()
    await expect(page.getByText(`${map['column-to']} is empty.`)).toBeVisible()
    await button(page, 'Add 1 row').click()
    await expect(lines(page)).toHaveCount(1)
    await openCopy(page, JSON.stringify({ tool: 'thirty-seconds', version: 1, data: {} }))
    await expect(page.getByText(`is a copy of another tool: ${half.title}`)).toBeVisible()
    await expect(lines(page)).toHaveCount(1)
  })
})

test.describe('the listening checklist', () => {
  test('keeps several conversations, prints on one page, empty or filled, and comes back', async ({ page }) => {
    await catchPrint(page)
    await page.clock.setFixedTime(new Date('2026-11-23T09:00:00+06:00'))
    await page.goto('/toolkit/listening-checklist')
    await expect(page.getByText(list.empty)).toBeVisible()
    await expectAccessibleIn(page, onePair, 'no conversation')
    await button(page, list['print-empty']).click()
    await expect(page.locator('html')).toHaveAttribute('data-printed', 'true')

    const hand = keyboard(page)
    await hand.press(button(page, list.new))
    await expect(page.getByRole('heading', { name: list.unnamed })).toBeFocused()
    await expect(page.getByLabel(list.date, { exact: true })).toHaveValue('2026-11-23')
    await expectAccessibleIn(page, otherPair, 'an empty sheet')
    await hand.write(field(page, list.name), 'Nadifa, about the zero')
    await hand.check(page.getByRole('checkbox', { name: list['point-away'] }))
    await hand.check(page.getByRole('checkbox', { name: list['point-close'] }))
    await hand.write(field(page, list['note-during']), '“On the list”, twice')
    await button(page, list.new).click()
    await field(page, list.name).fill('Mr Obi')
    const shelf = page.getByRole('navigation', { name: list.shelf })
    await expect(shelf.getByRole('listitem')).toHaveCount(2)
    await shelf.getByRole('button', { name: /Nadifa/ }).click()
    await expect(page.getByRole('heading', { name: 'Nadifa, about the zero' })).toBeFocused()
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(2)
    await expect(shelf).toContainText('23 November 2026')
    await expectAccessibleIn(page, [...onePair, ...otherPair], 'two conversations')

    await button(page, list.print).click()
    await expect(page.locator('html')).toHaveAttribute('data-printed', 'filled')
    const paper = await onPaper(page)
    expect(paper.pages).toBe(1)
    expect(paper.text).toContain('“On the list”, twice')

    const text = (await download(page, list.text)).toString('utf8')
    expect(text).toContain('Nadifa, about the zero, 23 November 2026')
    expect(text).toContain(`[x] ${list['point-away']}`)

    const before = await copyOf(page)
    await erase(page, list.empty)
    await openCopy(page, before.text)
    await expect(shelf.getByRole('listitem')).toHaveCount(2)
    expect((await copyOf(page)).data).toEqual(before.data)

    await shelf.getByRole('button', { name: /Mr Obi/ }).click()
    await button(page, list.remove).click()
    await button(page, list['remove-yes']).click()
    await expect(shelf.getByRole('listitem')).toHaveCount(1)
    await expect(button(page, list.new)).toBeFocused()
    await expect(news(page, 'Removed: Mr Obi.')).toBeVisible()
  })
})

test.describe('the thirty-second explanation', () => {
  const written = {
    number: 'Your people know how many houses are damaged in six harbours.',
    decision: 'On Thursday the shelter group divides 400 repair kits.',
    people: 'Without your figures, nobody sees the families behind your sea wall.',
    back: 'One text message is enough. On Friday I call and say what was decided.',
  }
  const part = (page: Page, id: keyof typeof written) => field(page, half[`part-${id}`])

  test('is written, looked at twice, said against a clock, and comes back', async ({ page }) => {
    await catchPrint(page)
    await page.clock.install({ time: new Date('2026-11-23T09:00:00+06:00') })
    await page.goto('/toolkit/thirty-seconds')
    await expect(page.getByText(half.empty)).toBeVisible()
    await expect(button(page, half['take-over'])).toBeHidden()
    await expectAccessibleIn(page, onePair, 'no explanation')

    const hand = keyboard(page)
    await hand.press(button(page, half.new))
    await expect(page.getByRole('heading', { name: half.unnamed })).toBeFocused()
    await expectAccessibleIn(page, otherPair, 'an empty worksheet')
    await hand.write(field(page, half.name), 'Houses, for Mr Duong')
    await page.getByLabel(half.listener).selectOption('field')
    await expect(page.getByText(half['asks-field'])).toBeVisible()

    // words to look at twice, gone when the words are
    await hand.write(part(page, 'number'), 'It is for the UNRCO and the 4W')
    await expect(page.getByText('“4W”:')).toBeVisible()
    await expect(page.getByText('“UNRCO”: would this person’s neighbour know it?')).toBeVisible()
    await part(page, 'decision').fill('The shelter group divides the kits')
    await expect(page.getByText(half['no-day'])).toBeVisible()
    await expectAccessibleIn(page, onePair, 'a worksheet with hints')
    for (const id of ['number', 'decision', 'people', 'back'] as const) await part(page, id).fill(written[id])
    await expect(page.getByText('“4W”:')).toBeHidden()
    await expect(page.getByText(half['no-day'])).toBeHidden()
    await expect(page.getByRole('blockquote')).toHaveText(Object.values(written).join(' '))
    await expect(page.getByText('45 words, about 19 seconds at a calm pace.')).toBeVisible()
    await page.getByRole('checkbox', { name: half['check-keep'] }).check()

    // nothing runs before it is asked to; what the clock shows is also said
    await expect(page.getByText('0 s', { exact: true })).toBeVisible()
    await button(page, half['timer-start']).click()
    await page.clock.runFor(10_300)
    await expect(news(page, '10 seconds')).toBeVisible()
    await page.clock.runFor(11_000)
    await expect(page.getByText('21 s', { exact: true })).toBeVisible()
    await button(page, half['timer-stop']).click()
    await expect(news(page, 'You took 21 seconds.')).toBeVisible()
    await expectAccessibleIn(page, otherPair, 'a whole explanation')
    await button(page, half['timer-again']).click()
    await page.clock.runFor(121_000)
    await expect(news(page, 'The clock has stopped after 120 seconds.')).toBeVisible()

    await button(page, half['print-empty']).click()
    await expect(page.locator('html')).toHaveAttribute('data-printed', 'true')
    expect(await onPaper(page)).toMatchObject({ pages: 1, text: expect.stringContaining(written.people) })
    expect((await download(page, half.text)).toString('utf8')).toContain(`${half['part-back']}:\n${written.back}`)

    await button(page, half.new).click()
    await expect(page.getByRole('navigation', { name: half.shelf }).getByRole('listitem')).toHaveCount(2)
    const before = await copyOf(page)
    await erase(page, half.empty)
    await openCopy(page, before.text)
    await expect(page.getByRole('navigation', { name: half.shelf }).getByRole('listitem')).toHaveCount(2)
    expect((await copyOf(page)).data).toEqual(before.data)
  })

  /** A press before the page has come to life is lost, so it is pressed until it helps. */
  async function toOwnStep(page: Page): Promise<void> {
    const activity = page.locator('#activity-thirty-seconds')
    await expect(async () => {
      await activity.getByRole('button', { name: fading['fading-step-own'] }).click()
      await expect(activity.getByLabel(half['part-number'], { exact: true })).toBeEnabled({ timeout: 1000 })
    }).toPass()
  }

  test('takes over what was written in the lesson, and leaves it there', async ({ page }) => {
    await page.goto('/modules/big-picture/lessons/thirty-seconds')
    const activity = page.locator('#activity-thirty-seconds')
    await toOwnStep(page)
    await activity.getByLabel(half['part-number'], { exact: true }).fill(written.number)
    await expect(activity.getByLabel(half['part-number'], { exact: true })).toHaveValue(written.number)
    await page.goto('/toolkit/thirty-seconds')
    await button(page, half['take-over']).click()
    await expect(part(page, 'number')).toHaveValue(written.number)
    await expect(news(page, half['taken-over'])).toBeVisible()
    await part(page, 'number').fill('Changed here')
    await page.goto('/modules/big-picture/lessons/thirty-seconds')
    await toOwnStep(page)
    await expect(activity.getByLabel(half['part-number'], { exact: true })).toHaveValue(written.number)
  })
})
