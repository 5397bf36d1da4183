/**
 * How long a lesson takes, said honestly: reading time of its words plus the time its activities take. Pure.
 * Whole minutes, rounded up, so that nobody is promised less than it takes.
 */
import type { Activity } from '#lib/activity/schema.ts'

/** Careful reading in a second language is slower than the 240 words a minute often given for native readers of English. */
export const wordsPerMinute = 180

/** Minutes one activity takes, feedback read. Checked by hand against the activities of the networking module. */
export function minutesOfActivity(activity: Activity): number {
  switch (activity.kind) {
    // two questions, answered by instinct, and two replies to read
    case 'guesses':
      return 0.5 * activity.questions.length
    // read the options once, choose, read one or two pieces of feedback
    case 'choice':
      return 0.4 + 0.1 * activity.options.length
    // think, write two lines, compare with the points
    case 'recall':
      return 1
    // placing a handful of contacts takes longer than a full twelve would: one stops when the picture is clear
    case 'sketch':
      return 2
    // two or three people are approached, then the closing is read
    case 'room':
      return 2
    // each line is a real contact and has to be thought about
    case 'schedule':
      return 1 + activity.lines
    // read a draft, rewrite it, tick, compare with two models
    case 'workshop':
      return 1.2 * activity.messages.length
    // about ten seconds a card
    case 'mixed-round':
      return activity.cards.length / 6
    // one plan, a second one, and the comparison; six weeks of requests, each to be answered in words, take longer
    case 'simulation':
      return activity.name === 'promise-ledger' ? 7 : 3
    case 'plan':
      return 2
    // fifty to a hundred words in writing
    case 'reflection':
      return 3
    // a situation to read, then each question as a choice, with its feedback
    case 'cases':
      return activity.cases.reduce((sum, one) => sum + 0.2 + 0.25 * one.questions.length, 0)
    // two or three combinations are tried in each situation
    case 'combine':
      return 0.9 * activity.situations.length + (activity.look === 'dials' ? 0.8 : 0)
    // a choice on each rung, then a ladder of one's own
    case 'ladder':
      return 0.25 * activity.rungs.length + 1.5
    // bring into order, then take out two or three
    case 'flow':
      return 0.15 * activity.steps.length + 1
    case 'advise':
      return 3
    // read the questions once, ask, decide
    case 'question-budget':
      return 1 + 0.2 * activity.questions.length
    case 'assemble':
      return 0.15 * activity.sentences.length + 1
    case 'dialogue':
      return 0.4 * activity.turns.length
    case 'sliders':
      return 0.3 * activity.rows.length * activity.scales.length
    case 'explorer':
      return 1 + 0.7 * activity.people.length
    // place, give a reason in five words, compare
    case 'matrix':
      return 0.4 * activity.tasks.length
    case 'day-planner':
      return 2 + 0.5 * activity.surprises.length
    case 'power-map':
      return 1.5 + 0.4 * activity.sentences.length
    case 'grid':
      return 0.5 * activity.fill
    case 'signals':
      return 2
    // read one, complete one, write one
    case 'fading':
      return 4
    case 'studio':
      return 1.4 * activity.speakers.length
    case 'commitment':
      return 1.2 * activity.repairs.length + 1.5
    // the case, then each objection twice: given back, replied to
    case 'objections':
      return 2 + 1.2 * activity.colleagues.length
    case 'once-only':
      return 2.5
    // a row takes longer to remember than to write
    case 'log':
      return 0.5 * activity.least + 0.5
    case 'log-step':
      return 2
    case 'self-rating':
      return 0.35 * activity.indicators.length
    // the second rating goes faster; the plans do not
    case 'plan-builder':
      return 0.25 * activity.indicators.length + 1.2 * activity.plans + 1
    default:
      return activity satisfies never
  }
}

export function minutesOfLesson(words: number, activities: readonly Activity[]): number {
  const exact = words / wordsPerMinute + activities.reduce((sum, activity) => sum + minutesOfActivity(activity), 0)
  return Math.max(1, Math.ceil(exact - 1e-9))
}
