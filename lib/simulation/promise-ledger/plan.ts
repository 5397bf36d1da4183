/** What a learner decides in a week. A request is called by its place in the list of the world. */
export const replies = ['whole', 'part', 'later', 'no'] as const
export type Reply = (typeof replies)[number]

export type Answer = {
  request: number
  reply: Reply
  /** who, what, by when, and where it can be seen; a “no” is always clear */
  clear: boolean
}
/** A word about an open promise: it comes by the end of week `until`, or (0) not at all. */
export type Word = { request: number; until: number }
export type Work = { request: number; days: number }
export type Week = { answers: readonly Answer[]; words: readonly Word[]; work: readonly Work[] }
export type Plan = readonly Week[]

export const emptyWeek: Week = { answers: [], words: [], work: [] }

export function daysOfWork(week: Week): number {
  return week.work.reduce((sum, { days }) => sum + days, 0)
}
