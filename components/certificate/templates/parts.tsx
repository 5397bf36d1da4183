/** What the pictures of all certificates share: colours, the paper with its contour lines, the site's mark, names as drawings. */
import { pieces } from '#lib/credential/describe-achievement.ts'
import type { ShapedName } from '#lib/credential/shape-name.ts'
import contours from '#lib/credential/templates/contours.json' with { type: 'json' }

/** The light values of components/ui/tokens.css. */
export const colour = {
  sheet: '#fffdf8',
  ink: '#1a2330',
  soft: '#525c69',
  rule: '#ddd6c6',
  contour: '#e3dccb',
  contourMajor: '#cbc1a8',
  /** what is no longer valid */
  revoked: '#9c2523',
  modules: ['#8a5a16', '#0e6664', '#3b4ba3', '#a93a38', '#56631a', '#74397a', '#1b6494', '#1a2330'],
}

/** Where the code stands, without its quiet zone; in pixels. */
export type CodePlace = { left: number; top: number; edge: number }

/** Kept clear around the code: four modules of the widest kind that a certificate has (49 in a row). */
export function quietZone({ edge }: CodePlace): number {
  return Math.ceil((edge / 49) * 4)
}

/** Satori breaks lines only between boxes, so every word is one; a sign after a bold word stays with it. */
export function words(sentence: string): { key: string; text: string; bold: boolean }[] {
  const all: { text: string; bold: boolean }[] = []
  let open = false
  for (const { text, bold } of pieces(sentence)) {
    const glued = open && !text.startsWith(' ')
    open = !text.endsWith(' ')
    for (const [index, word] of text.split(' ').filter(Boolean).entries()) {
      if (index === 0 && glued) all.at(-1)!.text += word
      else all.push({ text: word, bold })
    }
  }
  return all.map((word, index) => ({ ...word, key: `${index}-${word.text}` }))
}

/** An SVG document one pixel larger than the name on every side. */
export function writtenName(name: ShapedName, fill: string = colour.ink): string {
  const glyphs = name.paths.map(({ d, x, y }) => `<path transform="translate(${x} ${y})" d="${d}"/>`).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${name.width + 2}" height="${name.height + 2}" viewBox="-1 -1 ${name.width + 2} ${name.height + 2}" fill="${fill}">${glyphs}</svg>`
}

/** Contour lines that come out of the paper from left to right, so that nothing lies under the words; they end around the code. */
export function land(code: CodePlace): string {
  const { width, height, minor, major } = contours
  const quiet = quietZone(code) + 6
  const clear = `<rect x="${code.left - quiet}" y="${code.top - quiet}" width="${code.edge + 2 * quiet}" height="${code.edge + 2 * quiet + 14}" rx="10" fill="#000" stroke="#000" stroke-width="20" filter="url(#b)"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs><linearGradient id="g"><stop offset=".38" stop-color="#000"/><stop offset=".74" stop-color="#fff"/></linearGradient><filter id="b" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="9"/></filter><mask id="m" maskUnits="userSpaceOnUse" x="0" y="0" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="url(#g)"/>${clear}</mask></defs><g fill="none" mask="url(#m)"><path d="${minor}" stroke="${colour.contour}" stroke-width="1.2"/><path d="${major}" stroke="${colour.contourMajor}" stroke-width="1.4"/></g></svg>`
}

/** The site's mark, as in components/ui/site-mark.tsx. */
export function mark(): string {
  const slope = (y: number, width: number, opacity: number) =>
    `<path d="M2 ${y}c3.5-6 6.5-6 10 0s6.500 6 10-1.500" stroke-width="${width}" opacity="${opacity}"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="${colour.ink}" stroke-linecap="round">${slope(9.5, 1.3, 0.55)}${slope(14, 2, 1)}${slope(18.5, 1.3, 0.55)}</svg>`
}

export function dataUri(svg: string): string {
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`
}
