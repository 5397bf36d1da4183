'use client'

import dynamic from 'next/dynamic'
import type { ComponentType } from 'react'
import type { Activity, ActivityKind, ActivityOf, SimulationName } from '#lib/activity/schema.ts'
import type { Reference } from '#lib/competency/reference.ts'
import type { Messages } from '#lib/message/format.ts'

/** What every kind of activity gets. `object` and `contentHash` go into its statements. */
export type ActivityProps<A extends Activity = Activity> = {
  data: A
  object: string
  contentHash: string
  module: string
  messages: Messages
  locale: string
  /** names of modules, and the competency framework for the kind that shows it */
  reference?: Reference | undefined
}

/** One chunk for each kind, rendered on the server too: a page carries only the kinds it shows. */
const kinds: { [K in Exclude<ActivityKind, 'simulation'>]: ComponentType<ActivityProps<ActivityOf<K>>> } = {
  advise: dynamic(() => import('#components/activity/advise/advise.tsx')),
  assemble: dynamic(() => import('#components/activity/assemble/assemble.tsx')),
  cases: dynamic(() => import('#components/activity/cases/cases.tsx')),
  choice: dynamic(() => import('#components/activity/choice/choice.tsx')),
  combine: dynamic(() => import('#components/activity/combine/combine.tsx')),
  commitment: dynamic(() => import('#components/activity/commitment/commitment.tsx')),
  'day-planner': dynamic(() => import('#components/activity/day-planner/day-planner.tsx')),
  dialogue: dynamic(() => import('#components/activity/dialogue/dialogue.tsx')),
  explorer: dynamic(() => import('#components/activity/explorer/explorer.tsx')),
  fading: dynamic(() => import('#components/activity/fading/fading.tsx')),
  flow: dynamic(() => import('#components/activity/flow/flow.tsx')),
  grid: dynamic(() => import('#components/activity/grid/grid.tsx')),
  guesses: dynamic(() => import('#components/activity/guesses/guesses.tsx')),
  ladder: dynamic(() => import('#components/activity/ladder/ladder.tsx')),
  log: dynamic(() => import('#components/activity/log/log.tsx')),
  'log-step': dynamic(() => import('#components/activity/log-step/log-step.tsx')),
  matrix: dynamic(() => import('#components/activity/matrix/matrix.tsx')),
  'mixed-round': dynamic(() => import('#components/activity/mixed-round/mixed-round.tsx')),
  objections: dynamic(() => import('#components/activity/objections/objections.tsx')),
  'once-only': dynamic(() => import('#components/activity/once-only/once-only.tsx')),
  plan: dynamic(() => import('#components/activity/plan/plan.tsx')),
  'plan-builder': dynamic(() => import('#components/activity/plan-builder/plan-builder.tsx')),
  'power-map': dynamic(() => import('#components/activity/power-map/power-map.tsx')),
  'question-budget': dynamic(() => import('#components/activity/question-budget/question-budget.tsx')),
  recall: dynamic(() => import('#components/activity/recall/recall.tsx')),
  reflection: dynamic(() => import('#components/activity/reflection/reflection.tsx')),
  room: dynamic(() => import('#components/activity/room/room.tsx')),
  schedule: dynamic(() => import('#components/activity/schedule/schedule.tsx')),
  'self-rating': dynamic(() => import('#components/activity/self-rating/self-rating.tsx')),
  signals: dynamic(() => import('#components/activity/signals/signals.tsx')),
  sketch: dynamic(() => import('#components/activity/sketch/sketch.tsx')),
  sliders: dynamic(() => import('#components/activity/sliders/sliders.tsx')),
  studio: dynamic(() => import('#components/activity/studio/studio.tsx')),
  workshop: dynamic(() => import('#components/activity/workshop/workshop.tsx')),
}

const simulations: Record<SimulationName, ComponentType<ActivityProps<ActivityOf<'simulation'>>>> = {
  'promise-ledger': dynamic(() => import('#components/simulation/promise-ledger.tsx')),
  'follow-one-number': dynamic(() => import('#components/simulation/follow-one-number.tsx')),
  'temperature-of-a-meeting': dynamic(() => import('#components/simulation/temperature-of-a-meeting.tsx')),
  'week-of-in-tray': dynamic(() => import('#components/simulation/week-of-in-tray.tsx')),
  'said-and-meant': dynamic(() => import('#components/simulation/said-and-meant.tsx')),
  'who-knows-whom': dynamic(() => import('#components/simulation/who-knows-whom.tsx')),
}

export function ActivityIsland(props: ActivityProps) {
  const { data } = props
  const Kind = (data.kind === 'simulation' ? simulations[data.name] : kinds[data.kind]) as ComponentType<ActivityProps>
  return <Kind {...props} />
}
