/**
 * A run in an address, so that a facilitator can show any state by link: `plan=k.nax.q.b.tsr&seed=12&beside=in`.
 *
 * One code per moment, joined by dots: `k` keep it in, `q` ask first, `b` ask for a break, or three letters for what is
 * shown: when (`n` now, `b` break, `t` tomorrow), where (`a` before all, `s` aside, `w` written), how (`x` accusing,
 * `f` fact, `r` request). `nax` is throwing it back. `beside`: a preset or another whole plan, drawn as the old line.
 */
import { type Decoded, decodeRun, encodeRun } from '#lib/simulation/address.ts'
import { type Plan, type Response, type Way, type When, type Where, ways, whens, wheres } from './plan.ts'
import { type Preset, presets } from './presets.ts'
import { momentsInMeeting } from './world.ts'

export type Shown = { plan: Plan; seed: number; beside: Preset | Plan | null }

const letters = {
  when: { now: 'n', break: 'b', tomorrow: 't' } satisfies Record<When, string>,
  where: { all: 'a', aside: 's', written: 'w' } satisfies Record<Where, string>,
  way: { accuse: 'x', fact: 'f', request: 'r' } satisfies Record<Way, string>,
}
const single = { k: 'keep', q: 'ask', b: 'pause' } as const

export function encodeResponse(response: Response): string {
  if (response.kind === 'show') return letters.when[response.when] + letters.where[response.where] + letters.way[response.way]
  return Object.entries(single).find(([, kind]) => kind === response.kind)![0]
}

export function encodePlan(plan: Plan): string {
  return plan.map(encodeResponse).join('.')
}

function decodeResponse(code: string): Response | null {
  if (code === 'k' || code === 'q' || code === 'b') return { kind: single[code] }
  const when = whens.find((each) => letters.when[each] === code[0])
  const where = wheres.find((each) => letters.where[each] === code[1])
  const way = ways.find((each) => letters.way[each] === code[2])
  return when && where && way && code.length === 3 ? { kind: 'show', when, where, way } : null
}

/** @returns null where the text is no plan, or one with more responses than there are moments. */
export function decodePlan(text: string): Plan | null {
  const plan = text === '' ? [] : text.split('.').map(decodeResponse)
  return plan.length > momentsInMeeting || plan.includes(null) ? null : (plan as Response[])
}

export function encodeState({ plan, seed, beside }: Shown): string {
  const old = typeof beside === 'string' || beside === null ? beside : encodePlan(beside)
  return encodeRun(encodePlan(plan), seed, old === null ? {} : { beside: old })
}

/** A line to draw beside that cannot be read is left out: what it was to be compared with still stands. */
export function decodeState(query: string): Decoded<Shown> {
  const decoded = decodeRun(query, decodePlan)
  if (decoded.found !== 'state') return decoded
  const beside = decodeBeside(new URLSearchParams(query).get('beside'))
  return { found: 'state', shown: { ...decoded.shown, beside } }
}

function decodeBeside(text: string | null): Preset | Plan | null {
  const preset = presets.find((each) => each === text)
  if (preset || text === null) return preset ?? null
  const plan = decodePlan(text)
  return plan?.length === momentsInMeeting ? plan : null
}
