import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    include: ['lib/**/*.test.{ts,tsx}', 'components/**/*.test.{ts,tsx}', 'app/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Vitest sets it to '/', which is not an address of the site
    env: { BASE_URL: '' },
    globalSetup: ['lib/testing/global-setup.ts'],
    setupFiles: ['lib/testing/fail-on-console-error.ts'],
    testTimeout: 20_000,
    pool: 'forks',
  },
})
