/**
 * The fonts of one PDF: each is embedded once, cut down to the glyphs that the page has. A character code stands for a glyph together with
 * the text it means there, so the same glyph may mean different things (ISO 32000-1, 9.7 and 9.10.3: Identity-H, CIDToGIDMap, ToUnicode).
 */
import decompress from 'wawoff2/decompress.js'
import { type OpenFont, packageFile } from '#lib/credential/font-store.ts'
import { number } from './cubic-path.ts'
import { type PdfDocument, type PdfReference, reference } from './document.ts'
import type { SetRun } from './set-line.ts'
import { subsetFont } from './subset-font.ts'

/** `width`: of a glyph, in thousandths of an em, as the font says. */
type Code = { glyph: number; text: string; width: number }
type Used = { name: string; object: PdfReference; open: OpenFont; codes: Code[]; known: Map<string, number> }

/** Font size and position are in points, y down, as pdfkit turns the page. */
export type Place = { x: number; y: number; size: number }

export type PageFonts = {
  /** Operators that write a live run. */
  text: (run: SetRun, place: Place) => string
  /** Operators that write characters from left to right, unseen. @param width over which, in ems */
  unseen: (characters: readonly string[], width: number, place: Place) => string
  /** Writes the fonts; nothing can be set after that. */
  embed: () => Promise<void>
}

export function pageFonts(doc: PdfDocument, blank: OpenFont): PageFonts {
  const used = new Map<string, Used>()

  /** What is drawn unseen has a font of its own, so that its only glyph is the space. */
  function take(open: OpenFont, unseen: boolean): Used {
    const key = `${open.file} ${unseen}`
    const before = used.get(key)
    const font = before ?? {
      name: `T${used.size}`,
      object: reference(doc),
      open,
      codes: [{ glyph: 0, text: '', width: 0 }],
      known: new Map(),
    }
    used.set(key, font)
    // fonts belong to a page; there may be a second one
    doc.page.fonts[font.name] = font.object
    return font
  }

  function codeFor(font: Used, glyph: number, text: string): number {
    const key = `${glyph} ${text}`
    const known = font.known.get(key)
    if (known !== undefined) return known
    const code = font.codes.length
    font.codes.push({ glyph, text, width: (font.open.font.glyphHAdvance(glyph) * 1000) / font.open.unitsPerEm })
    font.known.set(key, code)
    return code
  }

  return {
    text(run, { x, y, size }) {
      const font = take(run.font, false)
      const shown: string[] = []
      let codes = ''
      for (const { id, text, advance } of run.glyphs) {
        const code = codeFor(font, id, text)
        codes += hex(code)
        const apart = Math.round(font.codes[code]!.width - advance * 1000)
        if (apart === 0) continue
        shown.push(`<${codes}>`, String(apart))
        codes = ''
      }
      if (codes !== '') shown.push(`<${codes}>`)
      return `BT /${font.name} ${number(size)} Tf 1 0 0 -1 ${number(x)} ${number(y)} Tm [${shown.join(' ')}] TJ ET`
    },
    unseen(characters, width, { x, y, size }) {
      const font = take(blank, true)
      const space = blank.font.nominalGlyph(0x20)!
      const codes = characters.map((character) => codeFor(font, space, character))
      const wide = codes.reduce((sum, code) => sum + font.codes[code]!.width / 1000, 0)
      const scale = (width / Math.max(wide, 1e-6)) * 100
      const shown = `<${codes.map(hex).join('')}>`
      return `BT 3 Tr ${number(scale)} Tz /${font.name} ${number(size)} Tf 1 0 0 -1 ${number(x)} ${number(y)} Tm ${shown} Tj 0 Tr 100 Tz ET`
    },
    async embed() {
      for (const [index, font] of [...used.values()].entries()) await embedFont(doc, font, index)
    },
  }
}

async function embedFont(doc: PdfDocument, { object, open, codes }: Used, index: number): Promise<void> {
  const packed = await packageFile(open.file)
  const sfnt = open.file.endsWith('.woff2') ? await decompress(packed) : packed
  const bytes = await subsetFont(sfnt, { axes: open.family.axes, glyphs: codes.map(({ glyph }) => glyph) })
  const file = reference(doc, { Length1: bytes.length })
  file.end(bytes)

  const name = `${subsetTag(index)}+${nameOf(open)}`
  const perMille = 1000 / open.unitsPerEm
  const { ascender, descender } = open.font.hExtents()
  const descriptor = reference(doc, {
    Type: 'FontDescriptor',
    FontName: name,
    Flags: 4,
    FontBBox: boxOf(open).map((value) => value * perMille),
    ItalicAngle: 0,
    Ascent: ascender * perMille,
    Descent: descender * perMille,
    CapHeight: ascender * perMille * 0.7,
    StemV: 90,
    FontFile2: file,
  })
  descriptor.end()
  const glyphs = reference(doc)
  glyphs.end(Uint8Array.from(codes.flatMap(({ glyph }) => [glyph >> 8, glyph & 0xff])))
  const descendant = reference(doc, {
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    // strings of a PDF are String objects to pdfkit, names are bare
    CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
    FontDescriptor: descriptor,
    W: [0, codes.map(({ width }) => width)],
    CIDToGIDMap: glyphs,
  })
  descendant.end()
  const unicode = reference(doc)
  unicode.end(new TextEncoder().encode(toUnicode(codes)))
  object.data = {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: unicode,
  }
  object.end()
}

/** Code 0 is never written. At most a hundred entries in a block (Adobe Technical Note 5014). */
function toUnicode(codes: readonly Code[]): string {
  const entries = codes.slice(1).map(({ text }, index) => `<${hex(index + 1)}> <${utf16(text)}>`)
  const blocks: string[] = []
  for (let from = 0; from < entries.length; from += 100) {
    const some = entries.slice(from, from + 100)
    blocks.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`)
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange\n<0000> <ffff>\nendcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n')
}

const hex = (code: number) => code.toString(16).padStart(4, '0')

function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index))).join('')
}

/** Six capitals tell the subsets of one font apart (ISO 32000-1, 9.6.4). */
function subsetTag(index: number): string {
  return `CERT${String.fromCharCode(65 + Math.floor(index / 26))}${String.fromCharCode(65 + (index % 26))}`
}

function nameOf({ font, family }: OpenFont): string {
  const postScript = 6
  return (font.face.getName(postScript, 'en') || family.id).replace(/[^\w-]/g, '')
}

/** xMin, yMin, xMax, yMax of the table `head`. */
function boxOf({ font, unitsPerEm }: OpenFont): number[] {
  const head = font.face.referenceTable('head')
  if (head === undefined || head.length < 44) return [0, -unitsPerEm / 4, unitsPerEm, unitsPerEm]
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  return [36, 38, 40, 42].map((at) => view.getInt16(at))
}
