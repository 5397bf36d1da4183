/**
 * `npm run bench`: page weight and serving speed of the production build on this machine. Machines are noisy, so speed is
 * given as a median of rounds and as a ratio to the smallest page; weight is exact. Nothing here passes or fails.
 *
 *   npm run bench              everything
 *   npm run bench -- cohort    one part of it: weight, search, speed, cohort or pictures
 *   npm run bench -- cohort --most 2400    the cohort's page on sites of at most so many learners (24,000 without it)
 *   npm run bench -- pictures --renders 0    without drawing ten thousand pictures to watch the memory
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { findBrowser } from '#lib/command/find-browser.mjs'
import { build, nodePath } from '#lib/command/prepare.mjs'
import { loadCourse } from '#lib/course/load-course.ts'
import { measureCohort } from './measure-cohort.ts'
import { measurePictures } from './measure-pictures.ts'
import { measureSearch } from './measure-search.ts'
import { measureSpeed } from './measure-speed.ts'
import { measureWeight } from './measure-weight.ts'

const root = resolve(import.meta.dirname, '../..')
const port = 3414
const base = `http://localhost:${port}`

const parts = ['weight', 'search', 'speed', 'cohort', 'pictures'] as const
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { most: { type: 'string', default: '24000' }, renders: { type: 'string', default: '10000' } },
})
const unknown = positionals.filter((one) => !(parts as readonly string[]).includes(one))
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. The parts are ${parts.join(', ')}.`)
  process.exit(1)
}
const asked = (part: (typeof parts)[number]) => positionals.length === 0 || positionals.includes(part)

const node = nodePath()
if ((await build(node)) !== 0) process.exit(1)
const course = await loadCourse()
const pages = [
  '/',
  ...[...course.modules.values()].flatMap(({ slug, lessons }) => [
    `/modules/${slug}`,
    ...lessons.map((lesson) => `/modules/${slug}/lessons/${lesson.slug}`),
    `/modules/${slug}/scenario`,
    `/modules/${slug}/quiz`,
  ]),
]
const lesson = pages.find((page) => page.includes('/lessons/')) ?? '/'

if (asked('weight') || asked('search') || asked('speed')) {
  const server: ChildProcess = spawn(node, [join('e2e', 'start-server.ts'), 'sqlite', String(port)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((ready) => server.stdout?.on('data', (text: Buffer) => text.includes('is open at') && ready()))
  try {
    if (asked('weight') || asked('search')) await measureInBrowser()
    if (asked('speed')) {
      console.log('\nServed a second, median of five rounds of two seconds, eight connections; "ratio" is to /api/health\n')
      console.table(await measureSpeed(base, ['/api/health', '/', lesson, '/api/statements?since=0']))
    }
  } finally {
    server.kill('SIGTERM')
  }
}

if (asked('cohort')) {
  console.log('\nThe page of a cohort with eight modules, milliseconds at the median of 25; the aim is 150 for a cohort of 2,000.')
  console.log('"changed": after something changed in it; "grid": the part that grows with it; "page": kB before compression\n')
  for (const kind of ['sqlite', 'postgresql'] as const)
    console.table(await measureCohort(kind, course, { port: port + 1, most: Number(values.most) }))
}

if (asked('pictures')) {
  console.log('\nPictures of certificates: "drawn" in milliseconds, the aim is a median of 60; "kept" served a second, the aim is 2,000')
  console.log(
    'Memory of the server in MB after so many drawings: "live", which something holds, is not to grow; "resident", of the process\n',
  )
  for (const kind of ['sqlite', 'postgresql'] as const) {
    // what grows would grow on either
    const renders = kind === 'sqlite' ? Number(values.renders) : 0
    const { drawn, kept, memory } = await measurePictures(kind, course, { port: port + 2, renders })
    console.table([drawn])
    console.table(kept)
    if (memory.length > 0) console.table(memory)
  }
}

async function measureInBrowser(): Promise<void> {
  const browserPath = await findBrowser(node)
  if (!browserPath) process.exit(1)
  const browser = await chromium.launch({
    executablePath: browserPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  })
  if (asked('weight')) {
    console.log('\nFirst view, everything transferred, in kB (Brotli, as served); "next" is the same page opened from the one before it\n')
    console.table(await measureWeight(browser, base, pages))
  }
  if (asked('search')) {
    console.log('\nSearch: milliseconds from the key to the first result, processor four times slower; the aim is 100\n')
    console.table(await measureSearch(browser, base + lesson))
  }
  await browser.close()
}
