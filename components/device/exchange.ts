/**
 * The exchange with the server, free of browser and clock: send what is unsent, then take in what the server has.
 * Invariants: a statement counts as delivered only when a reply names its id; sending one twice changes nothing (the server
 * merges by id), so every doubt is resolved by sending again; a refused one is kept and never sent again. Two refusals are
 * not about the statement: an id that the server holds for another learner (this device's cookie was lost) gets a new one,
 * and a statement dated in the future waits until the clock is right.
 */
import type { Statement } from '#lib/statement/schema.ts'
import { firstBatch, mostStatements } from './batch.ts'
import type { DeviceLog } from './device-log.ts'
import { acked, type Delivery } from './entry.ts'
import type { Method, Reply } from './request.ts'

export type Ask = <T>(method: Method, path: string, body?: unknown) => Promise<Reply<T>>

/**
 * What the exchange came to. `blocked`: the server meets a new learner at each request, so the browser keeps no cookie.
 * `clock`: this device's clock is so far ahead that the server does not take what it dates.
 */
export type Outcome = 'done' | 'offline' | 'unavailable' | 'blocked' | 'clock'

export type SendValue = { actor: string; results: readonly ({ id: string; ok: true } | { id: string; ok: false; code: string })[] }
/** `actor` null: the server knows no learner behind this request. */
export type PullValue = { actor: string | null; statements: readonly Statement[]; next: number; more: boolean }

const path = '/api/statements'
/** The site's own refusal of a whole request: its content is at fault, so a smaller one may pass. */
const refusals = new Set([400, 413, 422])

/** @param renewId another id for the same place in the order */
export async function exchange(log: DeviceLog, ask: Ask, renewId: (id: string) => string): Promise<Outcome> {
  const tools: Tools = { log, ask, renewId, changesLeft: 1 }
  const sent = await send(tools)
  const pulled = sent === 'done' || sent === 'clock' ? await pull(tools) : sent
  return pulled === 'done' ? sent : pulled
}

type Tools = {
  log: DeviceLog
  ask: Ask
  renewId: (id: string) => string
  /** how often the learner may still turn out to be another one before the browser counts as one that keeps no cookie */
  changesLeft: number
}

async function send(tools: Tools): Promise<Outcome> {
  const { log, ask, renewId } = tools
  const early = new Set<string>()
  let most = mostStatements
  await log.settled()
  for (;;) {
    const batch = firstBatch(
      (await log.unsent()).filter((statement) => !early.has(statement.id)),
      most,
    )
    if (batch.length === 0) return early.size > 0 ? 'clock' : 'done'
    const reply = await ask<SendValue>('POST', path, { statements: batch })
    if (!reply.ok) {
      if (!refusals.has(reply.status ?? 0)) return reply.code === 'offline' ? 'offline' : 'unavailable'
      if (batch.length > 1) most = Math.ceil(batch.length / 2)
      else await log.deliver([{ id: batch[0]!.id, delivery: { state: 'refused', code: reply.code } }])
      continue
    }
    const { actor, results } = reply.value
    if (typeof actor !== 'string' || !Array.isArray(results)) return 'unavailable'
    const known = (await log.meta()).actor
    if (known === undefined) await log.note({ actor })
    else if (known !== actor) {
      if (tools.changesLeft-- === 0) return 'blocked'
      await log.changeActor(actor)
    }
    const asked = new Set(batch.map((statement) => statement.id))
    const named = (results as SendValue['results']).filter((result) => asked.has(result.id))
    if (named.length === 0) return 'unavailable'
    const delivered: { id: string; delivery: Delivery }[] = []
    for (const result of named) {
      if (result.ok) delivered.push({ id: result.id, delivery: acked })
      else if (result.code === 'clock_wrong') early.add(result.id)
      else if (result.code === 'id_taken') await log.renew(result.id, renewId(result.id))
      else delivered.push({ id: result.id, delivery: { state: 'refused', code: result.code } })
    }
    await log.deliver(delivered)
    most = Math.min(mostStatements, most * 2)
  }
}

async function pull(tools: Tools): Promise<Outcome> {
  const { log, ask } = tools
  for (;;) {
    const { actor, cursor = 0 } = await log.meta()
    const reply = await ask<PullValue>('GET', `${path}?since=${cursor}`)
    if (!reply.ok) return reply.code === 'offline' ? 'offline' : 'unavailable'
    const { value } = reply
    if (!Array.isArray(value.statements) || typeof value.next !== 'number') return 'unavailable'
    if (actor !== undefined && value.actor !== actor) {
      if (tools.changesLeft-- === 0) return 'blocked'
      await log.changeActor(value.actor ?? undefined)
      const sent = await send(tools)
      if (sent !== 'done') return sent
      continue
    }
    if (value.actor === null) return 'done'
    if (value.statements.length > 0 || value.next !== cursor || actor === undefined)
      await log.adopt(value.statements.map(withoutServerFields), { actor: value.actor, cursor: value.next })
    if (!value.more) return 'done'
  }
}

/** A statement as a browser makes it, whatever the server adds for its own use. */
function withoutServerFields({ id, verb, object, contentHash, attempt, result, at }: Statement): Statement {
  return { id, verb, object, contentHash, at, ...(attempt ? { attempt } : {}), ...(result ? { result } : {}) }
}
