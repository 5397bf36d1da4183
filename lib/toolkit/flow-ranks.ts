/**
 * Which row of the drawing everybody stands in. Pure, deterministic: the same flows in the same order give the same rows.
 *
 * Who gives stands above who receives, as far as flows in circles allow: a flow that closes a circle points upwards.
 */

/** An edge between nodes by index, with the index of its flow. `up`: drawn upwards, from the lower row to the upper one. */
export type Edge = { flow: number; upper: number; lower: number; up: boolean }

/** @param links pairs of nodes; a node with itself is left out */
export function edgesOf(count: number, links: readonly { flow: number; from: number; to: number }[]): Edge[] {
  const outOf: number[][] = Array.from({ length: count }, () => [])
  for (const { from, to } of links) if (from !== to) outOf[from]?.push(to)
  // depth first, in the order in which they were named: a circle is cut where a flow comes back to whom it was followed from
  const state = new Array<0 | 1 | 2>(count).fill(0)
  const finished: number[] = []
  for (let start = 0; start < count; start++) {
    if (state[start] !== 0) continue
    const stack = [{ node: start, at: 0 }]
    state[start] = 1
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const next = outOf[top.node]?.[top.at++]
      if (next === undefined) {
        state[top.node] = 2
        finished.push(top.node)
        stack.pop()
      } else if (state[next] === 0) {
        state[next] = 1
        stack.push({ node: next, at: 0 })
      }
    }
  }
  const place = new Map(finished.toReversed().map((node, index) => [node, index]))
  return links.flatMap(({ flow, from, to }) => {
    if (from === to) return []
    const down = (place.get(from) ?? 0) < (place.get(to) ?? 0)
    return [{ flow, upper: down ? from : to, lower: down ? to : from, up: !down }]
  })
}

/** @param room how many nodes one row takes, at least 1 @returns the row of each node, from 0; upper < lower for every edge */
export function ranksOf(count: number, edges: readonly Edge[], room: number): number[] {
  const above: number[][] = Array.from({ length: count }, () => [])
  const below: number[][] = Array.from({ length: count }, () => [])
  for (const { upper, lower } of edges) {
    above[lower]?.push(upper)
    below[upper]?.push(lower)
  }
  const ranks = new Array<number>(count).fill(-1)
  const taken: number[] = []
  const open = new Set(Array(count).keys())
  const order: number[] = []
  while (open.size > 0) {
    const ready = [...open].filter((node) => above[node]?.every((one) => !open.has(one)))
    for (const node of ready) {
      let rank = Math.max(-1, ...(above[node] ?? []).map((one) => ranks[one] ?? -1)) + 1
      while ((taken[rank] ?? 0) >= room) rank++
      ranks[node] = rank
      taken[rank] = (taken[rank] ?? 0) + 1
      open.delete(node)
      order.push(node)
    }
  }
  // who only gives comes down to those who receive, where there is room
  for (const node of order.toReversed()) {
    const now = ranks[node] ?? 0
    const next = Math.min(...(below[node] ?? []).map((one) => ranks[one] ?? 0))
    if ((above[node]?.length ?? 0) > 0 || !Number.isFinite(next)) continue
    let rank = next - 1
    while (rank > now && (taken[rank] ?? 0) >= room) rank--
    taken[now] = (taken[now] ?? 1) - 1
    taken[rank] = (taken[rank] ?? 0) + 1
    ranks[node] = rank
  }
  // no row stays empty
  const used = [...new Set(ranks)].sort((a, b) => a - b)
  return ranks.map((rank) => used.indexOf(rank))
}
