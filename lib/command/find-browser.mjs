/**
 * A Chromium for the browser journeys: one that is installed, else Playwright's own download, else Debian's package.
 * Uses nothing but Node itself, and Playwright once it is installed.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, run } from './prepare.mjs'

const usual = [
  process.env.CHROMIUM_PATH,
  // draws no window of its own, which takes a seventh of the processor's time from the tests
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** A file that is there is not yet a browser that runs: its libraries may be missing. */
const runs = (path) =>
  Boolean(path) &&
  existsSync(path) &&
  (process.platform === 'win32' || spawnSync(path, ['--version', '--no-sandbox'], { timeout: 30_000 }).status === 0)

async function playwrightsOwn() {
  const { chromium } = await import(pathToFileURL(join(root, 'node_modules/playwright-core/index.mjs')).href)
  return chromium.executablePath()
}

/** @returns the path of a browser that starts, or null after having said what was tried. */
export async function findBrowser(node) {
  const installed = usual.find(runs)
  if (installed) return installed
  const own = await playwrightsOwn()
  if (runs(own)) return own
  console.log('No browser found: downloading one for the tests…')
  await run(node, [join('node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium'])
  if (runs(own)) return own
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('The download gave no browser that runs: installing the system’s package…')
    await run('apt-get', ['update', '-qq'])
    for (const name of ['chromium-headless-shell', 'chromium']) {
      await run('apt-get', ['install', '-y', '-qq', name], { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      const packaged = usual.find(runs)
      if (packaged) return packaged
    }
  }
  console.error(
    'No Chromium could be found or installed. Install Chromium or Chrome, or set CHROMIUM_PATH to one, then run npm test again.',
  )
  return null
}
