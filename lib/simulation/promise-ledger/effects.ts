/**
 * What each event does to the trust of the partner who sees it, in points of 0–100. Chosen to show a mechanism; nobody
 * measured them. Nothing else changes trust: work that nobody sees does not.
 */
export const firstTrust = 50

export const effects = {
  /** a yes is pleasant to hear, in whatever words */
  yes: 2,
  /** less than they wanted, said at once */
  smaller: -3,
  later: -1,
  no: -3,
  /** a second no to the same partner */
  'no-again': -6,
  /** a clear promise, kept by the week that was named */
  kept: 15,
  'kept-part': 8,
  /** changed once before the deadline, then kept */
  'kept-changed': 10,
  /** changed more than once before the deadline, then kept */
  'kept-at-last': 5,
  /** a new date, said in a week before the one in which it was due */
  'told-early': -4,
  /** a new date, said in the week in which it was due */
  'told-just-before': -6,
  /** a second new date for the same promise */
  'told-again': -9,
  /** a new date, said after the deadline */
  'told-after': -2,
  'taken-back': -12,
  'taken-back-after': -6,
  /** the deadline passes, and nobody has said a word */
  missed: -20,
  /** each further week without a word */
  silence: -6,
  /** it comes after the deadline */
  'came-late': 3,
  /** a vague promise, delivered by the week they had hoped for: it could as well have been luck */
  'came-vague': 4,
  'came-vague-part': 1,
  /** each week in which a vague promise is not there, from the week they had hoped for */
  waiting: -10,
  /** a vague promise, delivered after that week */
  'came-vague-late': 2,
  /** a vague promise gets a date before the week they had hoped for */
  'made-clear': 0,
} as const

export type Cause = keyof typeof effects
