/** Journeys against the production build, on both databases: `sqlite` runs those that are not marked for `postgresql`. */
import { join, resolve } from 'node:path'
import { defineConfig } from '@playwright/test'

const root = resolve(import.meta.dirname, '..')
export const ports = { sqlite: 3411, postgresql: 3412 }

const serverFor = (database: keyof typeof ports) => ({
  command: `"${process.execPath}" ${join('e2e', 'start-server.ts')} ${database} ${ports[database]}`,
  cwd: root,
  url: `http://localhost:${ports[database]}/api/health`,
  timeout: 120_000,
  reuseExistingServer: false,
  gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 15_000 },
  stdout: 'ignore' as const,
  stderr: 'pipe' as const,
})

const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: join(root, 'test-results'),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['dot'], ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? join(root, '.test', 'e2e.json') }]],
  use: {
    browserName: 'chromium',
    launchOptions: { ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}), args: chromiumArguments },
    locale: 'en-GB',
    timezoneId: 'Asia/Dhaka',
    // a trace costs time in every test; TRACE=1 asks for one
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
  },
  projects: [
    { name: 'sqlite', grepInvert: /@postgresql/, use: { baseURL: `http://localhost:${ports.sqlite}` } },
    {
      name: 'postgresql',
      use: { baseURL: `http://localhost:${ports.postgresql}` },
      grep: /@postgresql/,
    },
  ],
  webServer: [serverFor('sqlite'), serverFor('postgresql')],
})
