/** The promise that a learner wrote in the lesson, kept on this device → an entry of the log. Pure. */
import { type Commitment, commitmentsOf } from './commitments.ts'
import { readDate } from './read-date.ts'
import { recordFrom, textFrom } from './read-kept.ts'

/** Object id of the activity, under which the device keeps the promise. */
export const commitmentActivity = 'accountability/lessons/in-the-eyes-of-others/make-it-visible'

/**
 * In the lesson “who” is the one who promises, and “by when” is free text. Both go into the promise itself where they say more than
 * the entry can hold; to whom it was promised is left open.
 * @param join who, what and when as one sentence; who and when may be ''
 */
export function commitmentFromLesson(
  kept: unknown,
  join: (parts: { who: string; what: string; when: string }) => string,
  makeId: () => string,
): Commitment | null {
  const own = recordFrom(recordFrom(kept)['own'])
  const text = (id: string) => textFrom(own[id], 400)
  if (!text('what')) return null
  const by = readDate(text('when'), 'dmy') ?? ''
  const who = /^(i|me|myself)$/i.test(text('who')) ? '' : text('who')
  return (
    commitmentsOf([{ what: join({ who, what: text('what'), when: by ? '' : text('when') }), by, seen: text('seen') }], makeId)[0] ?? null
  )
}

/** Not in the log yet, by what was promised. */
export function isNew({ what }: Commitment, here: readonly Commitment[]): boolean {
  return here.every((one) => one.what !== what)
}
