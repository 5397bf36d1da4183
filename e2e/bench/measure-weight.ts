/** What a page costs on the wire, by Chromium's own account of the bytes received (headers included). */
import type { Browser } from '@playwright/test'

type Row = { page: string; html: number; scripts: number; styles: number; fonts: number; other: number; total: number; next: number | null }

const kinds: Record<string, 'html' | 'scripts' | 'styles' | 'fonts'> = {
  Document: 'html',
  Script: 'scripts',
  Stylesheet: 'styles',
  Font: 'fonts',
}
const kB = (bytes: number) => Math.round(bytes / 100) / 10

type Visit = { open(url: string): Promise<void>; follow(path: string): Promise<void> }

async function weigh(browser: Browser, visit: (steps: Visit) => Promise<void>) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  const found = new Map<string, { kind: string; bytes: number }>()
  session.on('Network.responseReceived', ({ requestId, type }) => void found.set(requestId, { kind: type, bytes: 0 }))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const one = found.get(requestId)
    if (one) one.bytes = encodedDataLength
  })
  await visit({
    async open(url) {
      found.clear()
      await page.goto(url, { waitUntil: 'networkidle' })
    },
    // as a learner on a phone goes on: by a tap on the link, where there is one
    async follow(path) {
      const link = page.locator(`main a[href="${path}"]`).last()
      if ((await link.count()) === 0) return this.open(new URL(path, page.url()).href)
      found.clear()
      await link.tap()
      await page.waitForURL(`**${path}`)
      await page.waitForLoadState('networkidle')
    },
  })
  const sums = { html: 0, scripts: 0, styles: 0, fonts: 0, other: 0 }
  for (const { kind, bytes } of found.values()) sums[kinds[kind] ?? 'other'] += bytes
  await context.close()
  return sums
}

/** @returns kilobytes (1,000 bytes) for each page: the first view with an empty cache, and the same page as the second one of a visit */
export async function measureWeight(browser: Browser, base: string, pages: readonly string[]): Promise<Row[]> {
  const rows: Row[] = []
  for (const [i, page] of pages.entries()) {
    const first = await weigh(browser, ({ open }) => open(base + page))
    const before = pages[i - 1]
    const second = before
      ? await weigh(browser, async (steps) => {
          await steps.open(base + before)
          await steps.follow(page)
        })
      : null
    const total = (sums: typeof first) => Object.values(sums).reduce((sum, bytes) => sum + bytes, 0)
    rows.push({
      page,
      html: kB(first.html),
      scripts: kB(first.scripts),
      styles: kB(first.styles),
      fonts: kB(first.fonts),
      other: kB(first.other),
      total: kB(total(first)),
      next: second ? kB(total(second)) : null,
    })
  }
  return rows
}
