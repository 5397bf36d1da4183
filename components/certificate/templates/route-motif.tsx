/** The motif where a module has none of its own: the course as a route, the module's station filled. */
const stations = [
  [20, 250],
  [92, 190],
  [152, 222],
  [208, 206],
  [262, 158],
  [312, 180],
  [360, 172],
  [408, 110],
] as const

/** @param number of the module, 1 to 8. @returns an SVG document of 430 × 330, as text */
export function routeMotif({ ink, accent, paper, number }: { ink: string; accent: string; paper: string; number: number }): string {
  const dots = stations.map(([x, y], index) =>
    index + 1 === number
      ? `<circle cx="${x}" cy="${y}" r="14" fill="${accent}" stroke="${paper}" stroke-width="5"/>`
      : `<circle cx="${x}" cy="${y}" r="7" fill="${paper}" stroke="${ink}" stroke-width="2.5"/>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="430" height="330" viewBox="0 0 430 330"><path d="M20 250C60 250 60 190 92 190S130 222 152 222S190 222 208 206S236 158 262 158S290 180 312 180S345 190 360 172S380 110 408 110" fill="none" stroke="${ink}" stroke-width="3"/>${dots.join('')}</svg>`
}
