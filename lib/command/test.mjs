/**
 * `npm test`: everything a change must pass, on a fresh clone too. Goes on after a failure, so that one run says all.
 * The last line is `N passed, N failed`; the exit code is non-zero when anything failed.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from './find-browser.mjs'
import { build, checkNode, install, nodePath, root, run } from './prepare.mjs'

checkNode()
await install('all')
const node = nodePath()
const results = join(root, '.test')
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

let passed = 0
let failed = 0
const bin = (...path) => join('node_modules', ...path)

/** A step that is one check in itself. */
async function step(name, work) {
  console.log(`\n── ${name}`)
  if ((await work()) === 0) passed += 1
  else {
    failed += 1
    console.error(`✗ ${name}`)
  }
}

/** A test runner that writes how many passed; a run that wrote nothing failed. */
async function suite(name, args, env, count) {
  console.log(`\n── ${name}`)
  const code = await run(node, args, { env: { ...process.env, ...env } })
  let counts
  try {
    counts = count()
  } catch {
    counts = { passed: 0, failed: 1 }
  }
  if (counts.passed + counts.failed === 0 || (code !== 0 && counts.failed === 0)) counts.failed += 1
  passed += counts.passed
  failed += counts.failed
  if (counts.failed > 0) console.error(`✗ ${name}: ${counts.failed} failed`)
}

const readJson = (name) => JSON.parse(readFileSync(join(results, name), 'utf8'))

await step(
  'types',
  async () =>
    (await run(node, [bin('next', 'dist', 'bin', 'next'), 'typegen'])) || run(node, [bin('typescript', 'bin', 'tsc'), '--noEmit']),
)
await step('lint', () => run(node, [bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.']))
await step('content', () => run(node, [join('lib', 'command', 'content-check.ts')]))
await suite(
  'unit and property tests, on SQLite and PostgreSQL',
  [
    bin('vitest', 'vitest.mjs'),
    'run',
    '--config',
    join('lib', 'testing', 'vitest.config.ts'),
    '--reporter=dot',
    '--reporter=json',
    '--outputFile.json=.test/unit.json',
  ],
  {},
  () => {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = readJson('unit.json')
    return { passed: numPassedTests, failed: numFailedTests || (numFailedTestSuites > 0 ? 1 : 0) }
  },
)
let built = false
await step('production build', async () => {
  const code = await build(node)
  built = code === 0
  return code
})
const browser = built ? await findBrowser(node) : null
if (browser) {
  await suite(
    'journeys in a browser',
    [bin('@playwright', 'test', 'cli.js'), 'test', '--config', join('e2e', 'playwright.config.ts')],
    { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: join(results, 'e2e.json') },
    () => {
      const { stats } = readJson('e2e.json')
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky }
    },
  )
} else failed += 1

console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
