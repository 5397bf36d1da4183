/**
 * Draws a certificate as a PDF of one page, or more where the words need it: nothing is ever cut off. Everything is vectors and text.
 * The order of drawing is the order of reading.
 */
import { checkPng } from '#lib/credential/check-png.ts'
import type { Code } from '#lib/credential/draw-code.ts'
import { fontWith } from '#lib/credential/font-store.ts'
import { everyFamily } from '#lib/credential/name-fonts.ts'
import { drawable, shapeName } from '#lib/credential/shape-name.ts'
import { type Block, block, heightOf, ink, looks, scaled, soft, stack } from './blocks.ts'
import { attachedName, type PdfContent } from './content.ts'
import { artifact, type Element, openDocument, openImage, type PdfDocument } from './document.ts'
import { drawBlock, drawStack } from './draw-block.ts'
import { drawCode, drawLand, drawRule } from './draw-figures.ts'
import { drawLine } from './draw-line.ts'
import { drawSvg } from './draw-svg.ts'
import { type PageFonts, pageFonts } from './embed-fonts.ts'
import { fontedCells } from './faces.ts'
import { type SetLine, setLine } from './set-line.ts'

export type PageSize = 'a4' | 'letter'
/** ISO 216 and ANSI/ASME Y14.1, upright, in points */
export const pageSizes: Readonly<Record<PageSize, readonly [width: number, height: number]>> = { a4: [595.28, 841.89], letter: [612, 792] }

export type Drawings = {
  /** the site's mark, 24 × 24 */
  mark: string
  /** the motif of what was completed: an SVG document and its size */
  motif: { svg: string; width: number; height: number }
  /** colour of the module, #rrggbb */
  accent: string
  /** of the issuer: PNG */
  logo: Uint8Array | null
}

export type PdfInput = { content: PdfContent; size: PageSize; drawings: Drawings; code: Code; credential: string }

const left = 60
const right = 46
const band = 9
const side = 150
const gap = 28
/** upper edge of what stands on a further page, and what stays free below */
const head = 64
const foot = 38
const codeEdge = 122
/** wide and less wide, for a short page */
const motifWidths = { tall: 190, short: 150 }
const logo = { width: 110, height: 40 }
const revokedColour = '#7d1a17'

export async function drawPdf({ content, size, drawings, code, credential }: PdfInput): Promise<Uint8Array> {
  const [width, height] = pageSizes[size]
  const { doc, bytes } = openDocument({ ...content }, [width, height])
  const blank = await fontWith(everyFamily[0]!, [0x20])
  if (blank === null) throw new Error('The font for unseen text has no space')
  const fonts = pageFonts(doc, blank)
  const root = doc.struct('Document')
  doc.addStructure(root)
  const page: Page = { doc, fonts, root, width, height, inner: width - left - right, drawings }

  const top = await drawTop(page, content)
  await drawRest(page, await drawDetails(page, content, code, top))
  await numberPages(page, content)
  root.end()
  doc.file(
    new TextEncoder().encode(credential) as never,
    {
      name: attachedName,
      type: 'application/json',
      description: content.attachment,
      relationship: 'Source',
      creationDate: new Date(content.created),
      modifiedDate: new Date(content.created),
    } as never,
  )
  await fonts.embed()
  doc.end()
  return bytes
}

type Page = { doc: PdfDocument; fonts: PageFonts; root: Element; width: number; height: number; inner: number; drawings: Drawings }

const isShort = ({ height }: Page) => height < 800

function drawFrame({ doc, width, height, drawings }: Page, withLand: boolean): void {
  artifact(doc, () => {
    if (withLand) drawLand(doc, width)
    doc.rect(0, 0, band, height).fill(drawings.accent)
  })
}

/** Who, what, when. @returns where it ends */
async function drawTop(page: Page, content: PdfContent): Promise<number> {
  const { doc, inner, drawings } = page
  drawFrame(page, true)
  artifact(doc, () => drawSvg(doc, drawings.mark, { x: left - 1, y: 50, scale: 0.92 }))
  const site = await block('P', content.site, looks.site, inner - 32 - logo.width)
  drawBlock(page, site, left + 29, 52)
  let y = 52 + heightOf(site)
  if (drawings.logo) drawLogo(page, drawings.logo, content.author)
  if (content.revoked) y = await drawRevoked(page, content.revoked, y + 16)

  const heading = await block('H1', content.heading, looks.h1, inner)
  y += content.revoked ? 20 : isShort(page) ? 22 : 36
  drawBlock(page, heading, left, y)
  y += heightOf(heading) + 12
  const certifies = await block('P', content.certifies, looks.certifies, inner)
  drawBlock(page, certifies, left, y)
  y = await drawName(page, content, y + heightOf(certifies) + 13)

  const { motif } = drawings
  const motifWidth = isShort(page) ? motifWidths.short : motifWidths.tall
  const scale = motifWidth / motif.width
  const said = stack(await saidBlocks(content, inner - motifWidth - 24), { top: y + 8, bottom: Infinity, must: true })
  const area = Math.max(said.end - y + 4, motif.height * scale - 22)
  artifact(doc, () => drawSvg(doc, motif.svg, { x: left + inner - motifWidth, y: y + (area - motif.height * scale) / 2, scale }))
  drawStack(page, said.placed, left)
  return drawFacts(page, content, y + area + 10)
}

/** A picture that cannot be read is left out: a certificate is one without it, too. */
function drawLogo({ doc, root, width }: Page, png: Uint8Array, name: string): void {
  const box = [width - right - logo.width, 44, width - right, 44 + logo.height] as const
  try {
    if (!checkPng(png).ok) throw new Error('Not a whole PNG')
    const image = openImage(doc, png)
    const figure = doc.struct('Figure', { alt: name, bbox: [...box], placement: 'Block' } as never)
    root.add(figure)
    figure.add(() => doc.image(image, box[0], box[1], { fit: [logo.width, logo.height], align: 'right', valign: 'center' }))
    figure.end()
  } catch (error) {
    console.warn('The logo of the issuer could not be drawn:', error)
  }
}

/** What was completed, and who stands for it. */
async function saidBlocks({ sentence, signatory }: PdfContent, width: number): Promise<Block[]> {
  const said = [await block('P', sentence, looks.sentence, width)]
  if (signatory === null) return said
  said.push(await block('P', signatory.name, looks.signature, width, { before: 16 }))
  for (const line of signatory.lines) said.push(await block('P', line, looks.small, width))
  return said
}

async function drawRevoked(page: Page, { title, text }: { title: string; text: string }, y: number): Promise<number> {
  const { doc, inner } = page
  const padding = 12
  const blocks = [
    await block('P', title, looks.onBand, inner - 2 * padding),
    await block('P', text, looks.onBandSmall, inner - 2 * padding, { before: 2 }),
  ]
  const { placed, end } = stack(blocks, { top: y + padding - 2, bottom: Infinity, must: true })
  artifact(doc, () => doc.rect(left, y, inner, end + padding - y).fill(revokedColour))
  drawStack(page, placed, left + padding)
  return end + padding
}

/** The name as large as it fits, in up to three lines. */
async function drawName(page: Page, { name, nameless }: PdfContent, y: number): Promise<number> {
  const { doc, fonts, root, inner } = page
  const shaped = await shapeName(name ?? nameless.holder, { width: inner, height: 104, size: 46 })
  const lines = linesLike(
    shaped.lines.map(({ text }) => text),
    await fontedCells(drawable(name ?? nameless.holder), 'display'),
    shaped.direction,
  )
  // said as it is, whatever the letters on the page have to do to look right
  const element = doc.struct('P', { actual: shaped.lines.map(({ text }) => text).join(' ') })
  root.add(element)
  element.add(() => {
    for (const [index, line] of shaped.lines.entries()) {
      drawLine(doc, fonts, lines[index]!, { x: left + line.x, y: y + line.y, size: shaped.size }, ink)
    }
  })
  element.end()
  let end = y + shaped.height
  if (name === null) {
    const note = await block('P', nameless.note, looks.text, inner)
    drawBlock(page, { ...note, look: { ...note.look, colour: soft } }, left, end + 14)
    end += 14 + heightOf(note)
  }
  return end + 14
}

/** The same letters in the lines they were broken into. */
function linesLike(texts: readonly string[], cells: Awaited<ReturnType<typeof fontedCells>>, direction: 'ltr' | 'rtl'): SetLine[] {
  let at = 0
  return texts.map((text) => {
    if (cells[at]?.text === ' ' && !text.startsWith(' ')) at++
    const start = at
    for (let length = 0; length < text.length && at < cells.length; at++) length += cells[at]!.text.length
    return setLine(cells.slice(start, at), direction)
  })
}

async function drawFacts(page: Page, { facts }: PdfContent, y: number): Promise<number> {
  const { doc, inner } = page
  const shares = [0.23, 0.23, 0.28, 0.26]
  artifact(doc, () => drawRule(doc, left, y, inner))
  let x = left
  let end = y
  for (const [index, { label, value }] of facts.entries()) {
    const width = inner * shares[index]! - 10
    const named = await block('P', label, looks.label, width)
    const said = await block('P', value, looks.value, width)
    drawBlock(page, named, x, y + 9)
    drawBlock(page, said, x, y + 9 + heightOf(named))
    end = Math.max(end, y + 9 + heightOf(named) + heightOf(said))
    x += inner * shares[index]!
  }
  artifact(doc, () => drawRule(doc, left, end + 9, inner))
  return end + 9
}

/** How it was assessed and what it is about on one side, how to check it on the other. @returns what had no place */
async function drawDetails(page: Page, content: PdfContent, code: Code, y: number): Promise<Block[]> {
  const { height, inner } = page
  const main = inner - side - gap
  const limit = await block('P', content.limit, looks.small, inner)
  const bottom = height - foot - heightOf(limit) - 12
  let top = y + 20
  if (top + codeEdge > bottom) {
    nextPage(page)
    top = head
  }
  const sections = await asLargeAsFits((scale) => sectionBlocks(content, main, scale), { top, bottom })
  drawStack(page, sections.placed, left)
  const check = await drawCheck(page, content, code, { x: left + main + gap, top, bottom })
  const rest = [...check, ...sections.rest]
  // the last words are last, on whatever page that is
  if (rest.length > 0) return [...rest, { ...limit, before: 18 }]
  drawBlock(page, limit, left, height - foot - heightOf(limit))
  return []
}

/** As large as it fits; where it does not fit at all, as it reads best, with a rest. */
async function asLargeAsFits(make: (scale: number) => Promise<Block[]>, { top, bottom }: { top: number; bottom: number }) {
  for (const scale of [1, 0.96, 0.92, 0.88]) {
    const tried = stack(await make(scale), { top, bottom, must: false })
    if (tried.rest.length === 0) return tried
  }
  return stack(await make(1), { top, bottom, must: false })
}

async function sectionBlocks({ sections }: PdfContent, width: number, scale: number): Promise<Block[]> {
  const text = scaled(looks.text, scale)
  const blocks: Block[] = []
  for (const { heading, lead, items } of sections) {
    blocks.push(await block('H2', heading, scaled(looks.h2, scale), width, { before: 13 * scale, keepsWithNext: true }))
    if (lead !== null) blocks.push(await block('P', lead, text, width, { before: 2, keepsWithNext: items.length > 0 }))
    for (const item of items) blocks.push(await block('LI', item, text, width, { before: 2.5 * scale }))
  }
  return blocks
}

/** The code, and what to do with it. @returns what had no place */
async function drawCheck(
  { doc, root, ...page }: Page,
  { verify }: PdfContent,
  code: Code,
  { x, top, bottom }: { x: number; top: number; bottom: number },
): Promise<Block[]> {
  const blocks = [
    await block('H2', verify.heading, looks.h2, side, { keepsWithNext: true }),
    await block('P', verify.text, looks.text, side, { before: 3 }),
    await block('P', verify.address, looks.text, side, { before: 4, link: verify.url }),
    await block('P', verify.file, looks.small, side, { before: 6 }),
  ]
  const box = [x, top + 3, x + codeEdge, top + 3 + codeEdge] as const
  const figure = doc.struct('Figure', { alt: verify.alt, bbox: [...box], placement: 'Block' } as never)
  root.add(figure)
  figure.add(() => drawCode(doc, code, { x, y: top + 3, edge: codeEdge, ink }))
  figure.end()
  const { placed, rest } = stack(blocks, { top: top + codeEdge + 14, bottom, must: false })
  drawStack({ doc, root, ...page }, placed, x)
  return rest
}

/** What had no place, on as many pages as it takes. */
async function drawRest(page: Page, blocks: readonly Block[]): Promise<void> {
  let rest = [...blocks]
  while (rest.length > 0) {
    nextPage(page)
    const stacked = stack(rest, { top: head, bottom: page.height - foot - 16, must: true })
    drawStack(page, stacked.placed, left)
    rest = stacked.rest
  }
}

function nextPage(page: Page): void {
  page.doc.addPage()
  drawFrame(page, false)
}

async function numberPages({ doc, fonts, height, inner }: Page, { pageOf }: PdfContent): Promise<void> {
  const { count } = doc.bufferedPageRange()
  if (count === 1) return
  for (let index = 0; index < count; index++) {
    const { lines, look } = await block('P', pageOf(index + 1, count), looks.small, inner)
    doc.switchToPage(index)
    artifact(doc, () => drawLine(doc, fonts, lines[0]!, { x: left, y: height - 24, size: look.size }, soft), 'Pagination')
  }
}
