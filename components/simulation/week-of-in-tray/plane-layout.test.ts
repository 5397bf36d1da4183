import { describe, expect, it } from 'vitest'
import { planOfPreset, presets } from '#lib/simulation/week-of-in-tray/presets.ts'
import { runPlan } from '#lib/simulation/week-of-in-tray/run.ts'
import { openTasks, type State, urgentFrom } from '#lib/simulation/week-of-in-tray/step.ts'
import { isImportant, type TaskId } from '#lib/simulation/week-of-in-tray/tasks.ts'
import { makeWorld, type World } from '#lib/simulation/week-of-in-tray/world.ts'
import { letterAt, markSize, placeMarks, planeSize, xOf } from './plane-layout.ts'

const marksOf = (world: World, state: State, ids: readonly TaskId[]) =>
  ids.map((id) => ({ id, urgency: state.tasks[id].urgency, importance: world.plans[id].importance }))

/** every plane a learner can see in these weeks, the last one with all twenty tasks */
const planes = Array.from({ length: 30 }, (_, index) => makeWorld(index + 1)).flatMap((world) =>
  presets.flatMap((preset) => {
    const { start, days } = runPlan(world, planOfPreset(world, preset))
    return [
      marksOf(world, start, openTasks(world, start)),
      ...days.map(({ state }) => marksOf(world, state, openTasks(world, state))),
      marksOf(world, days.at(-1)!.state, world.order),
    ]
  }),
)

describe('the marks on the plane', () => {
  it('never cover each other', () => {
    for (const marks of planes) {
      const points = [...placeMarks(marks).values()]
      for (const [index, a] of points.entries()) {
        for (const b of points.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(markSize * 0.9)
      }
    }
  })
  it('leave the letter of their quadrant free', () => {
    for (const marks of planes) {
      for (const { x, y } of placeMarks(marks).values()) {
        const [across, down] = [Math.min(x, planeSize.width - x), Math.min(y, planeSize.height - y)]
        expect(Math.hypot(across - letterAt.x, down - letterAt.y)).toBeGreaterThan(letterAt.room - 0.8)
      }
    }
  })
  it('stand in the quadrant of their task, inside the drawing', () => {
    for (const marks of planes) {
      for (const [id, { x, y }] of placeMarks(marks)) {
        const { urgency } = marks.find((mark) => mark.id === id)!
        expect(x < planeSize.width / 2).toBe(urgency >= urgentFrom)
        expect(y < planeSize.height / 2).toBe(isImportant(id))
        expect(Math.min(x, y, planeSize.width - x, planeSize.height - y)).toBeGreaterThan(markSize / 2)
      }
    }
  })
  it('stand further to the left the more urgent they are, and alone where nothing is near', () => {
    expect(xOf(80)).toBeLessThan(xOf(20))
    expect(xOf(urgentFrom)).toBe(planeSize.width / 2)
    const alone = placeMarks([{ id: 'rest', urgency: 20, importance: 80 }]).get('rest')!
    expect(alone.x).toBe(xOf(20))
  })
})
