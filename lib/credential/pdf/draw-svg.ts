/**
 * Draws one of the site's own SVG drawings into a PDF, as vectors: paths and circles in the order they stand, with fill, stroke, stroke
 * width and a transform of translate and scale. Not for drawings from elsewhere.
 */
import type { PdfDocument } from './document.ts'
import { colourOf } from './draw-line.ts'

type Attributes = Readonly<Record<string, string>>

/** @param at where its origin comes to stand, and how much larger it gets */
export function drawSvg(doc: PdfDocument, svg: string, at: { x: number; y: number; scale: number }): void {
  const [, root = '', body = ''] = /^<svg([^>]*)>(.*)<\/svg>$/s.exec(svg) ?? []
  const inherited = attributesOf(root)
  doc.save().translate(at.x, at.y).scale(at.scale)
  doc
    .lineCap(inherited['stroke-linecap'] === 'round' ? 'round' : 'butt')
    .lineJoin(inherited['stroke-linejoin'] === 'round' ? 'round' : 'miter')
  for (const [, name, given] of body.matchAll(/<(path|circle)([^>]*?)\/>/g))
    drawShape(doc, name!, { ...inherited, ...attributesOf(given!) })
  doc.restore()
}

function drawShape(doc: PdfDocument, name: string, attributes: Attributes): void {
  const fill = attributes['fill'] ?? '#000000'
  const stroke = attributes['stroke'] ?? 'none'
  if (fill === 'none' && stroke === 'none') return
  doc.save()
  transform(doc, attributes['transform'] ?? '')
  if (fill !== 'none') doc.addContent(`${colourOf(fill)} rg`)
  if (stroke !== 'none') doc.addContent(`${colourOf(stroke)} RG`).lineWidth(Number(attributes['stroke-width'] ?? 1))
  if (name === 'circle') doc.circle(Number(attributes['cx']), Number(attributes['cy']), Number(attributes['r']))
  else doc.path(attributes['d'] ?? '')
  doc.addContent(fill === 'none' ? 'S' : stroke === 'none' ? 'f' : 'B')
  doc.restore()
}

function transform(doc: PdfDocument, text: string): void {
  for (const [, kind, given] of text.matchAll(/(translate|scale)\(([^)]*)\)/g)) {
    const [first = 0, second] = given!.split(/[\s,]+/).map(Number)
    if (kind === 'translate') doc.translate(first, second ?? 0)
    else doc.scale(first, second ?? first)
  }
}

function attributesOf(text: string): Attributes {
  return Object.fromEntries(Array.from(text.matchAll(/([\w-]+)="([^"]*)"/g), ([, name, value]) => [name!, value!]))
}
