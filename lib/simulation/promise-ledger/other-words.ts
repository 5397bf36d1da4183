/**
 * The same work in other words: what a finished run would have been if every day of it had gone where it went, but every promise
 * had been clear, every delay said before the deadline, and a “no” said on the first day where nothing ever came; or every
 * promise vague and no word said. What is delivered stays the same to the day.
 */
import type { Answer, Plan, Word } from './plan.ts'
import { lastState, type Run } from './run.ts'
import { entryOf } from './step.ts'

export const manners = ['clear', 'vague'] as const
export type Manner = (typeof manners)[number]

export function inOtherWords(run: Run, manner: Manner): Plan {
  const { world } = run
  const last = lastState(run)
  const answers: (Answer & { week: number })[] = []
  const words: (Word & { week: number })[] = []
  for (const [request, entry] of last.entries.entries()) {
    if (!entry) continue
    const { arrives } = world.requests[request]!
    const came = entry.end?.how === 'delivered' ? entry.end.week : null
    const reply = manner === 'clear' && came === null ? 'no' : entry.reply
    const answer = { request, reply, clear: manner === 'clear' || reply === 'no' }
    answers.push({ ...answer, week: arrives })
    const { due } = entryOf(world, answer)
    if (manner === 'clear' && came !== null && came > due) words.push({ request, until: came, week: Math.max(arrives + 1, due - 1) })
  }
  const inWeek = <T extends { week: number }>(all: readonly T[], week: number) =>
    all.filter((each) => each.week === week).map(({ week: _, ...rest }) => rest)
  return run.weeks.map(({ worked }, index) => ({ answers: inWeek(answers, index + 1), words: inWeek(words, index + 1), work: worked }))
}
