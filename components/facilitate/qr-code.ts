/** A QR as one path, drawn on the server. Pure. */
import { encode } from 'uqr'

/** modules of white around it, as the standard asks for */
const border = 4

export function qrPath(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { border, ecc: 'M' })
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark && !row[x - 1] ? [`M${x} ${y}h${runOf(row, x)}v1h-${runOf(row, x)}z`] : [])))
    .join('')
  return { size, path }
}

/** How many dark ones stand side by side from here. */
function runOf(row: readonly boolean[], from: number): number {
  const end = row.indexOf(false, from)
  return (end < 0 ? row.length : end) - from
}

/** As a file that stands alone. */
export function qrFile(text: string): string {
  const { size, path } = qrPath(text)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="600" height="600" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`
}
