/** What each kind of contact was good for: the same plan in the same world, with that kind left out. */
import { type Kind, kinds, type Plan, without } from './plan.ts'
import { lastState, runPlan, type Summary, summarise } from './run.ts'
import type { World } from './world.ts'

export type EffectOfKind = {
  kind: Kind
  /** contacts of this kind in the plan */
  contacts: number
  /** the run without them */
  left: Summary
  /** days by which the mean would be longer without them (negative: shorter) */
  saved: number
}

export function effectOfKinds(world: World, plan: Plan): EffectOfKind[] {
  const whole = summarise(lastState(runPlan(world, plan)))
  return kinds.map((kind) => {
    const left = summarise(lastState(runPlan(world, without(plan, kind))))
    const contacts = plan.flat().filter((contact) => contact.kind === kind).length
    return { kind, contacts, left, saved: left.mean - whole.mean }
  })
}
