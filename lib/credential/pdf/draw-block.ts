/** Writes a block of text where it stands, as an element of the document's structure. */
import { type Block, bullet, type Placed } from './blocks.ts'
import { artifact, type Element, type PdfDocument } from './document.ts'
import { drawLine } from './draw-line.ts'
import type { PageFonts } from './embed-fonts.ts'

type On = { doc: PdfDocument; fonts: PageFonts; root: Element }

/** Where the baseline of a line of this size stands below its upper edge. */
const ascent = 0.95

/** @param y upper edge */
export function drawBlock({ doc, fonts, root }: On, block: Block, x: number, y: number): void {
  if (block.link !== undefined) {
    drawLink({ doc, fonts, root }, block, x, y)
    return
  }
  const element = doc.struct(block.tag)
  root.add(element)
  element.add(() => drawLines(doc, fonts, block, x, y))
  element.end()
}

/** Blocks under each other; pieces of a list that follow each other are one list. */
export function drawStack(on: On, placed: readonly Placed[], x: number): void {
  let list: Element | null = null
  for (const { block, y } of placed) {
    if (block.tag === 'LI') {
      if (list === null) {
        list = on.doc.struct('L')
        on.root.add(list)
      }
      drawItem(on, list, block, x, y)
      continue
    }
    list?.end()
    list = null
    drawBlock(on, block, x, y)
  }
  list?.end()
}

function drawItem({ doc, fonts }: On, list: Element, block: Block, x: number, y: number): void {
  const item = doc.struct('LI')
  list.add(item)
  const body = doc.struct('LBody')
  item.add(body)
  artifact(doc, () => doc.circle(x + 3, y + block.look.leading * 0.52, bullet.radius).fill(block.look.colour))
  body.add(() => drawLines(doc, fonts, block, x + bullet.indent, y))
  item.end()
}

function drawLink({ doc, fonts, root }: On, block: Block, x: number, y: number): void {
  const paragraph = doc.struct('P')
  root.add(paragraph)
  const link = doc.struct('Link')
  paragraph.add(link)
  link.add(() => drawLines(doc, fonts, block, x, y, true))
  const { look, lines } = block
  const width = Math.max(...lines.map((line) => line.width)) * look.size
  // a string of the document is a String object to pdfkit
  const Contents = new String(block.link)
  doc.link(x, y, width, lines.length * look.leading, block.link!, { structParent: link, Contents } as never)
  paragraph.end()
}

function drawLines(
  doc: PdfDocument,
  fonts: PageFonts,
  { lines, look, width, direction }: Block,
  x: number,
  y: number,
  underlined = false,
): void {
  for (const [index, line] of lines.entries()) {
    const wide = line.width * look.size
    const at = direction === 'rtl' ? x + width - wide : x
    const baseline = y + index * look.leading + (look.leading - look.size * 1.2) / 2 + look.size * ascent
    drawLine(doc, fonts, line, { x: at, y: baseline, size: look.size }, look.colour)
    if (underlined) doc.rect(at, baseline + look.size * 0.16, wide, 0.5).fill(look.colour)
  }
}
