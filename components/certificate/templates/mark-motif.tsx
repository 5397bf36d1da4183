/** The motif of a module as its mark, large, with its echo in thin lines behind it: one drawing seen from further and further away. */
import { drawings, type Motif } from '#components/ui/module-drawings.ts'

/** @returns an SVG document of 430 × 330, as text */
export function markMotif({ ink, accent, paper, kind }: { ink: string; accent: string; paper: string; kind: Motif }): string {
  const at = (size: number, stroke: string, width: number, opacity: number) => {
    const scale = size / 24
    return `<path transform="translate(${245 - size / 2} ${165 - size / 2}) scale(${scale})" d="${drawings[kind]}" stroke="${stroke}" stroke-width="${width / scale}" opacity="${opacity}"/>`
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="430" height="330" viewBox="0 0 430 330" fill="none" stroke-linecap="round" stroke-linejoin="round">${at(318, ink, 1.5, 0.16)}${at(262, ink, 1.5, 0.32)}${at(206, paper, 16, 1)}${at(206, accent, 7, 1)}</svg>`
}
