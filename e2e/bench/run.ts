/**
 * `npm run bench`: page weight and serving speed of the production build on this machine. Machines are noisy, so speed is
 * given as a median of rounds and as a ratio to the smallest page; weight is exact. Nothing here passes or fails.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { chromium } from '@playwright/test'
import { findBrowser } from '#lib/command/find-browser.mjs'
import { build, nodePath } from '#lib/command/prepare.mjs'
import { loadCourse } from '#lib/course/load-course.ts'
import { measureSearch } from './measure-search.ts'
import { measureSpeed } from './measure-speed.ts'
import { measureWeight } from './measure-weight.ts'

const root = resolve(import.meta.dirname, '../..')
const port = 3414
const base = `http://localhost:${port}`

const node = nodePath()
if ((await build(node)) !== 0) process.exit(1)
const browserPath = await findBrowser(node)
if (!browserPath) process.exit(1)

const server: ChildProcess = spawn(node, [join('e2e', 'start-server.ts'), 'sqlite', String(port)], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
})
await new Promise<void>((ready) => server.stdout?.on('data', (text: Buffer) => text.includes('is open at') && ready()))

try {
  const { modules } = await loadCourse()
  const pages = [
    '/',
    ...[...modules.values()].flatMap(({ slug, lessons }) => [
      `/modules/${slug}`,
      ...lessons.map((lesson) => `/modules/${slug}/lessons/${lesson.slug}`),
      `/modules/${slug}/scenario`,
      `/modules/${slug}/quiz`,
    ]),
  ]
  const browser = await chromium.launch({
    executablePath: browserPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  })
  console.log('\nFirst view, everything transferred, in kB (Brotli, as served); "next" is the same page opened from the one before it\n')
  console.table(await measureWeight(browser, base, pages))
  console.log('\nSearch: milliseconds from the key to the first result, processor four times slower; the aim is 100\n')
  console.table(await measureSearch(browser, base + (pages.find((page) => page.includes('/lessons/')) ?? '/')))
  await browser.close()
  console.log('\nServed a second, median of five rounds of two seconds, eight connections; "ratio" is to /api/health\n')
  console.table(
    await measureSpeed(base, ['/api/health', '/', pages.find((page) => page.includes('/lessons/')) ?? '/', '/api/statements?since=0']),
  )
} finally {
  server.kill('SIGTERM')
}
