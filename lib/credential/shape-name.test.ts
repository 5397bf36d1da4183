import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseFonts } from './choose-fonts.ts'
import { fontWith } from './font-store.ts'
import { type GlyphPath, lettersWithoutFont, type NameBox, type ShapedName, shapeName } from './shape-name.ts'

const box: NameBox = { width: 700, height: 148, size: 80 }

/** Everything that is drawn, by the points of its curves, which enclose the ink. */
function inkOf({ paths }: Pick<ShapedName, 'paths'>): { left: number; right: number; top: number; bottom: number } {
  const points = paths.flatMap(({ d, x, y }: GlyphPath) => {
    const values = d.match(/-?\d+(\.\d+)?/g)?.map(Number) ?? []
    return values.flatMap((value, index) => (index % 2 === 0 ? [[x + value, y + values[index + 1]!] as const] : []))
  })
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

function expectInside(shaped: ShapedName): void {
  expect(shaped.width).toBeLessThanOrEqual(box.width + 0.01)
  expect(shaped.height).toBeLessThanOrEqual(box.height + 0.01)
  expect(shaped.size).toBeLessThanOrEqual(box.size)
  expect(shaped.lines.length).toBeLessThanOrEqual(3)
  for (const { d, x, y } of shaped.paths) expect(`${d}${x}${y}`).not.toMatch(/NaN|Infinity/)
  if (shaped.paths.length === 0) return
  const ink = inkOf(shaped)
  // two roundings to hundredths of a pixel
  expect(ink.left).toBeGreaterThanOrEqual(-0.02)
  expect(ink.top).toBeGreaterThanOrEqual(-0.02)
  expect(ink.right).toBeLessThanOrEqual(shaped.width + 0.02)
  expect(ink.bottom).toBeLessThanOrEqual(shaped.height + 0.02)
}

const familiesOf = async (name: string) => {
  const { cells } = await chooseFonts(name, fontWith)
  return [...new Set(cells.map(({ font }) => font.family.id))]
}

describe('the fonts of a name', () => {
  it.each([
    ['Amal Haddad', ['newsreader']],
    ['Nguyễn Thị Ánh Tuyết', ['newsreader']],
    ['Ɛ̃ma Ŋwɔ́tsú', ['noto-serif']],
    ['Олександра', ['noto-serif']],
    ['Ελένη', ['noto-serif']],
    ['محمد عبد الرحمن', ['noto-naskh-arabic']],
    ['שָׁלוֹם', ['noto-serif-hebrew']],
    ['प्रियांका', ['noto-serif-devanagari']],
    ['তাসনিম', ['noto-serif-bengali']],
    ['အောင်', ['noto-serif-myanmar']],
    ['សុខ', ['noto-serif-khmer']],
    ['ኃይለማርያም', ['noto-serif-ethiopic']],
    ['王小明', ['noto-serif-sc']],
    ['山田さくら', ['noto-serif-jp']],
    ['김민준', ['noto-serif-kr']],
    ['Sarah سارة', ['newsreader', 'noto-naskh-arabic']],
    ['علی (Ali)', ['noto-naskh-arabic', 'newsreader']],
  ])('%s: %j', async (name, families) => {
    expect(await familiesOf(name)).toEqual(families)
  })

  it('draw a letter in its plain form, or without a mark, before they leave it out', async () => {
    const drawn = async (name: string) => (await chooseFonts(name, fontWith)).cells.map(({ text }) => text).join('')
    expect(await drawn('𝓐𝓶𝓪𝓵')).toBe('Amal')
    // a vowel sign of one script on a letter of another: no font has both
    expect(await drawn('王\u0e31')).toBe('王')
  })

  it('tell which letters nobody can draw', async () => {
    expect(await lettersWithoutFont('Amal 𓀀')).toEqual(['𓀀'])
    expect(await lettersWithoutFont('Amal Haddad')).toEqual([])
  })
})

describe('a written name', () => {
  it('shrinks, then takes two or three lines, and stays inside its box', async () => {
    const names = [
      'Amal',
      'Amal Haddad-Okoye',
      'Maria del Carmen Fernández de Córdoba',
      'Abc def '.repeat(15),
      'W'.repeat(120),
      '王'.repeat(120),
    ]
    const shaped = await Promise.all(names.map((name) => shapeName(name, box)))
    for (const one of shaped) expectInside(one)
    expect(shaped.map(({ lines }) => lines.length)).toEqual([1, 1, 2, 3, 3, 3])
    expect(shaped[0]!.size).toBe(80)
  })

  it('joins Arabic letters: none keeps the form it has alone', async () => {
    const glyphs = async (name: string) => (await shapeName(name, { width: 10_000, height: 1000, size: 100 })).paths.map(({ d }) => d)
    const joined = await glyphs('محمد')
    expect(joined).toHaveLength(4)
    for (const letter of 'محد') {
      const [alone] = await glyphs(letter)
      expect(joined).not.toContain(alone)
    }
  })

  it('reorders what the script reorders: the vowel sign before its letter in Devanagari', async () => {
    const { paths } = await shapeName('कि', box)
    const apart = await shapeName('क', box)
    // the sign is drawn first, the letter after it
    expect(paths).toHaveLength(2)
    expect(paths.at(-1)!.d).toBe(apart.paths[0]!.d)
  })

  it('runs from right to left, with Latin inside from left to right', async () => {
    const arabic = await shapeName('سارة', box)
    expect(arabic.direction).toBe('rtl')
    const mixed = await shapeName('سارة A', box)
    const latin = await shapeName('A', box)
    // in a name that begins from the right, what comes after stands to the left
    const leftmost = mixed.paths.reduce((a, b) => (a.x < b.x ? a : b))
    expect(mixed.direction).toBe('rtl')
    expect(leftmost.d).toBe(latin.paths[0]!.d)
  })

  it('aligns the lines of a right-to-left name on the right', async () => {
    const shaped = await shapeName(`${'عبد'.repeat(14)} محمد`, box)
    expect(shaped.lines.length).toBeGreaterThan(1)
    expect(shaped.lines.some(({ x }) => x > 20)).toBe(true)
  })

  it.each([
    ['nothing', ''],
    ['a space', ' '],
    ['a joiner alone', '\u200D'],
    ['half a pair', '\uD800'],
    ['a control', '\u0000'],
    ['a script without a font', '𓀀'],
    ['bidi controls', '\u202E\u2066'],
    ['a noncharacter', '\uFFFF'],
    ['three hundred letters', 'e\u0301'.repeat(300)],
    ['six hundred marks on one letter', `A${'\u0335\u0300\u0316'.repeat(200)}`],
    ['very wide ligatures', '﷽﷽﷽'],
  ])('of %s is drawn or left out, and never throws', async (_, name) => {
    expectInside(await shapeName(name, box))
  })

  it('never throws and never leaves its box, whatever the characters', { timeout: 120_000 }, async () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 40 }),
      fc.string({
        unit: fc.constantFrom(
          'a',
          ' ',
          'é',
          '\u0301',
          'م',
          'د',
          '\u200c',
          'ש',
          'क',
          '्',
          'ि',
          'ક',
          'က',
          '္',
          'ក',
          '្',
          '王',
          'あ',
          '김',
          'ก',
          'ั',
          '(',
          ')',
          '1',
          '\u{1F30D}',
          '\u202e',
        ),
        maxLength: 130,
      }),
    )
    await fc.assert(
      fc.asyncProperty(anything, async (name) => {
        expectInside(await shapeName(name, box))
      }),
      { seed: 21, numRuns: 400 },
    )
  })
})
