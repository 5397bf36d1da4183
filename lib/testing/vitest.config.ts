import { defineConfig } from 'vitest/config'

const common = {
  environment: 'node' as const,
  // Vitest sets it to '/', which is not an address of the site
  env: { BASE_URL: '' },
  setupFiles: ['lib/testing/fail-on-console-error.ts', 'lib/testing/same-properties.ts', 'lib/testing/quick-passwords.ts'],
  testTimeout: 20_000,
  pool: 'forks' as const,
}
/** They set the environment of the process, or what a module keeps for the whole server: each gets a process of its own. */
const apart = ['app/**/*.test.{ts,tsx}', 'lib/config/*.test.ts', 'components/device/device-log.test.ts']
const root = new URL('../..', import.meta.url).pathname

export default defineConfig({
  root,
  test: {
    globalSetup: ['lib/testing/global-setup.ts'],
    // by itself Vitest leaves one processor free, which on two is half of them
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        root,
        test: { ...common, name: 'shared', isolate: false, include: ['{lib,components}/**/*.test.{ts,tsx}'], exclude: apart },
      },
      { extends: true, root, test: { ...common, name: 'apart', include: apart } },
    ],
  },
})
