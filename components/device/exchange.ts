/**
 * The exchange with the server, free of browser and clock: send what is unsent, then take in what the server has.
 * Invariants: a statement counts as delivered only when a reply names its id; sending one twice changes nothing (the server
 * merges by id), so every doubt is resolved by sending again; a refused one is kept and never sent again. Two refusals are
 * not about the statement: an id that the server holds for another learner (this device's cookie was lost) gets a new one,
 * and a statement dated in the future waits until the clock is right.
 * What was made under an account is offered to that account only: the request names it, and the server refuses before it stores
 * where another asks. Signed out, it waits; where another account has come, it is put aside (./aside.ts).
 */
import type { Statement } from '#lib/statement/schema.ts'
import { firstBatch, mostStatements } from './batch.ts'
import type { DeviceLog } from './device-log.ts'
import { acked, type Delivery } from './entry.ts'
import type { Method, Reply } from './request.ts'

export type Ask = <T>(method: Method, path: string, body?: unknown) => Promise<Reply<T>>

/**
 * What the exchange came to. `blocked`: the server meets a new learner at each request, so the browser keeps no cookie.
 * `clock`: this device's clock is so far ahead that the server does not take what it dates. `signed-out`: what is here is an
 * account's, and nobody is signed in.
 */
export type Outcome = 'done' | 'offline' | 'unavailable' | 'blocked' | 'clock' | 'signed-out'

/** `account`: whether that learner is signed in. */
export type SendValue = {
  actor: string
  account?: boolean
  results: readonly ({ id: string; ok: true } | { id: string; ok: false; code: string })[]
}
/** `actor` null: the server knows no learner behind this request. `again`: it has lost some of what it had, and asks for all of it. */
export type PullValue = {
  actor: string | null
  account?: boolean
  again?: boolean
  statements: readonly Statement[]
  next: number
  more: boolean
}

const path = '/api/statements'
/** The site's own refusal of a whole request: its content is at fault, so a smaller one may pass. */
const refusals = new Set([400, 413, 422])

/** @param renewId another id for the same place in the order */
export async function exchange(log: DeviceLog, ask: Ask, renewId: (id: string) => string): Promise<Outcome> {
  const tools: Tools = { log, ask, renewId, changesLeft: 1 }
  const sent = await send(tools)
  const pulled = sent === 'done' || sent === 'clock' || sent === 'other' ? await pull(tools) : sent
  return pulled === 'done' && sent !== 'other' ? sent : pulled
}

type Tools = {
  log: DeviceLog
  ask: Ask
  renewId: (id: string) => string
  /** how often the learner may still turn out to be another one before the browser counts as one that keeps no cookie */
  changesLeft: number
}

/** The server speaks to this learner from now on. */
async function meet(log: DeviceLog, actor: string | undefined, account: boolean): Promise<void> {
  const meta = await log.meta()
  if (account || meta.account) return (await import('./aside.ts')).changeHands(log, actor, account)
  await (meta.actor === undefined && actor !== undefined ? log.note({ actor }) : log.changeActor(actor))
}

/** @returns `other`: the server speaks to somebody else than the account whose these are, and has stored nothing */
async function send(tools: Tools): Promise<Outcome | 'other'> {
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
    const { actor: from, account: owned } = await log.meta()
    const reply = await ask<SendValue>('POST', path, { statements: batch, ...(owned ? { from } : {}) })
    if (!reply.ok) {
      if (reply.code === 'other_learner') return 'other'
      if (!refusals.has(reply.status ?? 0)) return reply.code === 'offline' ? 'offline' : 'unavailable'
      if (batch.length > 1) most = Math.ceil(batch.length / 2)
      else await log.deliver([{ id: batch[0]!.id, delivery: { state: 'refused', code: reply.code } }])
      continue
    }
    const { actor, account = false, results } = reply.value
    if (typeof actor !== 'string' || !Array.isArray(results)) return 'unavailable'
    const { actor: known, account: before = false } = await log.meta()
    if (known !== undefined && known !== actor && tools.changesLeft-- === 0) return 'blocked'
    if (known !== actor || before !== account) await meet(log, actor, account)
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
    const { actor, account = false, cursor = 0 } = await log.meta()
    const reply = await ask<PullValue>('GET', `${path}?since=${cursor}`)
    if (!reply.ok) return reply.code === 'offline' ? 'offline' : 'unavailable'
    const { value } = reply
    if (!Array.isArray(value.statements) || typeof value.next !== 'number') return 'unavailable'
    if (account && !value.account) return 'signed-out'
    const first = value.actor !== null && (account !== (value.account ?? false) || (actor === undefined && value.account === true))
    if (first || value.again || (actor !== undefined && value.actor !== actor)) {
      if (actor !== undefined && !first && tools.changesLeft-- === 0) return 'blocked'
      if (value.again && actor !== undefined && value.actor === actor) await log.changeActor(actor, account)
      else await meet(log, value.actor ?? undefined, value.account ?? false)
      const sent = await send(tools)
      if (sent !== 'done') return sent === 'other' ? 'signed-out' : sent
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
