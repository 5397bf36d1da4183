/**
 * Where a long name is broken. Pure. A name stays on one line while it can be read easily; then it takes two or three lines,
 * chosen so that the longest is as short as possible, that is, so that the type is as large as possible.
 */
export type Word<TCell> = { /** the space before it, where there is one */ space: TCell | null; cells: TCell[] }
/** `size`: as estimated from the parts; the drawn line decides. */
export type Broken<TCell> = { lines: TCell[][]; size: number }
type Atom<TCell> = { space: TCell | null; spaceWidth: number; cells: TCell[]; width: number }

/** Smallest size, as a share of the wished one, at which this number of lines is still preferred to one more. */
const enough: readonly number[] = [0.72, 0.56]
/** Below this share of the wished size words are broken too. */
const readable = 0.4
/** Space that one line takes at size 1, for choosing only; the lines are measured again when they are drawn. */
const lineHeight = 1.15
const mostLines = 3

/** @param measure width of cells drawn together, at size 1 */
export function breakLines<TCell>(
  words: readonly Word<TCell>[],
  box: { width: number; height: number; size: number },
  measure: (cells: readonly TCell[]) => number,
): Broken<TCell> {
  const atom = (space: TCell | null, cells: TCell[]): Atom<TCell> => ({
    space,
    spaceWidth: space === null ? 0 : measure([space]),
    cells,
    width: measure(cells),
  })
  const whole = best(
    words.map(({ space, cells }) => atom(space, cells)),
    box,
  )
  if (whole.size >= box.size * readable) return whole
  const split = words.flatMap(({ space, cells }) => cells.map((cell, index) => atom(index === 0 ? space : null, [cell])))
  const apart = best(split, box)
  return apart.size > whole.size ? apart : whole
}

function best<TCell>(atoms: readonly Atom<TCell>[], box: { width: number; height: number; size: number }): Broken<TCell> {
  let chosen: Broken<TCell> = { lines: [], size: 0 }
  for (let count = 1; count <= Math.min(mostLines, atoms.length); count++) {
    const starts = evenly(atoms, count)
    const widest = Math.max(...starts.map((start, index) => span(atoms, start, starts[index + 1] ?? atoms.length)))
    const size = Math.min(box.size, box.width / Math.max(widest, 1e-6), box.height / (count * lineHeight))
    const lines = starts.map((start, index) => textBetween(atoms, start, starts[index + 1] ?? atoms.length))
    if (size > chosen.size) chosen = { lines, size }
    if (chosen.size >= box.size * (enough[count - 1] ?? 0)) break
  }
  return chosen
}

/** Where lines begin so that the widest is narrowest: binary search over the width, filling lines from the front. */
function evenly<TCell>(atoms: readonly Atom<TCell>[], count: number): number[] {
  let low = Math.max(...atoms.map(({ width }) => width))
  let high = span(atoms, 0, atoms.length)
  let starts = fill(atoms, high)
  for (let round = 0; round < 40 && high - low > 1e-4; round++) {
    const middle = (low + high) / 2
    const tried = fill(atoms, middle)
    if (tried.length <= count) {
      starts = tried
      high = middle
    } else {
      low = middle
    }
  }
  return starts
}

function fill<TCell>(atoms: readonly Atom<TCell>[], width: number): number[] {
  const starts = [0]
  for (let index = 1; index < atoms.length; index++) {
    if (span(atoms, starts.at(-1)!, index + 1) > width + 1e-9) starts.push(index)
  }
  return starts
}

function span<TCell>(atoms: readonly Atom<TCell>[], start: number, end: number): number {
  let width = 0
  for (let index = start; index < end; index++) width += atoms[index]!.width + (index > start ? atoms[index]!.spaceWidth : 0)
  return width
}

function textBetween<TCell>(atoms: readonly Atom<TCell>[], start: number, end: number): TCell[] {
  return atoms.slice(start, end).flatMap(({ space, cells }, index) => (space !== null && index > 0 ? [space, ...cells] : cells))
}
