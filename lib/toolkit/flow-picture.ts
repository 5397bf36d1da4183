/**
 * The drawing of a map as plain shapes, in the order in which they are painted, and as a file of SVG that stands alone. Pure.
 *
 * The page and the file are made from the same shapes. On the page a class gives each its look in both themes; in the file the look
 * is written into the shapes, always dark on white, with fonts that every device has, and the text stays text.
 */
import { discRadius, type FlowLayout, labelSize, nameSize, type Tie } from './flow-layout.ts'
import { textWidth, wrapText } from './flow-text.ts'
import { type Flow, nameKey } from './information-flow.ts'

export type Look =
  | 'formal'
  | 'informal'
  | 'head'
  | 'place'
  | 'me'
  | 'name'
  | 'my-name'
  | 'back'
  | 'disc'
  | 'number'
  | 'label'
  | 'gap'
  | 'cut'
/** `flow`: the flow that the shape belongs to; `vital`: drawn stronger */
export type Shape = { look: Look; flow?: number; vital?: boolean } & (
  | { kind: 'path'; d: string }
  | { kind: 'rect'; x: number; y: number; width: number; height: number; rx: number }
  | { kind: 'circle'; cx: number; cy: number; r: number }
  | { kind: 'text'; x: number; y: number; text: string }
)

export function shapesOf({ places, ties }: FlowLayout, flows: readonly Flow[], me: string): Shape[] {
  const lines = ties.flatMap((tie): Shape[] => {
    const { way, vital } = flows[tie.flow]!
    return [
      { kind: 'path', look: way, d: tie.path, flow: tie.flow, vital },
      { kind: 'path', look: 'head', d: headAt(tie.tip), flow: tie.flow, vital },
    ]
  })
  const cuts = ties.flatMap((tie): Shape[] => (tie.cut ? cutAt(tie.cut, tie.flow) : []))
  const boxes = places.flatMap(({ key, lines: name, ...box }): Shape[] => {
    const mine = me !== '' && key === nameKey(me)
    const { x, y, width, height } = box
    const first = y + height / 2 - ((name.length - 1) * nameSize * 1.3) / 2 + nameSize * 0.35
    return [
      { kind: 'rect', look: mine ? 'me' : 'place', x, y, width, height, rx: Math.min(16, height / 2) },
      ...name.map(
        (text, index): Shape => ({
          kind: 'text',
          look: mine ? 'my-name' : 'name',
          x: x + width / 2,
          y: tenth(first + index * nameSize * 1.3),
          text,
        }),
      ),
    ]
  })
  return [...lines, ...cuts, ...boxes, ...ties.flatMap((tie) => labelOf(tie, flows[tie.flow]!.vital))]
}

function labelOf({ flow, label }: Tie, vital: boolean): Shape[] {
  const { disc, lines, x, y, width, height } = label
  const first = disc.y - ((lines.length - 1) * labelSize * 1.3) / 2 + labelSize * 0.35
  return [
    { kind: 'rect', look: 'back', x, y, width, height, rx: 4, flow },
    { kind: 'circle', look: 'disc', cx: disc.x, cy: disc.y, r: discRadius, flow, vital },
    { kind: 'text', look: 'number', x: disc.x, y: tenth(disc.y + 4.5), text: String(flow + 1), flow, vital },
    ...lines.map(
      (text, index): Shape => ({
        kind: 'text',
        look: 'label',
        x: tenth(disc.x + discRadius + 6),
        y: tenth(first + index * labelSize * 1.3),
        text,
        flow,
      }),
    ),
  ]
}

/** An open arrow head, as the drawings of the course have them. */
export function headAt({ x, y, angle }: { x: number; y: number; angle: number }): string {
  const barb = (turn: number) => `${tenth(x - 9 * Math.cos(angle + turn))} ${tenth(y - 9 * Math.sin(angle + turn))}`
  return `M${barb(0.5)}L${x} ${y}L${barb(-0.5)}`
}

/** The line is interrupted, with a bar across each end. */
function cutAt({ x, y, angle }: { x: number; y: number; angle: number }, flow: number): Shape[] {
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)]
  // the bars lean, so that they are no arrow and no letter
  const [bx, by] = [Math.cos(angle + 1.9) * 7.5, Math.sin(angle + 1.9) * 7.5]
  const bar = (side: number) =>
    `M${tenth(x + side * dx * 3.5 - bx)} ${tenth(y + side * dy * 3.5 - by)}L${tenth(x + side * dx * 3.5 + bx)} ${tenth(y + side * dy * 3.5 + by)}`
  return [
    { kind: 'path', look: 'gap', d: `M${tenth(x - dx * 3.5)} ${tenth(y - dy * 3.5)}L${tenth(x + dx * 3.5)} ${tenth(y + dy * 3.5)}`, flow },
    { kind: 'path', look: 'cut', d: bar(-1) + bar(1), flow },
  ]
}

const sans = 'font-family="Helvetica, Arial, sans-serif"'
const ink = '#1a2330'
const line = '#0e6664'
const written: Record<Look, string> = {
  formal: `fill="none" stroke="${line}" stroke-width="1.75" stroke-linecap="round"`,
  informal: `fill="none" stroke="${line}" stroke-width="2.25" stroke-linecap="round" stroke-dasharray="0.5 5.5"`,
  head: `fill="none" stroke="${line}" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"`,
  place: `fill="#ffffff" stroke="${ink}" stroke-width="1.5"`,
  me: `fill="${line}" stroke="${line}" stroke-width="1.5"`,
  name: `fill="${ink}" ${sans} font-size="${nameSize}" font-weight="600" text-anchor="middle"`,
  'my-name': `fill="#ffffff" ${sans} font-size="${nameSize}" font-weight="600" text-anchor="middle"`,
  back: 'fill="#ffffff"',
  disc: `fill="#ffffff" stroke="${line}" stroke-width="1.25"`,
  number: `fill="${ink}" ${sans} font-size="12" font-weight="600" text-anchor="middle"`,
  label: `fill="${ink}" ${sans} font-size="${labelSize}"`,
  gap: 'fill="none" stroke="#ffffff" stroke-width="7"',
  cut: `fill="none" stroke="#a93a38" stroke-width="2.5" stroke-linecap="round"`,
}
const strong: Partial<Record<Look, string>> = {
  formal: `fill="none" stroke="${line}" stroke-width="3.25" stroke-linecap="round"`,
  informal: `fill="none" stroke="${line}" stroke-width="4" stroke-linecap="round" stroke-dasharray="0.5 7.5"`,
  head: `fill="none" stroke="${line}" stroke-width="3.25" stroke-linecap="round" stroke-linejoin="round"`,
  disc: `fill="${line}" stroke="${line}" stroke-width="1.25"`,
  number: `fill="#ffffff" ${sans} font-size="12" font-weight="600" text-anchor="middle"`,
}

/** The words of the file: a title above, the legend and the flows in words below. */
export type PictureWords = {
  title: string
  legend: { look: 'formal' | 'informal' | 'vital' | 'cut'; text: string }[]
  /** one for each flow, in their order */
  flows: string[]
}

/** A whole file of SVG: the drawing, its legend and its flows in words. `width` and `height` are its size in pixels. */
export function pictureFile(
  layout: FlowLayout,
  flows: readonly Flow[],
  me: string,
  words: PictureWords,
): { svg: string; width: number; height: number } {
  const border = 24
  const inner = Math.max(layout.width, 420)
  const text = (x: number, y: number, content: string, attributes: string) =>
    `<text x="${tenth(x)}" y="${tenth(y)}" ${attributes}>${escapeXml(content)}</text>`
  const out: string[] = []
  let y = border
  for (const part of wrapText(words.title, { width: inner, size: 20, most: 3 })) {
    y += 24
    out.push(text(border, y - 5, part, `fill="${ink}" font-family="Georgia, 'Times New Roman', serif" font-size="20" font-weight="600"`))
  }
  y += words.title ? 16 : 0
  out.push(`<g transform="translate(${tenth(border + (inner - layout.width) / 2)} ${tenth(y)})">`)
  for (const shape of shapesOf(layout, flows, me)) out.push(elementOf(shape))
  out.push('</g>')
  y += layout.height + 14
  const plain = `fill="${ink}" ${sans} font-size="${labelSize}"`
  let x = border
  for (const { look, text: name } of words.legend) {
    const width = 44 + textWidth(name, labelSize) + 20
    if (x > border && x + width > border + inner) {
      x = border
      y += 24
    }
    out.push(...sampleOf(look, x, y + 10).map(elementOf), text(x + 44, y + 14, name, plain))
    x += width
  }
  y += words.legend.length > 0 ? 38 : 0
  for (const [index, sentence] of words.flows.entries()) {
    out.push(text(border + 20, y + 12, String(index + 1), `${plain} font-weight="600" text-anchor="end"`))
    for (const part of wrapText(sentence, { width: inner - 30, size: labelSize, most: 6 })) {
      out.push(text(border + 30, y + 12, part, plain))
      y += labelSize * 1.4
    }
    y += 5
  }
  const [width, height] = [Math.ceil(inner + 2 * border), Math.ceil(y + border - 5)]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title"><title id="title">${escapeXml(words.title)}</title><rect width="${width}" height="${height}" fill="#ffffff"/>${out.join('')}</svg>\n`
  return { svg, width, height }
}

/** A line of the legend, 36 wide. */
export function sampleOf(look: 'formal' | 'informal' | 'vital' | 'cut', x: number, y: number): Shape[] {
  const end = x + 34
  const whole: Shape[] = [
    { kind: 'path', look: look === 'informal' ? 'informal' : 'formal', d: `M${x + 1} ${y}L${end} ${y}`, vital: look === 'vital' },
    { kind: 'path', look: 'head', d: headAt({ x: end, y, angle: 0 }), vital: look === 'vital' },
  ]
  return look === 'cut' ? [...whole, ...cutAt({ x: x + 15, y, angle: 0 }, -1)] : whole
}

function elementOf(shape: Shape): string {
  const attributes = (shape.vital ? strong[shape.look] : undefined) ?? written[shape.look]
  switch (shape.kind) {
    case 'path':
      return `<path d="${shape.d}" ${attributes}/>`
    case 'rect':
      return `<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}" rx="${shape.rx}" ${attributes}/>`
    case 'circle':
      return `<circle cx="${shape.cx}" cy="${shape.cy}" r="${shape.r}" ${attributes}/>`
    case 'text':
      return `<text x="${shape.x}" y="${shape.y}" ${attributes}>${escapeXml(shape.text)}</text>`
  }
}

/** Also without what XML 1.0 cannot hold: control characters and halves of characters. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

const tenth = (value: number) => Math.round(value * 10) / 10
