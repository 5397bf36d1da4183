/** The motif of the course: the way across all modules, every station in the colour of its own. */
const stations = [
  [24, 196],
  [82, 128],
  [142, 172],
  [200, 106],
  [256, 146],
  [312, 78],
  [362, 114],
  [408, 42],
] as const

/** @param colours of the modules, the first one's first. @param numbers of the modules. @returns an SVG document of 430 × 250, as text */
export function courseMotif({
  ink,
  paper,
  colours,
  numbers,
}: {
  ink: string
  paper: string
  colours: readonly string[]
  numbers: readonly number[]
}): string {
  const line = stations.slice(1).map(([toX, toY], index) => {
    const [x, y] = stations[index]!
    const middle = (x + toX) / 2
    return `C${middle} ${y} ${middle} ${toY} ${toX} ${toY}`
  })
  const path = `M${stations[0].join(' ')}${line.join('')}`
  const dots = numbers.flatMap((number) => {
    const station = stations[number - 1]
    return station
      ? [`<circle cx="${station[0]}" cy="${station[1]}" r="12" fill="${colours[number - 1] ?? ink}" stroke="${paper}" stroke-width="5"/>`]
      : []
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="430" height="250" viewBox="0 0 430 250" fill="none"><path d="${path}" stroke="${paper}" stroke-width="10"/><path d="${path}" stroke="${ink}" stroke-width="3"/>${dots.join('')}</svg>`
}
