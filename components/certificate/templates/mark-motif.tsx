/** The motif of a module as its mark, large: lines on a strip of bare paper, as a route is drawn on a map. */
import { drawings, type Motif } from '#components/ui/module-drawings.ts'

/** Edge of the mark, in pixels. */
const size = 270

/** @returns an SVG document of 430 × 330, as text */
export function markMotif({ accent, paper, kind }: { accent: string; paper: string; kind: Motif }): string {
  const scale = size / 24
  const line = (stroke: string, width: number) =>
    `<path transform="translate(${250 - size / 2} ${165 - size / 2}) scale(${scale})" d="${drawings[kind]}" stroke="${stroke}" stroke-width="${width / scale}"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="430" height="330" viewBox="0 0 430 330" fill="none" stroke-linecap="round" stroke-linejoin="round">${line(paper, 22)}${line(accent, 6)}</svg>`
}
