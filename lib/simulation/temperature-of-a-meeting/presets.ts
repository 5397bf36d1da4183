/** Ready-made ways through the meeting, to compare one's own with. Played in a world a preset becomes an ordinary plan. */
import { type Plan, type Response, type Shown, thrown } from './plan.ts'
import { lastState, runPlan } from './run.ts'
import { momentsInMeeting, type World } from './world.ts'

export const presets = ['in', 'out', 'same', 'chosen'] as const
export type Preset = (typeof presets)[number]

const aside: Shown = { kind: 'show', when: 'break', where: 'aside', way: 'request' }

/** @returns the plan this preset makes in this world; it looks only at what a learner can see */
export function planOfPreset(world: World, preset: Preset): Plan {
  if (preset !== 'chosen') return always(({ in: { kind: 'keep' }, out: thrown, same: aside } as const)[preset])
  const plan: Response[] = []
  while (plan.length < momentsInMeeting) plan.push(choose(world, plan))
  return plan
}

export function always(response: Response): Plan {
  return Array.from({ length: momentsInMeeting }, () => response)
}

/**
 * Between two people: aside, in a break that is still free, else the next morning. What concerns all: before all while both
 * are cool, else in writing, in the break if that is still free.
 */
function choose(world: World, plan: Plan): Response {
  const moment = plan.length
  const { own, other, waiting } = lastState(runPlan(world, plan))
  const free = !waiting.some(({ shown }) => shown.when === 'break')
  if (world.moments[moment]!.about === 'person') return { ...aside, when: free ? 'break' : 'tomorrow' }
  if (own < 40 && other < 50) return { kind: 'show', when: 'now', where: 'all', way: 'request' }
  return { kind: 'show', when: free ? 'break' : 'now', where: 'written', way: 'request' }
}
