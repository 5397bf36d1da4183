/** From the key that opens search to the first result on the screen, on a processor four times slower. */
import type { Browser, Page } from '@playwright/test'

const rounds = 7
const slower = 4
const query = 'prioirty'

/** Runs in the page: opens, types the whole query at once and waits for the frame that shows a result. @returns milliseconds */
function openAndFind(query: string): Promise<{ field: number; result: number }> {
  const seen = <T>(look: () => T | null) =>
    new Promise<T>((done) => {
      const now = look()
      if (now) return done(now)
      const again = () => {
        const found = look()
        if (!found) return
        observer.disconnect()
        document.removeEventListener('toggle', again, true)
        done(found)
      }
      const observer = new MutationObserver(again)
      observer.observe(document.body, { childList: true, subtree: true })
      document.addEventListener('toggle', again, true)
    })
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
  const start = performance.now()
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true }))
  return seen(() => document.querySelector<HTMLInputElement>('[popover]:popover-open #search-field')).then(async (field) => {
    const ready = performance.now()
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field, query)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    await seen(() => document.querySelector('[data-result]'))
    await painted()
    return { field: ready - start, result: performance.now() - start }
  })
}

const middle = (values: number[]) => Math.round([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!)

/**
 * @returns medians and the slowest, in milliseconds. `meant`: the pointer was on the button before, so everything is in memory; `kept`: the first
 *   opening on a page, everything still to be read from the browser's store; `again`: opened before on this page
 */
export async function measureSearch(browser: Browser, url: string) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const times = { meant: [] as number[], kept: [] as number[], again: [] as number[], field: [] as number[] }
  const fresh = async () => {
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    await page.goto(url, { waitUntil: 'networkidle' })
  }
  const slow = () => session.send('Emulation.setCPUThrottlingRate', { rate: slower })
  const timed = (page: Page) => page.evaluate(openAndFind, query)

  // once, so that the bytes are here
  await fresh()
  await timed(page)
  for (let i = 0; i < rounds; i++) {
    await fresh()
    await slow()
    const { field, result } = await timed(page)
    times.kept.push(result)
    times.field.push(field)
    await page.keyboard.press('Escape')
    await page.locator('#search-field').waitFor({ state: 'detached' })
    times.again.push((await timed(page)).result)

    await fresh()
    await page.getByRole('button', { name: 'Search', exact: true }).hover()
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(300)
    await slow()
    times.meant.push((await timed(page)).result)
  }
  await context.close()
  return Object.entries(times).map(([opened, all]) => ({ opened, median: middle(all), slowest: Math.round(Math.max(...all)) }))
}
