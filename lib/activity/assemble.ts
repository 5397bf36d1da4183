/**
 * Assembling a text from sentences: what belongs, in which order. Pure. The order of the parts is the key; a sentence
 * without a part does not belong. Two sentences may be of the same part, then either may come first.
 */
import { asRecord } from './own-parts.ts'
import type { ActivityOf } from './schema.ts'

export type Assemble = Pick<ActivityOf<'assemble'>, 'parts' | 'sentences'>
type Sentence = Assemble['sentences'][number]
export type AssembleResponse = { sentences: string[] }
/** in and belonging, in and not, out although it belongs, out rightly */
export type Verdict = 'kept' | 'extra' | 'missed' | 'left'

export function belonging({ sentences }: Assemble): string[] {
  return sentences.flatMap(({ id, part }) => (part === undefined ? [] : [id]))
}

/**
 * The latest text from the responses of earlier statements, oldest first: ids in the learner's order. Sentences that the
 * content no longer has are dropped; null where nothing is left.
 */
export function latestText({ sentences }: Assemble, responses: readonly unknown[]): string[] | null {
  for (const response of responses.toReversed()) {
    const ids = asRecord(response)['sentences']
    if (!Array.isArray(ids)) continue
    const known = [...new Set(ids)].filter((id): id is string => sentences.some((sentence) => sentence.id === id))
    if (known.length > 0) return known
  }
  return null
}

export function verdictOn(sentence: Sentence, chosen: readonly string[]): Verdict {
  if (chosen.includes(sentence.id)) return sentence.part === undefined ? 'extra' : 'kept'
  return sentence.part === undefined ? 'left' : 'missed'
}

/** Place of a sentence's part in the anatomy, from 1; null where it does not belong. */
export function placeOf({ parts }: Pick<Assemble, 'parts'>, sentence: Sentence): number | null {
  const index = parts.findIndex(({ id }) => id === sentence.part)
  return index === -1 ? null : index + 1
}

/**
 * Sentences that stand in the wrong place: the fewest that one would have to move, those outside a longest series of parts
 * that never goes back. Sentences that do not belong have no place to be wrong in.
 */
export function outOfPlace(data: Assemble, order: readonly string[]): Set<string> {
  const placed = order.flatMap((id) => {
    const sentence = data.sentences.find((one) => one.id === id)
    const place = sentence && placeOf(data, sentence)
    return place ? [{ id, place }] : []
  })
  // for each sentence, the longest such series that ends with it
  const best: string[][] = []
  for (const [at, { id, place }] of placed.entries()) {
    let longest: string[] = []
    for (let before = 0; before < at; before++) {
      const series = best[before] ?? []
      if ((placed[before]?.place ?? 0) <= place && series.length > longest.length) longest = series
    }
    best.push([...longest, id])
  }
  const series = best.reduce<string[]>((one, other) => (other.length > one.length ? other : one), [])
  return new Set(placed.flatMap(({ id }) => (series.includes(id) ? [] : [id])))
}

/** Everything that belongs, nothing else, and in the order of the parts. */
export function isWhole(data: Assemble, order: readonly string[]): boolean {
  return data.sentences.every((sentence) => ['kept', 'left'].includes(verdictOn(sentence, order))) && outOfPlace(data, order).size === 0
}
