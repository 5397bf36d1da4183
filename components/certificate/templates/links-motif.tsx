/** The motif of the networking module: a close circle of colleagues, a few contacts elsewhere, and the one tie that joins them. */
type Dot = readonly [x: number, y: number, radius: number]

const near: readonly Dot[] = [
  [66, 238, 13],
  [20, 188, 7],
  [112, 186, 8],
  [24, 282, 8],
  [86, 306, 7],
  [140, 262, 9],
]
const nearTies: readonly (readonly [number, number])[] = [
  [0, 1],
  [0, 2],
  [0, 3],
  [0, 4],
  [0, 5],
  [1, 2],
  [3, 4],
  [4, 5],
]
const far: readonly Dot[] = [
  [348, 92, 11],
  [398, 44, 7],
  [330, 26, 7],
  [406, 128, 8],
  [290, 152, 6],
]
const farTies: readonly (readonly [number, number])[] = [
  [0, 1],
  [0, 2],
  [0, 3],
  [1, 3],
  [0, 4],
]

function lines(dots: readonly Dot[], ties: readonly (readonly [number, number])[]): string {
  return ties.map(([a, b]) => `M${dots[a]![0]} ${dots[a]![1]}L${dots[b]![0]} ${dots[b]![1]}`).join('')
}

/** @returns an SVG document of 430 × 330, as text: the picture maker takes drawings only as images */
export function linksMotif({ ink, accent, paper }: { ink: string; accent: string; paper: string }): string {
  const circle = ([x, y, radius]: Dot, fill: string) =>
    `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}" stroke="${paper}" stroke-width="4"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="430" height="330" viewBox="0 0 430 330"><path d="${lines(near, nearTies)}${lines(far, farTies)}" fill="none" stroke="${ink}" stroke-width="2"/><path d="M66 238C140 232 190 90 348 92" fill="none" stroke="${paper}" stroke-width="10"/><path d="M66 238C140 232 190 90 348 92" fill="none" stroke="${accent}" stroke-width="4"/>${near.map((dot, index) => circle(dot, index === 0 ? accent : ink)).join('')}${far.map((dot, index) => circle(dot, index === 0 ? accent : ink)).join('')}</svg>`
}
