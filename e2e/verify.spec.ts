/** A stranger with somebody's certificate: pasted, dropped, photographed, altered, revoked, and without a connection. */
import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import words from '#lib/message/en/verify.json' with { type: 'json' }
import { everyLook, expectAccessibleIn, Looks } from './expect-accessible.ts'
import { moduleOf } from './learner.ts'
import { satisfyModule } from './satisfy-module.ts'

const networking = moduleOf('networking')
const name = 'Amal Haddad'
const hour = 3_600_000

test.setTimeout(180_000)

const post = async (request: APIRequestContext, path: string, data: unknown, method: 'post' | 'put' = 'post') => {
  const reply = await (await request[method](path, { data })).json()
  expect(reply, path).toMatchObject({ ok: true })
  return reply.value
}

/** A learner's own, made without a page. @returns its number, and the text of its credential */
async function certificateOf(request: APIRequestContext): Promise<{ id: string; json: string }> {
  await satisfyModule(request, networking)
  const { id } = await post(request, '/api/certificates', { module: networking.slug, name, showsName: true })
  return { id, json: await (await request.get(`/certificates/${id}/credential.json`)).text() }
}

async function open(page: Page): Promise<void> {
  await page.goto('/verify')
  await expect(page.getByRole('button', { name: words.go, exact: true })).toBeEnabled()
}

const verdict = (page: Page, title: string) => page.getByRole('heading', { level: 2, name: title, exact: true })
const line = (page: Page, check: string) => page.locator(`[data-check="${check}"]`)

/** Types it in and waits for what comes of it. */
async function give(page: Page, text: string, title: string): Promise<void> {
  await page.getByRole('textbox', { name: words.field }).fill(text)
  await page.getByRole('button', { name: words.go, exact: true }).click()
  await expect(verdict(page, title)).toBeFocused()
}

async function drop(page: Page, file: string, type: string, bytes: Uint8Array): Promise<void> {
  const data = await page.evaluateHandle(
    ({ base64, file, type }) => {
      const transfer = new DataTransfer()
      const content = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      transfer.items.add(new File([content], file, { type }))
      return transfer
    },
    { base64: Buffer.from(bytes).toString('base64'), file, type },
  )
  await page.getByRole('region', { name: words['give-title'] }).dispatchEvent('drop', { dataTransfer: data })
}

const again = (page: Page) => page.getByRole('button', { name: words.clear }).click()

test('a certificate is verified in the browser, and nothing else passes for one', async ({ page, request, baseURL }) => {
  const { id, json } = await certificateOf(request)
  const looks = new Looks(everyLook)
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) wrong.push(message.text())
  })
  const asked: string[] = []
  page.on('request', (one) => asked.push(one.url()))

  await open(page)
  await expectAccessibleIn(page, everyLook, 'nothing given yet')
  // what is heavy comes when there is something to verify
  expect(asked.filter((url) => /credential|did\.json|status/.test(url))).toEqual([])

  await test.step('its JSON', async () => {
    await give(page, json, words['verified-title'])
    for (const check of ['format', 'signature', 'issuer', 'dates', 'status'])
      await expect(line(page, check)).toHaveAttribute('data-result', 'passed')
    await expect(line(page, 'issuer')).toContainText(words['line-issuer_here'])
    await expect(line(page, 'status')).toContainText(words['age-now'])
    const says = page.getByRole('region', { name: words['says-title'] })
    await expect(says).toContainText(name)
    await expect(says).toContainText(networking.module.title)
    await expectAccessibleIn(page, everyLook, 'verified')
  })
  await test.step('its JSON with another name', async () => {
    await give(page, json.replaceAll(name, 'Amal Hadad'), words['altered-title'])
    await expect(page.getByText(words['says-warning'])).toBeVisible()
    await expectAccessibleIn(page, looks.next(), 'altered')
  })
  await test.step('its link and its number', async () => {
    await give(page, `${baseURL}/certificates/${id}`, words['verified-title'])
    await again(page)
    await expect(page.getByRole('textbox', { name: words.field })).toBeFocused()
    await give(page, id.toLowerCase().replaceAll('-', ' '), words['verified-title'])
    await give(page, '0000-0000-0000-0000', words['absent-title'])
    await expectAccessibleIn(page, looks.next(), 'a link that leads nowhere')
  })
  await test.step('its files, dropped', async () => {
    for (const [file, type] of [
      ['badge.png', 'image/png'],
      ['certificate.pdf', 'application/pdf'],
    ] as const) {
      await again(page)
      await drop(page, file, type, await (await request.get(`/certificates/${id}/${file}`)).body())
      await expect(verdict(page, words['verified-title']), file).toBeFocused()
      await expect(line(page, 'format'), file).toContainText(words['line-open_badge'])
    }
  })
  await test.step('the QR code on its picture', async () => {
    await again(page)
    const picture = await (await request.get(`/certificates/${id}/image.png`)).body()
    await drop(page, 'image.png', 'image/png', picture)
    await expect(verdict(page, words['verified-title'])).toBeFocused()
    await expect(line(page, 'format')).toContainText(words['line-compact'])
    await expect(page.getByRole('region', { name: words['says-title'] })).toContainText(networking.module.title)
    await expectAccessibleIn(page, looks.next(), 'a QR code')
    await page.getByRole('button', { name: words['says-whole'] }).click()
    await expect(line(page, 'format')).toContainText(words['line-open_badge'])
  })
  await test.step('what is none', async () => {
    await give(page, '{"name": "Amal Haddad", "passed": true}', words['not_a_credential-title'])
    await expectAccessibleIn(page, looks.next(), 'no certificate')
    await give(page, 'I have passed, believe me.', words['strange_text-title'])
    await again(page)
    await drop(page, 'letter.txt', 'text/plain', new TextEncoder().encode('I have passed, believe me.'))
    await expect(verdict(page, words['not_a_credential-title'])).toBeFocused()
  })
  await test.step('one that a corrected one took the place of', async () => {
    await post(request, `/api/certificates/${id}`, { name: 'Amal Haddad-Okoye' }, 'put')
    await give(page, json, words['revoked-title'])
    await expect(line(page, 'status')).toHaveAttribute('data-result', 'failed')
    await expect(page.getByText(words['revoked-replaced'])).toBeVisible()
    await expectAccessibleIn(page, looks.next(), 'revoked')
    await give(page, id, words['verified-title'])
    await expect(page.getByRole('region', { name: words['says-title'] })).toContainText('Amal Haddad-Okoye')
  })
  expect(wrong).toEqual([])
  const site = new URL(baseURL!).origin
  expect(asked.filter((url) => !url.startsWith(site) && !/^(data|blob):/.test(url))).toEqual([])
})

test('without a connection the page opens, verifies what it has met before, and says how old the list is', async ({
  page,
  request,
  context,
}) => {
  const { id, json } = await certificateOf(request)
  await open(page)
  await give(page, json, words['verified-title'])
  // the page, and all it has loaded by now
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
          const needed = ['/verify', ...loaded.filter((path) => path.startsWith('/_next/static/'))]
          const kept = await Promise.all(needed.map((path) => caches.match(path, { ignoreVary: true })))
          return needed.filter((_, place) => !kept[place])
        }),
      { timeout: 30_000 },
    )
    .toEqual([])
  // three hours pass
  await page.evaluate(
    (passed) =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open('verify')
        opening.onerror = () => failed(opening.error)
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('document', 'readwrite')
          transaction.oncomplete = () => {
            opening.result.close()
            done()
          }
          transaction.objectStore('document').openCursor().onsuccess = ({ target }) => {
            const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result
            if (!cursor) return
            cursor.update({ ...cursor.value, fetchedAt: cursor.value.fetchedAt - passed })
            cursor.continue()
          }
        }
      }),
    3 * hour,
  )

  await context.setOffline(true)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: words.title })).toBeVisible()
  await give(page, json, words['verified-title'])
  await expect(line(page, 'status')).toContainText('3 hours old')
  await expect(line(page, 'status')).toContainText(words['list-kept'])
  await expect(page.getByText(words['verified-old'])).toBeVisible()
  await expectAccessibleIn(page, everyLook, 'without a connection')
  await give(page, json.replaceAll(name, 'Amal Hadad'), words['altered-title'])
  await give(page, id, words['offline-title'])

  await context.setOffline(false)
  await give(page, json, words['verified-title'])
  await expect(line(page, 'status')).toContainText(words['age-now'])
})

test('with a connection the page is never an old one, and no other page is kept', async ({ page, request }) => {
  const { json } = await certificateOf(request)
  await open(page)
  await give(page, json, words['verified-title'])
  await expect
    .poll(() => page.evaluate(async () => Boolean(await caches.match('/verify', { ignoreVary: true }))), { timeout: 30_000 })
    .toBe(true)
  const kept = await page.evaluate(async () => {
    const paths: string[] = []
    for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname)
    return paths
  })
  expect(kept.filter((path) => path !== '/verify' && !/^\/(_next\/static|fonts)\//.test(path) && path !== '/icon.svg')).toEqual([])
  await page.evaluate(async () => {
    for (const name of await caches.keys())
      await (await caches.open(name)).put('/verify', new Response('<h1>Old</h1>', { headers: { 'content-type': 'text/html' } }))
  })
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: words.title })).toBeVisible()
})

test('only this page may ask other sites and for the camera, and it keeps that to itself', async ({ page, request }) => {
  const headersOf = async (path: string) => (await request.get(path)).headers()
  const verify = await headersOf('/verify')
  expect(verify['content-security-policy']).toContain(`connect-src 'self' https:;`)
  expect(verify['permissions-policy']).toContain('camera=(self)')
  for (const path of ['/', '/glossary', '/verify-email', '/certificates/AAAA-BBBB-CCCC-DDDD']) {
    const headers = await headersOf(path)
    expect(headers['content-security-policy'], path).toContain(`connect-src 'self';`)
    expect(headers['permissions-policy'], path).toContain('camera=()')
  }
  // whoever comes and goes gets a document of their own
  await page.goto('/glossary')
  const documents: string[] = []
  page.on('request', (one) => one.isNavigationRequest() && documents.push(new URL(one.url()).pathname))
  await page.getByRole('contentinfo').getByRole('link', { name: 'Verify a certificate' }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.title })).toBeVisible()
  await expect(page.getByRole('button', { name: words.go, exact: true })).toBeEnabled()
  await page.getByRole('contentinfo').getByRole('link', { name: 'Glossary' }).click()
  await expect(page).toHaveURL('/glossary')
  expect(documents).toEqual(['/verify', '/glossary'])
})

test('a look that takes long can be stopped, and what was given is still there', async ({ page, baseURL }) => {
  const link = `${baseURL}/certificates/AAAA-BBBB-CCCC-DDDD`
  await page.route(`${link}*`, () => undefined)
  await page.route(`${link}/**`, () => undefined)
  await open(page)
  const field = page.getByRole('textbox', { name: words.field })
  await field.fill(link)
  await field.press('Enter')
  await expect(page.getByText(words['working-fetch'])).toBeVisible()
  await page.getByRole('button', { name: words.stop, exact: true }).click()
  await expect(field).toBeFocused()
  await expect(field).toHaveValue(link)
  await expect(page.getByText(words['working-fetch'])).toHaveCount(0)
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await give(page, link, words['absent-title'])
})

test('where there is no camera, the page says what to do instead', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = async () => {
      throw new DOMException('refused', 'NotAllowedError')
    }
    Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia: refuse }, configurable: true })
  })
  await open(page)
  const scan = page.getByRole('button', { name: words.scan })
  await scan.click()
  const camera = page.getByRole('group', { name: words['camera-title'] })
  await expect(camera.getByText(words['camera-refused'])).toBeVisible()
  await expectAccessibleIn(page, everyLook, 'a camera that was refused')
  await camera.getByRole('button', { name: words['camera-close'] }).click()
  await expect(scan).toBeFocused()
})
