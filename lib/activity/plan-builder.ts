/**
 * The plan with which a learner leaves the course: a second rating, if–then plans for what was chosen from it, somebody who
 * asks, and days on which to look back. Pure.
 */
import { bare } from './plan.ts'
import { fieldsOf, type Rating, readRating } from './rating.ts'
import type { ActivityOf } from './schema.ts'

export type PlanBuilder = ActivityOf<'plan-builder'>
export type Screen = 'rate' | 'choose' | 'write' | 'sheet'
export type OwnPlan = { trigger: string; action: string }
/** Kept on the device under the activity's object id. `goals` are the indicators that get a plan. */
export type Built = Rating & { screen: Screen; plans: Readonly<Record<string, OwnPlan>>; colleague: string }

/** What was kept, made safe: a screen that needs more than there is falls back to the one where it is made. */
export function readBuilt(data: PlanBuilder, kept: unknown): Built {
  const { screen, plans, colleague } = fieldsOf(kept)
  const rating = readRating(data, data.plans, kept)
  const given = fieldsOf(plans)
  const built: Built = {
    ...rating,
    plans: Object.fromEntries(
      data.indicators.flatMap(({ id }) => {
        const { trigger, action } = fieldsOf(given[id])
        const plan = { trigger: typeof trigger === 'string' ? trigger : '', action: typeof action === 'string' ? action : '' }
        return plan.trigger || plan.action ? [[id, plan]] : []
      }),
    ),
    colleague: typeof colleague === 'string' ? colleague : '',
    screen: screen === 'choose' || screen === 'write' || screen === 'sheet' ? screen : 'rate',
  }
  if ((built.screen === 'write' || built.screen === 'sheet') && built.goals.length === 0) return { ...built, screen: 'choose' }
  if (built.screen === 'sheet' && firstGap(built)) return { ...built, screen: 'write' }
  return built.screen === 'rate' ? { ...built, at: Math.min(built.at, data.indicators.length - 1) } : built
}

/** The first half of a plan that is still empty. */
export function firstGap({ goals, plans }: Pick<Built, 'goals' | 'plans'>): { indicator: string; part: keyof OwnPlan } | null {
  for (const indicator of goals) {
    for (const part of ['trigger', 'action'] as const) if (!plans[indicator]?.[part].trim()) return { indicator, part }
  }
  return null
}

/** @param sentence e.g. “If {trigger}, then {action}.” filled */
export function planSentences({ goals, plans }: Pick<Built, 'goals' | 'plans'>, sentence: (plan: OwnPlan) => string): string[] {
  return goals.flatMap((id) => {
    const plan = plans[id]
    return plan ? [sentence({ trigger: bare(plan.trigger), action: bare(plan.action) })] : []
  })
}

/** The note to the colleague: the plans stand where the author wrote {plans}, the name where {name} stands. */
export function noteText(note: string, sentences: readonly string[], name: string): string {
  const list = sentences.length > 1 ? sentences.map((one, index) => `${index + 1}. ${one}`) : sentences
  return note.replace(/\{(plans|name)\}/g, (_, key) => (key === 'plans' ? list.join('\n') : name.trim() || '…'))
}

/** The day so many days from `now`, by the calendar of whoever asks: a day with a change of clocks counts as one. */
export function dayAfter(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days)
}
