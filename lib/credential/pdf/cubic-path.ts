/**
 * Quadratic curves of an SVG path as cubic ones, which are all that a PDF has. Exact: a quadratic curve is a cubic one whose handles stand
 * at two thirds of the way to its own. Pure. For paths where every command has its letter and `q` follows a known point.
 */

/** @returns operators of a content stream (ISO 32000-1, 8.5.2), in the coordinates of the path. Knows M, L, Q, C, Z, and q, z. */
export function pathOperators(d: string): string {
  const out: string[] = []
  let x = 0
  let y = 0
  for (const [, letter, given] of d.matchAll(/([MLQCZqz])([^MLQCZqz]*)/g)) {
    const values = (given!.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number)
    if (letter === 'Z' || letter === 'z') {
      out.push('h')
      continue
    }
    const absolute = letter === 'q' ? values.map((value, index) => value + (index % 2 === 0 ? x : y)) : values
    const [toX, toY] = [absolute.at(-2)!, absolute.at(-1)!]
    if (letter === 'Q' || letter === 'q') {
      const [atX, atY] = [absolute[0]!, absolute[1]!]
      const toward = (from: number, handle: number) => from + ((handle - from) * 2) / 3
      out.push(`${numbers([toward(x, atX), toward(y, atY), toward(toX, atX), toward(toY, atY), toX, toY])} c`)
    } else {
      out.push(`${numbers(absolute)} ${letter === 'M' ? 'm' : letter === 'L' ? 'l' : 'c'}`)
    }
    x = toX
    y = toY
  }
  return out.join('\n')
}

export function numbers(values: readonly number[]): string {
  return values.map(number).join(' ')
}

/** Four decimals are a three-thousandth of a millimetre even where a path is drawn a hundred times as large. */
export function number(value: number): string {
  return String(Math.round(value * 10_000) / 10_000)
}
