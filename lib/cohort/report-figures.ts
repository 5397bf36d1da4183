/**
 * The few figures that reports are made of, and from how many people on each is worth reading. Pure.
 *
 * - Difficulty of an item: the share of learners who got it right (Crocker & Algina 1986, Introduction to Classical and Modern
 *   Test Theory, ch. 14: p), here when they first met it.
 * - Discrimination: the corrected item–total correlation (the same chapter: the item is left out of the total, or it would
 *   correlate with itself). For an item that is right or wrong it is the point-biserial correlation.
 */

export const fewest = {
  /** learners in a group whose choices are shown apart */
  group: 5,
  /** below this a share is shown with a caution: one person moves it by ten points or more */
  share: 10,
  /** below this there is no discrimination at all */
  correlation: 10,
  /** below this a discrimination is shown with a caution: at 30 people chance alone makes ±0.36 in one of twenty cases */
  steadyCorrelation: 30,
} as const

/** An objective counts as got by a group when this share has reached it (mastery learning: Bloom 1968, four in five). */
export const groupHasGot = 0.8

/** A score that is full on paper must not miss it by a rounding error. */
export const isFull = (scaled: number) => scaled >= 1 - 1e-9

export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

/** Whole percent, as shown and as exported. */
export function percentOf(share: number | null): number | null {
  return share === null ? null : Math.round(share * 100)
}

export function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length
}

/** Pearson's r; null for fewer pairs than `least`, and where one side does not vary. */
export function correlation(pairs: readonly (readonly [number, number])[], least: number = fewest.correlation): number | null {
  if (pairs.length < Math.max(2, least)) return null
  const meanX = meanOf(pairs.map(([x]) => x))!
  const meanY = meanOf(pairs.map(([, y]) => y))!
  let xx = 0
  let yy = 0
  let xy = 0
  for (const [x, y] of pairs) {
    xx += (x - meanX) ** 2
    yy += (y - meanY) ** 2
    xy += (x - meanX) * (y - meanY)
  }
  if (xx < 1e-9 || yy < 1e-9) return null
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)))
}

/** Two places after the point, as shown and as exported; never a negative nought. */
export function twoPlaces(value: number | null): number | null {
  return value === null ? null : Math.round(value * 100) / 100 + 0
}

/**
 * How divided a group is: the share of pairs of two different people who chose differently. 0: all the same.
 * Null for fewer than two people.
 */
export function disagreement(counts: readonly number[]): number | null {
  const n = counts.reduce((sum, one) => sum + one, 0)
  if (n < 2) return null
  const same = counts.reduce((sum, one) => sum + one * (one - 1), 0)
  return 1 - same / (n * (n - 1))
}
