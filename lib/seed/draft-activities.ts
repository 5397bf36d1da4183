/** The statements of doing an activity, as its view records them. Pure. */
import type { Activity } from '#lib/activity/schema.ts'
import * as numberPlan from '#lib/simulation/follow-one-number/encode-state.ts'
import * as numberPresets from '#lib/simulation/follow-one-number/presets.ts'
import * as numberWorld from '#lib/simulation/follow-one-number/world.ts'
import * as promisePlan from '#lib/simulation/promise-ledger/encode-state.ts'
import * as promisePresets from '#lib/simulation/promise-ledger/presets.ts'
import * as promiseWorld from '#lib/simulation/promise-ledger/world.ts'
import * as saidPlan from '#lib/simulation/said-and-meant/encode-state.ts'
import * as saidPresets from '#lib/simulation/said-and-meant/presets.ts'
import * as saidWorld from '#lib/simulation/said-and-meant/world.ts'
import * as meetingPlan from '#lib/simulation/temperature-of-a-meeting/encode-state.ts'
import * as meetingPresets from '#lib/simulation/temperature-of-a-meeting/presets.ts'
import * as meetingWorld from '#lib/simulation/temperature-of-a-meeting/world.ts'
import * as weekPlan from '#lib/simulation/week-of-in-tray/encode-state.ts'
import * as weekPresets from '#lib/simulation/week-of-in-tray/presets.ts'
import * as weekWorld from '#lib/simulation/week-of-in-tray/world.ts'
import * as whoPlan from '#lib/simulation/who-knows-whom/encode-state.ts'
import * as whoPresets from '#lib/simulation/who-knows-whom/presets.ts'
import * as whoWorld from '#lib/simulation/who-knows-whom/world.ts'
import type { StatementDraft } from '#lib/statement/schema.ts'

type About = { object: string; contentHash: string; random: () => number }

/** One statement, or a few. Kinds whose statements are a round of their own are told as done, which all of them may say. */
export function draftActivity(activity: Activity, { object, contentHash, random }: About): StatementDraft[] {
  const about = { object, contentHash }
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const answered = (result: StatementDraft['result']): StatementDraft => ({ verb: 'answered', ...about, ...(result ? { result } : {}) })
  switch (activity.kind) {
    case 'guesses':
      return activity.questions.map((question) => answered({ response: { question: question.id, option: one(question.options).id } }))
    case 'choice': {
      const first = one(activity.options)
      const right = activity.options.find((option) => option.right)
      const tries = first.right || !right || random() < 0.4 ? [first] : [first, right]
      return tries.map((option) => answered({ response: option.id, success: option.right === true }))
    }
    case 'recall': {
      const points = activity.points.map(({ id }) => id).filter(() => random() < 0.7)
      return [answered({ response: { points }, success: points.length === activity.points.length })]
    }
    case 'simulation': {
      const seed = 1 + Math.floor(random() * 1000)
      return [answered({ response: { seed, plan: planOf(activity.name, seed, random()) }, completion: true })]
    }
    case 'plan': {
      const task = one(activity.tasks).id
      return [{ verb: 'completed', ...about, result: { response: { task, done: true }, completion: activity.tasks.length === 1 } }]
    }
    case 'reflection':
      return [{ verb: 'reflected', ...about, result: { completion: true } }]
    default:
      return [answered({ completion: true })]
  }
}

/** The plan that one of the ready-made ways makes in that world, played by the simulation itself. @param part 0 to 1 */
function planOf(name: Extract<Activity, { kind: 'simulation' }>['name'], seed: number, part: number): string {
  const some = <T>(list: readonly T[]): T => list[Math.floor(part * list.length)]!
  switch (name) {
    case 'follow-one-number':
      return numberPlan.encodePlan(numberPresets.planOfPreset(numberWorld.makeWorld(seed), some(numberPresets.presets)))
    case 'promise-ledger':
      return promisePlan.encodePlan(promisePresets.planOfPreset(promiseWorld.makeWorld(seed), some(promisePresets.presets)))
    case 'said-and-meant':
      return saidPlan.encodePlan(saidPresets.planOfPreset(saidWorld.makeWorld(seed), some(saidPresets.presets)))
    case 'temperature-of-a-meeting':
      return meetingPlan.encodePlan(meetingPresets.planOfPreset(meetingWorld.makeWorld(seed), some(meetingPresets.presets)))
    case 'week-of-in-tray':
      return weekPlan.encodePlan(weekPresets.planOfPreset(weekWorld.makeWorld(seed), some(weekPresets.presets)))
    case 'who-knows-whom':
      return whoPlan.encodePlan(whoPresets.planOfPreset(whoWorld.makeWorld(seed), some(whoPresets.presets)))
  }
}
