/** Where a mark stands on the plane: urgency runs to the left, importance upwards, and no mark covers another. Pure. */
import { urgentFrom } from '#lib/simulation/week-of-in-tray/step.ts'
import type { TaskId } from '#lib/simulation/week-of-in-tray/tasks.ts'

/** Units of the drawing; marks are `markSize` wide. */
export const planeSize = { width: 100, height: 112 }
export const markSize = 10.4
const edge = markSize / 2 + 1.2
const gap = markSize + 0.4
/** Where the letter of a quadrant stands, from the corner of the drawing, and how far a mark keeps from it. */
export const letterAt = { x: 5.6, y: 6.2, room: markSize / 2 + 3 }
const rounds = 240

type Range = readonly [least: number, most: number]
export type Point = { x: number; y: number }
export type Placed = { id: TaskId; urgency: number; importance: number }

/** @returns units from the left; 50 points of urgency stand on the line in the middle */
export function xOf(urgency: number): number {
  return edge + ((100 - urgency) / 100) * (planeSize.width - 2 * edge)
}

function yOf(importance: number): number {
  return edge + ((100 - importance) / 100) * (planeSize.height - 2 * edge)
}

/**
 * True places first; then marks that would cover each other are moved apart a little, mostly up and down, because the
 * way from right to left is what the drawing is about. Each stays in its quadrant, clear of its lines and of its letter.
 */
export function placeMarks(marks: readonly Placed[]): Map<TaskId, Point> {
  const placed = marks.map(({ id, urgency, importance }) => {
    const left = urgency >= urgentFrom
    const top = importance > 50
    const { width, height } = planeSize
    const box: Record<'x' | 'y', Range> = {
      x: left ? [edge, width / 2 - edge + 1] : [width / 2 + edge - 1, width - edge],
      y: top ? [edge, height / 2 - edge + 1] : [height / 2 + edge - 1, height - edge],
    }
    return { id, box, x: clamp(xOf(urgency), box.x), y: clamp(yOf(importance), box.y) }
  })
  for (let round = 0; round < rounds; round++) {
    let moved = false
    for (const [index, a] of placed.entries()) {
      for (const b of placed.slice(index + 1)) {
        const dx = b.x - a.x
        const dy = b.y - a.y
        const near = gap - Math.hypot(dx, dy)
        if (near <= 0.01) continue
        moved = true
        // sideways counts less at first, and fully once up and down alone has not been enough
        const side = round < rounds / 3 ? 0.25 : 1
        // in a full column the later one steps aside
        const aside = side === 1 && Math.abs(dx) < 1 ? 1.5 : dx
        const push = { x: aside * side, y: dy === 0 ? 0.01 : dy }
        const length = Math.hypot(push.x, push.y)
        const [stepX, stepY] = [(push.x / length) * (near / 2), (push.y / length) * (near / 2)]
        a.x = clamp(a.x - stepX, a.box.x)
        a.y = clamp(a.y - stepY, a.box.y)
        b.x = clamp(b.x + stepX, b.box.x)
        b.y = clamp(b.y + stepY, b.box.y)
      }
    }
    for (const mark of placed) {
      const corner = {
        x: mark.box.x[0] === edge ? letterAt.x : planeSize.width - letterAt.x,
        y: mark.box.y[0] === edge ? letterAt.y : planeSize.height - letterAt.y,
      }
      const [dx, dy] = [mark.x - corner.x, mark.y - corner.y]
      const far = Math.hypot(dx, dy) || 1
      const near = letterAt.room - far
      if (near <= 0.01) continue
      moved = true
      // out of the corner, up or down first
      const inward = mark.box.y[0] === edge ? 1 : -1
      const aside = mark.box.x[0] === edge ? 1 : -1
      const way = round < rounds / 3 ? { x: 0.25 * aside, y: inward } : { x: aside, y: inward }
      const length = Math.hypot(way.x, way.y)
      mark.x = clamp(mark.x + (way.x / length) * near, mark.box.x)
      mark.y = clamp(mark.y + (way.y / length) * near, mark.box.y)
    }
    if (!moved) break
  }
  return new Map(placed.map(({ id, x, y }) => [id, { x, y }]))
}

function clamp(value: number, [least, most]: Range): number {
  return Math.min(most, Math.max(least, value))
}
