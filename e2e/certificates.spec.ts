/**
 * A certificate and the people it is for: its holder makes, shares, hides and corrects it; a stranger without cookies checks it; whoever
 * facilitates a cohort takes all of them home.
 */
import { readFile } from 'node:fs/promises'
import { type APIRequestContext, type Browser, expect, type Page, test } from '@playwright/test'
import { unzipSync } from 'fflate'
import Papa from 'papaparse'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { credentialInPdf } from '#lib/credential/attached.ts'
import { unbake } from '#lib/credential/bake.ts'
import { verifyCredential } from '#lib/credential/verify-credential.ts'
import words from '#lib/message/en/certificate.json' with { type: 'json' }
import list from '#lib/message/en/cohort-certificates.json' with { type: 'json' }
import framework from '#lib/message/en/framework.json' with { type: 'json' }
import { expectAccessibleIn, onePair, otherPair } from './expect-accessible.ts'
import { moduleOf, oneOf } from './learner.ts'
import { satisfyModule } from './satisfy-module.ts'
import { setupFile } from './server-facts.ts'

const networking = moduleOf('networking')
const { title } = networking.module
const certificatePage = /\/certificates\/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/

test.setTimeout(180_000)

/** Puts a name on the certificate of a module that is complete. @returns the address of its page */
async function makeCertificate(page: Page, name: string): Promise<string> {
  await page.goto(`/modules/${networking.slug}`)
  await page.getByRole('textbox', { name: words.nameLabel }).fill(name)
  await page.getByRole('button', { name: words.offerMake }).click()
  await page.waitForURL(certificatePage)
  return page.url()
}

/** A browser that has never been here. */
async function stranger(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', ...(baseURL ? { baseURL } : {}) })
  return context.newPage()
}

/** The verdict of somebody who has nothing but the text and the issuer's list. */
async function verdictOn(text: string, request: APIRequestContext): Promise<string> {
  const load = async (url: string) => {
    const response = await request.get(url)
    if (!response.ok()) throw new Error(`${url}: ${response.status()}`)
    return { document: await response.json(), fetchedAt: Date.now(), fresh: true }
  }
  const { code } = await verifyCredential(text, { load, now: Date.now() })
  return code
}

const bytesOf = async (request: APIRequestContext, address: string, type: string): Promise<Uint8Array> => {
  const response = await request.get(address)
  expect(response.status(), address).toBe(200)
  expect(response.headers()['content-type'], address).toMatch(new RegExp(`^${type}\\b`))
  return new Uint8Array(await response.body())
}

async function openPdf(bytes: Uint8Array): Promise<{ text: string; size: readonly number[]; pages: number }> {
  const loading = getDocument({ data: bytes.slice(), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false })
  const document = await loading.promise
  const page = await document.getPage(1)
  const { items } = await page.getTextContent()
  const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('')
  const size = page.view.slice(2).map(Math.round)
  const pages = document.numPages
  await loading.destroy()
  return { text, size, pages }
}

test('a learner shares a certificate, and whoever has its address can check it', async ({ page, browser, baseURL }) => {
  const name = 'Amal Haddad'
  await page.goto('/')
  await satisfyModule(page.request, networking)
  const address = await makeCertificate(page, name)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByRole('heading', { name: words.holderTitle })).toBeVisible()
  await expectAccessibleIn(page, onePair, 'certificate, as its holder')

  const other = await stranger(browser, baseURL)
  const { request } = other
  const asked: string[] = []
  other.on('request', (one) => asked.push(one.url()))

  await test.step('a stranger sees it verified, without a login and without being followed', async () => {
    const response = await other.goto(address)
    expect(response?.status()).toBe(200)
    expect(other.url()).toBe(address)
    await expect(other.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(other.getByText(words.stateVerified, { exact: true })).toBeVisible()
    await expect(other.getByRole('heading', { name: words.holderTitle })).toBeHidden()
    await other.waitForLoadState('networkidle')
    const site = new URL(address).origin
    expect(asked.filter((url) => !url.startsWith(site) && !url.startsWith('data:') && !url.startsWith('blob:'))).toEqual([])
    expect(await other.context().cookies()).toEqual([])
    await expectAccessibleIn(other, otherPair, 'certificate, as a stranger')
  })

  await test.step('what other sites show of it is in its head', async () => {
    const content = (name: string) => other.locator(`meta[property="${name}"], meta[name="${name}"]`).first().getAttribute('content')
    expect(await content('og:title')).toContain(name)
    expect(await content('og:description')).toContain(title)
    expect(await content('og:url')).toBe(address)
    expect(await content('twitter:card')).toBe('summary_large_image')
    expect(await content('robots')).toContain('noindex')
    expect(await other.locator('link[rel="canonical"]').getAttribute('href')).toBe(address)
    const picture = (await content('og:image'))!
    expect(await content('twitter:image')).toBe(picture)
    expect([await content('og:image:width'), await content('og:image:height')]).toEqual(['1200', '630'])
    await bytesOf(request, picture, 'image/png')

    const data = JSON.parse((await other.locator('script[type="application/ld+json"]').textContent())!)
    expect(data).toMatchObject({ '@context': 'https://schema.org', '@type': 'EducationalOccupationalCredential', url: address })
    expect(JSON.stringify(data)).toContain(name)
  })

  await test.step('a skill leads to its place in the framework', async () => {
    const skill = other.locator('a[href*="/framework#"]').first()
    const id = (await skill.getAttribute('href'))!.split('#')[1]!
    const text = (await skill.textContent())!
    await skill.click()
    await expect(other.getByRole('heading', { level: 1, name: framework.title })).toBeVisible()
    await expect(other.locator(`[id="${id}"]`)).toContainText(text)
    await expect(other.locator(`[id="${id}"]`)).toBeInViewport()
    await expectAccessibleIn(other, onePair, 'framework')
    await other.goto(address)
  })

  const json = new TextDecoder().decode(await bytesOf(request, `${address}/credential.json`, 'application/json'))
  await test.step('every file is what it says, and carries the same credential', async () => {
    expect(await verdictOn(json, request)).toBe('verified')
    expect(await verdictOn(json.replaceAll(name, 'Amal Hadad'), request)).toBe('altered')
    expect(unbake(await bytesOf(request, `${address}/badge.png`, 'image/png'))).toBe(json)
    for (const [size, expected] of [
      ['a4', [595, 842]],
      ['letter', [612, 792]],
    ] as const) {
      const bytes = await bytesOf(request, `${address}/certificate.pdf?size=${size}`, 'application/pdf')
      const pdf = await openPdf(bytes)
      expect(
        pdf.size.toSorted((a, b) => a - b),
        size,
      ).toEqual(expected)
      const flat = pdf.text.replace(/\s+/g, ' ')
      for (const said of [name, title]) expect(flat).toContain(said)
      expect(await credentialInPdf(bytes)).toBe(json)
    }
  })

  await test.step('made private, it is gone for everybody else, and back when it is shared again', async () => {
    const setTo = async (kind: 'private' | 'unlisted') => {
      const fold = page.locator('details').filter({ has: page.locator('summary', { hasText: words.visibilityTitle }) })
      if ((await fold.getAttribute('open')) === null) await fold.locator('summary').click()
      await fold.getByRole('radio', { name: new RegExp(`^${words[`visibility_${kind}`]}`) }).check()
      await fold.getByRole('button', { name: words.visibilitySave }).click()
      await expect(page.getByText(words[`visibilitySaid_${kind}`])).toBeVisible()
    }
    await setTo('private')
    expect((await other.goto(address))?.status()).toBe(410)
    await expect(other.getByRole('heading', { level: 1, name: words.goneTitle })).toBeVisible()
    await expect(other.getByText(name)).toHaveCount(0)
    expect(await other.content()).not.toContain(name)
    await expectAccessibleIn(other, onePair, 'certificate that is private')
    for (const file of ['credential.json', 'badge.png', 'image.png', 'certificate.pdf?size=a4'])
      expect((await request.get(`${address}/${file}`)).status(), file).toBe(410)
    // whoever has the file already can go on checking it
    expect(await verdictOn(json, request)).toBe('verified')
    await setTo('unlisted')
    expect((await other.goto(address))?.status()).toBe(200)
  })

  await test.step('a corrected name takes the place of the old one', async () => {
    const corrected = 'أمل حداد'
    const fold = page.locator('details').filter({ has: page.locator('summary', { hasText: words.correctTitle }) })
    await fold.locator('summary').click()
    await fold.getByRole('textbox', { name: words.nameLabel }).fill(corrected)
    await fold.getByRole('button', { name: words.correctNext }).click()
    await expect(page.getByRole('heading', { name: words.correctAsk })).toBeFocused()
    await fold.getByRole('button', { name: words.correctYes }).click()
    await expect(page.getByText(words.correctDone)).toBeVisible()
    await other.goto(address)
    await expect(other.getByRole('heading', { level: 1, name: corrected })).toBeVisible()
    await expect(other.getByText(words.stateVerified, { exact: true })).toBeVisible()
    const now = new TextDecoder().decode(await bytesOf(request, `${address}/credential.json`, 'application/json'))
    expect([await verdictOn(json, request), await verdictOn(now, request)]).toEqual(['revoked', 'verified'])
    expect(now).not.toContain(name)
  })
  await other.context().close()
})

test('a facilitator takes home the certificates of a cohort as one zip', async ({ page: guide, browser, baseURL }) => {
  const post = async (request: APIRequestContext, path: string, data: unknown) => {
    const reply = await (await request.post(path, { data })).json()
    expect(reply, path).toMatchObject({ ok: true })
    return reply.value
  }
  // the first administrator, by the link that the server printed
  const port = Number(new URL(baseURL!).port)
  const token = new URL(await readFile(setupFile(port), 'utf8')).searchParams.get('token')
  await guide.goto('/')
  const account = { name: 'Ágnes Nagy', email: 'agnes@example.org', password: 'four plain words here' }
  await post(guide.request, '/api/account/setup', { token, ...account })
  const cohort = await post(guide.request, '/api/cohorts', { name: 'Field offices: first round', timeZone: 'Asia/Dhaka' })
  const here = `/facilitate/cohorts/${cohort.id}/certificates`
  await guide.goto(here)
  await expect(guide.getByRole('heading', { name: list['none-title'] })).toBeVisible()
  await expectAccessibleIn(guide, onePair, 'a cohort without certificates')
  await post(guide.request, `/api/cohorts/${cohort.id}/assignments`, { modules: [networking.slug] })

  // three people: two of the same name, and one who shares nothing
  const people = [
    { known: 'Dilnoza', written: 'Олена Коваль' },
    { known: 'Elena', written: 'Олена Коваль' },
    { known: 'Farid', written: 'Farid Karimi' },
  ]
  const credentials: string[] = []
  for (const { known, written } of people) {
    const { request } = await browser.newContext(baseURL ? { baseURL } : {})
    await satisfyModule(request, networking)
    await post(request, '/api/join', { code: cohort.code, name: known })
    const { id } = await post(request, '/api/certificates', { module: networking.slug, name: written })
    credentials.push(await (await request.get(`/certificates/${id}/credential.json`)).text())
    if (known !== 'Farid') continue
    const hidden = await request.put(`/api/certificates/${id}`, { data: { visibility: 'private' } })
    expect(await hidden.json()).toMatchObject({ ok: true })
  }

  await guide.goto(here)
  const row = (name: string) => guide.getByRole('row', { name: new RegExp(name) })
  await expect(row('Dilnoza')).toContainText(list['state-valid'])
  await expect(row('Dilnoza').getByRole('link', { name: /^Open/ })).toBeVisible()
  await expect(row('Farid')).toContainText(list['not-shared'])
  await expect(guide.getByText('Farid Karimi')).toHaveCount(0)
  await expectAccessibleIn(guide, otherPair, 'the certificates of a cohort')

  await guide.getByRole('radio', { name: list['pack-both'] }).check()
  const download = guide.waitForEvent('download')
  await guide.getByRole('button', { name: list['pack-do_other'].replace('{count}', '2') }).click()
  const file = await download
  await expect(guide.getByText(list['pack-ready_other'].replace('{count}', '4'))).toBeVisible()
  await expectAccessibleIn(guide, onePair, 'a zip that is saved')
  expect(file.suggestedFilename()).toMatch(/^Field offices first round.*\.zip$/)
  const zip = unzipSync(new Uint8Array(await readFile(await file.path())))
  const stem = `Олена Коваль – ${title}`
  expect(Object.keys(zip).sort()).toEqual([`${stem}.png`, `${stem}.pdf`, `${stem} (2).png`, `${stem} (2).pdf`, 'certificates.csv'].sort())
  expect([`${stem}.png`, `${stem} (2).png`].map((name) => unbake(zip[name]!))).toEqual(credentials.slice(0, 2))
  expect(await credentialInPdf(zip[`${stem}.pdf`]!)).toBe(credentials[0])
  const table = Papa.parse<Record<string, string>>(new TextDecoder().decode(zip['certificates.csv']), {
    header: true,
    skipEmptyLines: true,
  })
  expect(table.data.map((one) => [one[list['csv-name']], one[list['csv-written']], one[list['csv-state']]])).toEqual([
    ['Dilnoza', 'Олена Коваль', list['state-valid']],
    ['Elena', 'Олена Коваль', list['state-valid']],
  ])

  // looking for one, by the name on the certificate
  await guide.getByRole('searchbox', { name: list['find-name'] }).fill('коваль')
  await guide.getByRole('button', { name: oneOf(list.find) }).click()
  await expect(row('Elena')).toBeVisible()
  await expect(row('Farid')).toHaveCount(0)
})
