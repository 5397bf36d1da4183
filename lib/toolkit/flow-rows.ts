/**
 * Order and place within the rows of a layered drawing (after Sugiyama, Tagawa and Toda 1981): few crossings by barycentres, then
 * each cell as near to its neighbours as the order and the widths allow. Pure, deterministic.
 */

/** A box in a row; between two stands the mean of their gaps. `above` and `below` are indices of cells in the rows next to it. */
export type Cell = { row: number; width: number; gap: number; above: number[]; below: number[] }

const sweeps = 8

/** @returns the cells of each row, by index, from left to right */
export function orderRows(cells: readonly Cell[]): number[][] {
  const rows: number[][] = Array.from({ length: 1 + Math.max(-1, ...cells.map(({ row }) => row)) }, () => [])
  for (const [index, { row }] of cells.entries()) rows[row]?.push(index)
  let best = rows.map((row) => [...row])
  let fewest = crossings(cells, best)
  const now = best.map((row) => [...row])
  for (let sweep = 0; sweep < sweeps && fewest > 0; sweep++) {
    const down = sweep % 2 === 0
    for (const row of down ? now : now.toReversed()) arrange(row, cells, down ? 'above' : 'below', now)
    const found = crossings(cells, now)
    if (found < fewest) {
      fewest = found
      best = now.map((row) => [...row])
    }
  }
  return best
}

function arrange(row: number[], cells: readonly Cell[], side: 'above' | 'below', rows: readonly (readonly number[])[]): void {
  const first = cells[row[0] ?? -1]
  const other = first ? rows[first.row + (side === 'above' ? -1 : 1)] : undefined
  if (!other) return
  const place = new Map(other.map((cell, index) => [cell, (index + 0.5) / other.length]))
  const weight = new Map(
    row.map((cell, index) => [cell, mean((cells[cell]?.[side] ?? []).map((one) => place.get(one) ?? 0)) ?? (index + 0.5) / row.length]),
  )
  row.sort((a, b) => (weight.get(a) ?? 0) - (weight.get(b) ?? 0))
}

export function crossings(cells: readonly Cell[], rows: readonly (readonly number[])[]): number {
  let sum = 0
  for (const [index, row] of rows.entries()) {
    const place = new Map((rows[index + 1] ?? []).map((cell, at) => [cell, at]))
    const ends = row.flatMap((cell) => (cells[cell]?.below ?? []).map((one) => place.get(one) ?? 0).sort((a, b) => a - b))
    for (let i = 1; i < ends.length; i++) for (let j = 0; j < i; j++) if (ends[j]! > ends[i]!) sum++
  }
  return sum
}

/** What the widest row needs. */
export function widthNeeded(cells: readonly Cell[], rows: readonly (readonly number[])[]): number {
  return Math.max(0, ...rows.map((row) => offsets(row, cells).needed))
}

/** @param width at least `widthNeeded` @returns the middle of each cell; no two of a row overlap, all lie between 0 and width */
export function placeRows(cells: readonly Cell[], rows: readonly (readonly number[])[], width: number): number[] {
  const x = new Array<number>(cells.length).fill(width / 2)
  for (let sweep = 0; sweep <= sweeps; sweep++) {
    const down = sweep % 2 === 0
    const last = sweep === sweeps
    for (const row of down ? rows : rows.toReversed()) {
      const wanted = row.map((cell) => {
        const { above, below } = cells[cell]!
        // at last both sides count; on the way, the side one comes from
        const near = last ? [...above, ...below] : down ? above : below
        return mean(near.map((one) => x[one]!)) ?? x[cell]!
      })
      for (const [index, middle] of spread(row, cells, wanted, width).entries()) x[row[index]!] = middle
    }
  }
  return x
}

/**
 * Lines that pass several rows go straight where the others leave them room.
 * @param chains cells of one line each, from row to row @returns the middles; order and distances stay
 */
export function straighten(
  cells: readonly Cell[],
  rows: readonly (readonly number[])[],
  chains: readonly (readonly number[])[],
  middles: readonly number[],
  width: number,
): number[] {
  const x = [...middles]
  const place = new Map(rows.flatMap((row) => row.map((cell, index) => [cell, index] as const)))
  const room = (cell: number): [number, number] => {
    const own = cells[cell]!
    const row = rows[own.row]!
    const at = place.get(cell)!
    const [before, after] = [row[at - 1], row[at + 1]]
    const distance = (other: number) => (own.width + cells[other]!.width) / 2 + (own.gap + cells[other]!.gap) / 2
    return [
      before === undefined ? own.width / 2 : x[before]! + distance(before),
      after === undefined ? width - own.width / 2 : x[after]! - distance(after),
    ]
  }
  for (const chain of chains) {
    let run: number[] = []
    let shared: [number, number] = [0, width]
    const settle = () => {
      const wanted = mean(run.map((cell) => x[cell]!))
      // a single cell stays where it is
      if (run.length > 1 && wanted !== undefined) for (const cell of run) x[cell] = Math.min(shared[1], Math.max(shared[0], wanted))
    }
    for (const cell of chain) {
      const [low, high] = room(cell)
      const next: [number, number] = [Math.max(shared[0], low), Math.min(shared[1], high)]
      if (run.length > 0 && next[0] > next[1]) {
        settle()
        run = []
        shared = [low, high]
      } else shared = next
      run.push(cell)
    }
    settle()
  }
  return x
}

/** The places nearest to those wanted that keep the order and the distances: isotonic regression by pooling neighbours. */
function spread(row: readonly number[], cells: readonly Cell[], wanted: readonly number[], width: number): number[] {
  const { offset, needed } = offsets(row, cells)
  const blocks: { sum: number; count: number }[] = []
  for (const [index, at] of wanted.entries()) {
    blocks.push({ sum: at - offset[index]!, count: 1 })
    for (
      let [a, b] = [blocks.at(-2), blocks.at(-1)];
      a && b && a.sum / a.count > b.sum / b.count;
      [a, b] = [blocks.at(-2), blocks.at(-1)]
    ) {
      blocks.splice(-2, 2, { sum: a.sum + b.sum, count: a.count + b.count })
    }
  }
  const free = Math.max(0, width - needed)
  const base = blocks.flatMap(({ sum, count }) => new Array<number>(count).fill(Math.min(free, Math.max(0, sum / count))))
  return base.map((at, index) => at + offset[index]!)
}

/** Middles of the cells when all stand as close together as they may, beginning at 0. */
function offsets(row: readonly number[], cells: readonly Cell[]): { offset: number[]; needed: number } {
  const offset: number[] = []
  let edge = 0
  for (const [index, cell] of row.entries()) {
    const { width, gap } = cells[cell]!
    if (index > 0) edge += (gap + cells[row[index - 1]!]!.gap) / 2
    offset.push(edge + width / 2)
    edge += width
  }
  return { offset, needed: edge }
}

function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length
}
