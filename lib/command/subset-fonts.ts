/**
 * Makes the web fonts in public/fonts from the packages: static subsets, small enough for a bad line.
 * Run by hand (`npm run fonts`) when a font or the set of letters changes; the results are committed.
 *
 * The text face is one variable file limited to the weights in use, so that text and labels are one download.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import subsetFont from 'subset-font'

const require = createRequire(import.meta.url)
const out = new URL('../../public/fonts/', import.meta.url)

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('')
/** The accents that names in an English text most often bring along, and the half of the half hours. */
const accents = 'áäçéíñóöúü½'
/**
 * Two files for each face: what English text is made of, and the other letters of the site's languages, the arrows and the few signs of
 * the interface. A browser gets the second only for a page that shows one of them (unicode-range in components/ui/fonts.css).
 */
const sets = {
  '': `${range(0x20, 0x7e)}\u00a0·–‘’“”…${accents}`,
  '-more': `${[...range(0xa1, 0xff)].filter((letter) => !`·${accents}`.includes(letter)).join('')}ŒœŠšŽžŸ—‚„•‹›€→←↑↓−×≥≤`,
}

const fonts = [
  // the cut for large sizes: finer hairlines, closer set
  {
    from: '@fontsource-variable/newsreader/files/newsreader-latin-standard-normal.woff2',
    to: 'newsreader-500',
    axes: { wght: 500, opsz: 44 },
  },
  {
    from: '@fontsource-variable/newsreader/files/newsreader-latin-standard-italic.woff2',
    to: 'newsreader-400-italic',
    axes: { wght: 400, opsz: 20 },
  },
  {
    from: '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
    to: 'atkinson-400-600',
    axes: { wght: { min: 400, max: 600, default: 400 } },
  },
]

await mkdir(out, { recursive: true })
for (const font of fonts) {
  const packageName = font.from.split('/').slice(0, 2).join('/')
  const source = join(dirname(require.resolve(`${packageName}/package.json`)), font.from.slice(packageName.length + 1))
  for (const [suffix, letters] of Object.entries(sets)) {
    const bytes = await subsetFont(await readFile(source), letters, { targetFormat: 'woff2', variationAxes: font.axes })
    const name = `${font.to}${suffix}.woff2`
    await writeFile(new URL(name, out), bytes)
    console.log(`${name}: ${bytes.length} bytes`)
  }
}
