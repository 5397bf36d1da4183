/** `npm start` installs without what only tests need: whatever the served site asks for has to be a dependency. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = new URL('../..', import.meta.url).pathname
/** run by hand, never by the site: they draw and cut files that are committed */
const byHand = ['lib/command/draw-contours.ts', 'lib/command/subset-fonts.ts', 'lib/credential/templates/draw-contours.ts']
const named = /(?:from|import\(|import|package:|resolve\()\s*['"]((?:@[\w.-]+\/)?[a-z][\w.-]*)(?:\/[^'"]*)?['"]/g

it('every package that the served site names is installed with it', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }
  const missing: string[] = []
  let found = 0
  for (const folder of ['app', 'components', 'lib'])
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      const file = `${folder}/${name}`
      if (
        !/\.(ts|tsx|mjs)$/.test(file) ||
        /\.(test|arbitrary)\.|\.d\.ts$/.test(file) ||
        file.startsWith('lib/testing/') ||
        byHand.includes(file)
      )
        continue
      for (const [, one] of readFileSync(join(root, file), 'utf8').matchAll(named)) {
        found += 1
        if (one && !(one in dependencies)) missing.push(`${file}: ${one}`)
      }
    }
  expect(missing).toEqual([])
  expect(found).toBeGreaterThan(100)
})
