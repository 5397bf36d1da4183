/**
 * Names on certificates against the browser's own text: the same letters in the same font files, written by Chromium and drawn
 * from our outlines, must be equally wide (±1.5%) and cover the same places (overlap at least 0.9).
 * The fonts are given as the only ones, so a letter that our itemising gives to the wrong font, or shapes in the wrong order, shows.
 */
import { expect, type Page, test } from '@playwright/test'
import { chooseFonts } from '#lib/credential/choose-fonts.ts'
import { fontWith, packageFile } from '#lib/credential/font-store.ts'
import { shapeName } from '#lib/credential/shape-name.ts'

const names = {
  'Latin with diacritics': 'Željka Šćepanović-Ångström',
  'Latin of West Africa': 'Ɛ̃ma Ŋwɔ́tsú',
  Yoruba: 'Ọláyínká Àṣàbí',
  Vietnamese: 'Nguyễn Thị Ánh Tuyết',
  Turkish: 'Şule İlkışık Çağlayan',
  Cyrillic: 'Олександра Шевченко',
  Greek: 'Ελένη Παπαδοπούλου',
  Arabic: 'محمد عبد الرحمن الحسيني',
  'Arabic with vowels': 'مُحَمَّدٌ الطَّيِّب',
  Persian: 'علی‌رضا کریمی',
  Urdu: 'ہاجرہ ٹیپو گُلزار',
  Hebrew: 'שָׁלוֹם בן־דוד',
  Devanagari: 'प्रियांका श्रीवास्तव',
  Bengali: 'তাসনিম জাহান চৌধুরী',
  Burmese: 'ဒေါ်အောင်ဆန်းစုကြည်',
  Khmer: 'សុខ ស្រីមុំ',
  Ethiopic: 'ኃይለማርያም ደሳለኝ',
  'Chinese, simplified': '欧阳小龙',
  'Chinese, traditional': '歐陽龍國',
  Japanese: '山田 花子さくら',
  Korean: '김민준 박서연',
  Thai: 'สมชาย ใจดี',
  Lao: 'ສົມພອນ ວົງສາ',
  Tamil: 'தமிழ்ச்செல்வி',
  Telugu: 'శ్రీనివాస్ రెడ్డి',
  Sinhala: 'ශ්‍රීමාලි පෙරේරා',
  Tibetan: 'བཀྲ་ཤིས་སྒྲོལ་མ',
  Georgian: 'ნინო ბერიძე',
  Armenian: 'Արամ Խաչատրյան',
  Thaana: 'މުޙައްމަދު',
  Adlam: '𞤀𞤥𞤢𞤣𞤵 𞤁𞤭𞤢𞤤𞤮',
  'Hanifi Rohingya': '𐴀𐴞𐴕𐴐𐴝 𐴇𐴡𐴥𐴓',
  'Latin, then Arabic': 'Sarah سارة الخطيب',
  'Arabic, then Latin': 'سارة الخطيب (Sarah) 2',
  'Hebrew, Latin and Cyrillic': 'דנה Dana Дана',
  'very long': 'María del Carmen Fernández de Córdoba y Álvarez de Toledo Montemayor',
}

const size = 80
const margin = 60
const height = 260
const baseline = 160

/** The name as Chromium writes it: one span for each run of one font, nothing said about order or direction but `dir=auto`. */
async function asText(name: string): Promise<{ css: string; html: string }> {
  const { cells, missing } = await chooseFonts(name, fontWith)
  expect(missing).toEqual([])
  const fonts = [...new Set(cells.map(({ font }) => font))]
  const faces = await Promise.all(
    fonts.map(async ({ file }, index) => {
      const bytes = Buffer.from(await packageFile(file)).toString('base64')
      return `@font-face { font-family: f${index}; font-weight: 100 900; src: url(data:font/${file.split('.').at(-1)};base64,${bytes}) }`
    }),
  )
  const rules = fonts.map(({ family }, index) => {
    const axes = Object.entries(family.axes).map(([tag, value]) => `"${tag}" ${value}`)
    return `.f${index} { font-family: f${index}; font-weight: 500; font-variation-settings: ${axes.join(', ') || 'normal'} }`
  })
  const spans: { font: number; language: string; text: string }[] = []
  for (const { text, font } of cells) {
    const index = fonts.indexOf(font)
    if (spans.at(-1)?.font === index) spans.at(-1)!.text += text
    else spans.push({ font: index, language: font.family.language, text })
  }
  const html = spans.map(({ font, language, text }) => `<span class="f${font}" lang="${language}">${text}</span>`).join('')
  return { css: [...faces, ...rules].join('\n'), html }
}

async function asOutlines(name: string): Promise<{ svg: string; advance: number }> {
  const shaped = await shapeName(name, { width: 100_000, height: 10_000, size })
  expect(shaped.lines).toHaveLength(1)
  expect(shaped.size).toBe(size)
  const [line] = shaped.lines
  const paths = shaped.paths.map(({ d, x, y }) => `<path transform="translate(${x - line!.x} ${y - line!.y})" d="${d}"/>`).join('')
  return { svg: `<g transform="translate(${margin} ${baseline})">${paths}</g>`, advance: line!.advance }
}

/** Shared darkness divided by darkness in either picture, each shrunk to a half, so that smoothing of edges counts little. */
function overlap(page: Page, pictures: [Buffer, Buffer]): Promise<number> {
  return page.evaluate(
    async (encoded) => {
      const darkness = async (png: string) => {
        const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0))
        const image = await createImageBitmap(new Blob([bytes]))
        const canvas = new OffscreenCanvas(image.width / 2, image.height / 2)
        const context = canvas.getContext('2d')!
        context.imageSmoothingQuality = 'high'
        context.drawImage(image, 0, 0, canvas.width, canvas.height)
        const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
        return Array.from({ length: data.length / 4 }, (_, pixel) => 255 - data[pixel * 4]!)
      }
      const [a, b] = await Promise.all(encoded.map(darkness))
      let both = 0
      let either = 0
      for (const [index, value] of a!.entries()) {
        both += Math.min(value, b![index]!)
        either += Math.max(value, b![index]!)
      }
      return either === 0 ? 0 : both / either
    },
    pictures.map((picture) => picture.toString('base64')),
  )
}

for (const [script, name] of Object.entries(names)) {
  test(`a name in ${script} is drawn as Chromium writes it`, async ({ page }, testInfo) => {
    const text = await asText(name)
    const outlines = await asOutlines(name)
    const width = Math.ceil(outlines.advance) + 2 * margin + (Math.ceil(outlines.advance) % 2)
    await page.setViewportSize({ width: Math.max(width, 400), height: 2 * height })
    await page.setContent(`<!doctype html><meta charset="utf-8"><style>
      ${text.css}
      body { margin: 0; background: #fff; color: #000 }
      .box { position: relative; width: ${width}px; height: ${height}px; overflow: hidden; background: #fff }
      #text { position: absolute; left: ${margin}px; white-space: pre; font-size: ${size}px; line-height: 1.5; text-rendering: geometricPrecision }
      #base { display: inline-block; width: 0; height: 0 }
      svg { display: block }
    </style><div class="box" id="written"><div id="text" dir="auto">${text.html}<i id="base"></i></div></div>
    <div class="box" id="drawn"><svg width="${width}" height="${height}">${outlines.svg}</svg></div>`)
    // Chromium does not load a font by itself that only a space is written in.
    await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())))
    const advance = await page.evaluate((wished) => {
      const line = document.querySelector<HTMLElement>('#text')!
      const width = line.getBoundingClientRect().width
      const bottom = document.querySelector('#base')!.getBoundingClientRect().bottom
      line.style.top = `${wished - bottom}px`
      return width
    }, baseline)
    const [written, drawn] = [await page.locator('#written').screenshot(), await page.locator('#drawn').screenshot()]
    const shared = await overlap(page, [written, drawn])
    await testInfo.attach('written by Chromium', { body: written, contentType: 'image/png' })
    await testInfo.attach('drawn from outlines', { body: drawn, contentType: 'image/png' })
    testInfo.annotations.push({
      type: 'measured',
      description: `width ${outlines.advance.toFixed(1)} / ${advance.toFixed(1)}, overlap ${shared.toFixed(3)}`,
    })
    expect(Math.abs(outlines.advance - advance) / advance).toBeLessThanOrEqual(0.015)
    expect(shared).toBeGreaterThanOrEqual(0.9)
  })
}
