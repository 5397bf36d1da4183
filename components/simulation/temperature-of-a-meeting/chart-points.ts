/** Where the lines of the picture run: percentages of its width and height, from the start side and from the top. Pure. */
import { type Leg, lengthOfRun } from '#lib/simulation/temperature-of-a-meeting/run.ts'

export type Line = 'own' | 'other'

export function across(at: number): number {
  return Math.round((at / lengthOfRun) * 1000) / 10
}

/** @param tenths heat, 0–100 */
export function down(tenths: number): number {
  return 100 - tenths
}

export function pathOf(legs: readonly Leg[], line: Line): string {
  return legs.map(({ at, state }, index) => `${index === 0 ? 'M' : 'L'}${across(at)} ${down(state[line])}`).join('')
}

/**
 * Heights for the two names at the end of the lines, so that they never stand on each other.
 * @param gap least distance, in percent of the height
 */
export function labelHeights(own: number, other: number, gap: number): { own: number; other: number } {
  const [ownDown, otherDown] = [down(own), down(other)]
  const lack = gap - Math.abs(ownDown - otherDown)
  if (lack <= 0) return { own: ownDown, other: otherDown }
  const middle = Math.min(100 - gap / 2, Math.max(gap / 2, (ownDown + otherDown) / 2))
  const ownAbove = ownDown <= otherDown
  return { own: middle + (ownAbove ? -gap / 2 : gap / 2), other: middle + (ownAbove ? gap / 2 : -gap / 2) }
}

/** The area under what was kept or left, as a CSS polygon; a step lasts until the next one. */
export function areaOf(legs: readonly Leg[], load: 'kept' | 'left'): string {
  const points = legs.flatMap(({ at, state }, index) => {
    const before = index === 0 ? 0 : legs[index - 1]!.state[load]
    return [`${across(at)}% ${down(before)}%`, `${across(at)}% ${down(state[load])}%`]
  })
  return `polygon(0% 100%, ${points.join(', ')}, 100% 100%)`
}
