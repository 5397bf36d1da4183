/** What is drawn and not written: the land behind the words, rules, the QR code. All of it vectors. */
import type { Code } from '#lib/credential/draw-code.ts'
import contours from '#lib/credential/templates/contours.json' with { type: 'json' }
import { number, numbers, pathOperators } from './cubic-path.ts'
import type { PdfDocument } from './document.ts'
import { colourOf } from './draw-line.ts'

const rule = '#cbc1a8'
/** As in the picture of a certificate; they run out into the white of the paper. */
const land = { minor: '#e3dccb', major: '#cbc1a8' }

/** The same in every PDF. */
const paths = { minor: pathOperators(contours.minor), major: pathOperators(contours.major) }

/** Contour lines around the upper right corner. The white of the paper takes them back long before they reach small type. */
export function drawLand(doc: PdfDocument, width: number): void {
  const scale = 0.66
  const reach = 430
  doc.save()
  doc.rect(0, 0, width, reach).clip()
  doc.translate(width - contours.width * scale, 0).scale(scale)
  for (const [lines, colour, thickness] of [
    [paths.minor, land.minor, 0.9],
    [paths.major, land.major, 1.1],
  ] as const) {
    const fade = doc.radialGradient(contours.width, 0, 0, contours.width, 0, reach / scale)
    fade.stop(0.3, colour).stop(1, '#ffffff')
    doc.lineWidth(thickness).strokeColor(fade)
    doc.addContent(lines).addContent('S')
  }
  doc.restore()
}

export function drawRule(doc: PdfDocument, x: number, y: number, width: number): void {
  doc.addContent(`${colourOf(rule)} RG 0.75 w ${numbers([x, y])} m ${numbers([x + width, y])} l S`)
}

/** One path for all modules, runs of dark ones as one rectangle each: no hair lines between them. */
export function drawCode(doc: PdfDocument, { size, dark }: Code, at: { x: number; y: number; edge: number; ink: string }): void {
  const wide = at.edge / size
  const rectangles: string[] = []
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (!dark[row * size + column]) continue
      const start = column
      while (column + 1 < size && dark[row * size + column + 1]) column++
      rectangles.push(`${numbers([at.x + start * wide, at.y + row * wide, (column + 1 - start) * wide])} ${number(wide)} re`)
    }
  }
  doc
    .addContent(`${colourOf(at.ink)} rg`)
    .addContent(rectangles.join('\n'))
    .addContent('f')
}
