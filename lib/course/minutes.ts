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
    // one plan, a second one, and the comparison
    case 'simulation':
      return 3
    case 'plan':
      return 2
    // fifty to a hundred words in writing
    case 'reflection':
      return 3
    default:
      return activity satisfies never
  }
}

export function minutesOfLesson(words: number, activities: readonly Activity[]): number {
  const exact = words / wordsPerMinute + activities.reduce((sum, activity) => sum + minutesOfActivity(activity), 0)
  return Math.max(1, Math.ceil(exact - 1e-9))
}
