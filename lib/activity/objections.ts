/**
 * A case before an audience: what the device keeps, what statements say, the whole to take along. Pure. The case, the
 * replies and the ticks are private; statements hold which sentence was chosen to give an objection back.
 */
import { allFilled, anyFilled, asRecord, idsFrom, type Parts, partsFrom } from './own-parts.ts'
import type { ActivityOf } from './schema.ts'

export type Objections = Pick<ActivityOf<'objections'>, 'fields' | 'colleagues'>
export type BackResponse = { colleague: string; option: string }
export type ObjectionsState = {
  parts: Parts
  /** the case was put to the colleagues */
  put: boolean
  /** by colleague */
  replies: Parts
  ticks: Readonly<Record<string, string[]>>
  compared: string[]
}

/** What the device kept, fitted to the content. A case or a reply whose words are gone is open again. */
export function objectionsFrom(kept: unknown, data: Objections): ObjectionsState {
  const record = asRecord(kept)
  const parts = partsFrom(record['parts'], data.fields)
  const replies = partsFrom(record['replies'], data.colleagues)
  const ticks = asRecord(record['ticks'])
  return {
    parts,
    put: record['put'] === true && allFilled(parts, data.fields),
    replies,
    ticks: Object.fromEntries(data.colleagues.map(({ id, reply }) => [id, idsFrom(ticks[id], reply.checklist)])),
    compared: idsFrom(record['compared'], data.colleagues).filter((id) => replies[id]?.trim()),
  }
}

/** The latest sentence chosen for each colleague, and the colleagues whose objection was once given back rightly. */
export function foldBack({ colleagues }: Objections, responses: readonly unknown[]): { chosen: Map<string, string>; given: Set<string> } {
  const chosen = new Map<string, string>()
  const given = new Set<string>()
  for (const response of responses) {
    const { colleague, option } = asRecord(response)
    const known = colleagues.find(({ id }) => id === colleague)
    const sentence = known?.back.options.find(({ id }) => id === option)
    if (!known || !sentence) continue
    chosen.set(known.id, sentence.id)
    if (sentence.right) given.add(known.id)
  }
  return { chosen, given }
}

/** Steps: the case, each colleague, the whole. One opens when those before it are done; the whole is never asked for more. */
export function objectionSteps(state: ObjectionsState, data: Objections): { done: boolean; closed: boolean }[] {
  const done = [state.put, ...data.colleagues.map(({ id }) => state.compared.includes(id))]
  const open = done.indexOf(false)
  return [...done, open === -1].map((one, index) => ({ done: one, closed: open !== -1 && index > open }))
}

/** The step to go on with: the first that is not done, or the whole. */
export function openObjection(steps: readonly { done: boolean }[]): number {
  const open = steps.findIndex(({ done }) => !done)
  return open === -1 ? steps.length - 1 : open
}

export function isBegun(state: ObjectionsState): boolean {
  return anyFilled(state.parts) || anyFilled(state.replies) || Object.values(state.ticks).some((ticks) => ticks.length > 0)
}

/**
 * The whole case as plain text: its parts under their labels, then each objection with the reply.
 * @param mine stands before each reply, e.g. “My reply”
 */
export function caseText(title: string, state: ObjectionsState, data: Objections, mine: string): string {
  const parts = data.fields.flatMap(({ id, label }) => (state.parts[id]?.trim() ? `${label}\n${state.parts[id].trim()}` : []))
  const talks = data.colleagues.flatMap(({ id, who, says }) =>
    state.replies[id]?.trim() ? `${who}: ${says}\n${mine}: ${state.replies[id].trim()}` : [],
  )
  return `${[title, ...parts, ...talks].join('\n\n')}\n`
}
