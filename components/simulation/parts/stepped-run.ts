/** How a run moves on that is planned step by step, a week or a day at a time. Pure. The step after the last played one is the draft. */
import type { Stepped, steppedAddress } from '#lib/simulation/address.ts'
import type { Rules } from './kept-run.ts'

export type SteppedRules<Step> = Rules<Stepped<Step>> & {
  /** how many steps a run has */
  steps: number
  emptyStep: Step
  isEmpty(step: Step): boolean
}
export type Screen = 'plan' | 'report' | 'result'

export function steppedRules<Step>({
  firstSeed,
  ...rules
}: Pick<SteppedRules<Step>, 'steps' | 'emptyStep' | 'isEmpty' | 'encodePlan'> &
  ReturnType<typeof steppedAddress<Step>> & { firstSeed: number }): SteppedRules<Step> {
  return { ...rules, fresh: { plan: [], seed: firstSeed, done: 0 }, isFinished: ({ done }) => done >= rules.steps }
}

export function draftOf<Step>({ emptyStep }: SteppedRules<Step>, { plan, done }: Stepped<Step>): Step {
  return plan[done] ?? emptyStep
}

export function withDraft<Step>(shown: Stepped<Step>, draft: Step): Stepped<Step> {
  return { ...shown, plan: [...shown.plan.slice(0, shown.done), draft, ...shown.plan.slice(shown.done + 1)] }
}

/** Plays the draft. Steps of the plan that stand ready after it stay. */
export function played<Step>(rules: SteppedRules<Step>, shown: Stepped<Step>): Stepped<Step> {
  return { ...withDraft(shown, draftOf(rules, shown)), done: Math.min(rules.steps, shown.done + 1) }
}

/** Where a run goes on: after a step that was played, what it brought, until something is chosen for the next. */
export function firstScreen<Step>(rules: SteppedRules<Step>, shown: Stepped<Step>): Screen {
  if (rules.isFinished(shown)) return 'result'
  return shown.done > 0 && rules.isEmpty(draftOf(rules, shown)) ? 'report' : 'plan'
}
