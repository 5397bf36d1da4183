import { defineConfig } from '@playwright/test'
export default defineConfig({ testDir: '.', testMatch: 'certificate-names.spec.ts', workers: 1, outputDir: '/tmp/pw-out', reporter: [['json', { outputFile: '/tmp/pw.json' }], ['dot']],
 use: { launchOptions: { executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync'] } } })
