/**
 * A talk that is shown once. Pure. A round is the statements of one attempt: how far it went, and at its end the points the
 * learner says they had. Invariant: within a round the place only moves forward, whatever order its statements come in.
 */
import type { Statement } from '#lib/statement/schema.ts'
import type { ActivityOf } from './schema.ts'

type Talk = Pick<ActivityOf<'once-only'>, 'talk' | 'points'>
type Point = Talk['points'][number]

/** What goes into a statement's `result.response`; `points` in the last of a round. */
export type TalkResponse = { paragraph: number; points?: string[] }
export type TalkRound = {
  attempt: string
  /** the paragraph that is on the screen; the number of paragraphs where the talk is over */
  at: number
  /** points ticked at the end, null before */
  had: readonly string[] | null
}

/** The round begun last, or null where none was. */
export function latestTalk({ talk, points }: Talk, statements: readonly Pick<Statement, 'attempt' | 'result'>[]): TalkRound | null {
  const attempt = statements.findLast((one) => one.attempt !== undefined && readResponse(one.result?.response))?.attempt
  if (attempt === undefined) return null
  const responses = statements.flatMap((one) => (one.attempt === attempt ? (readResponse(one.result?.response) ?? []) : []))
  const ticked = responses.findLast((one) => one.points)?.points
  return {
    attempt,
    at: Math.min(talk.length, Math.max(...responses.map(({ paragraph }) => paragraph))),
    had: ticked ? points.map(({ id }) => id).filter((id) => ticked.includes(id)) : null,
  }
}

function readResponse(value: unknown): TalkResponse | null {
  if (typeof value !== 'object' || value === null) return null
  const { paragraph, points } = value as Partial<TalkResponse>
  if (typeof paragraph !== 'number' || !Number.isInteger(paragraph) || paragraph < 0) return null
  return Array.isArray(points) ? { paragraph, points } : { paragraph }
}

/** Which reading fits: below a third, below two thirds, from two thirds. */
export function readingOf(had: number, points: number): 'few' | 'some' | 'most' {
  return had * 3 < points ? 'few' : had * 3 < points * 2 ? 'some' : 'most'
}

export type MarkedPoint = Point & { had: boolean }

/** The whole talk, each paragraph with its points. A point whose paragraph the talk does not have stands with the last. */
export function marked({ talk, points }: Talk, had: readonly string[]): { text: string; points: MarkedPoint[] }[] {
  return talk.map((text, index) => ({
    text,
    points: points
      .filter(({ paragraph }) => Math.min(paragraph, talk.length - 1) === index)
      .map((point) => ({ ...point, had: had.includes(point.id) })),
  }))
}
