/** The strings of the activities, one file for each kind, and of the simulations, one for each: a page gets only those it shows. */

import type { ActivityKind, SimulationName } from '#lib/activity/schema.ts'
import type { Messages } from '#lib/message/format.ts'
import advise from './activity/advise.json' with { type: 'json' }
import assemble from './activity/assemble.json' with { type: 'json' }
import cases from './activity/cases.json' with { type: 'json' }
import choice from './activity/choice.json' with { type: 'json' }
import combine from './activity/combine.json' with { type: 'json' }
import commitment from './activity/commitment.json' with { type: 'json' }
import dayPlanner from './activity/day-planner.json' with { type: 'json' }
import dialogue from './activity/dialogue.json' with { type: 'json' }
import explorer from './activity/explorer.json' with { type: 'json' }
import fading from './activity/fading.json' with { type: 'json' }
import flow from './activity/flow.json' with { type: 'json' }
import grid from './activity/grid.json' with { type: 'json' }
import guesses from './activity/guesses.json' with { type: 'json' }
import ladder from './activity/ladder.json' with { type: 'json' }
import log from './activity/log.json' with { type: 'json' }
import logStep from './activity/log-step.json' with { type: 'json' }
import matrix from './activity/matrix.json' with { type: 'json' }
import mixedRound from './activity/mixed-round.json' with { type: 'json' }
import objections from './activity/objections.json' with { type: 'json' }
import onceOnly from './activity/once-only.json' with { type: 'json' }
import plan from './activity/plan.json' with { type: 'json' }
import planBuilder from './activity/plan-builder.json' with { type: 'json' }
import powerMap from './activity/power-map.json' with { type: 'json' }
import questionBudget from './activity/question-budget.json' with { type: 'json' }
import recall from './activity/recall.json' with { type: 'json' }
import reflection from './activity/reflection.json' with { type: 'json' }
import room from './activity/room.json' with { type: 'json' }
import schedule from './activity/schedule.json' with { type: 'json' }
import selfRating from './activity/self-rating.json' with { type: 'json' }
import signals from './activity/signals.json' with { type: 'json' }
import sketch from './activity/sketch.json' with { type: 'json' }
import sliders from './activity/sliders.json' with { type: 'json' }
import studio from './activity/studio.json' with { type: 'json' }
import workshop from './activity/workshop.json' with { type: 'json' }
import followOneNumber from './simulation/follow-one-number.json' with { type: 'json' }
import promiseLedger from './simulation/promise-ledger.json' with { type: 'json' }
import saidAndMeant from './simulation/said-and-meant.json' with { type: 'json' }
import temperatureOfAMeeting from './simulation/temperature-of-a-meeting.json' with { type: 'json' }
import weekOfInTray from './simulation/week-of-in-tray.json' with { type: 'json' }
import whoKnowsWhom from './simulation/who-knows-whom.json' with { type: 'json' }

export const activity: Record<Exclude<ActivityKind, 'simulation'>, Messages> = {
  advise: advise,
  assemble: assemble,
  cases: cases,
  choice: choice,
  combine: combine,
  commitment: commitment,
  'day-planner': dayPlanner,
  dialogue: dialogue,
  explorer: explorer,
  fading: fading,
  flow: flow,
  grid: grid,
  guesses: guesses,
  ladder: ladder,
  log: log,
  'log-step': logStep,
  matrix: matrix,
  'mixed-round': mixedRound,
  objections: objections,
  'once-only': onceOnly,
  plan: plan,
  'plan-builder': planBuilder,
  'power-map': powerMap,
  'question-budget': questionBudget,
  recall: recall,
  reflection: reflection,
  room: room,
  schedule: schedule,
  'self-rating': selfRating,
  signals: signals,
  sketch: sketch,
  sliders: sliders,
  studio: studio,
  workshop: workshop,
}

export const simulation: Record<SimulationName, Messages> = {
  'who-knows-whom': whoKnowsWhom,
  'follow-one-number': followOneNumber,
  'temperature-of-a-meeting': temperatureOfAMeeting,
  'week-of-in-tray': weekOfInTray,
  'promise-ledger': promiseLedger,
  'said-and-meant': saidAndMeant,
}
