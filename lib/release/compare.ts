/** What has changed between the last release and the course as it is now. Pure; decides nothing. */
import type { Piece, PieceKind } from '#lib/course/list-pieces.ts'
import { fingerprintOfPiece } from '#lib/course/list-pieces.ts'
import { tellEach } from '#lib/course/read-migrations.ts'
import { moveProblem } from '#lib/course/rules/published-ids.ts'
import type { Lock, Migration } from '#lib/course/schema.ts'
import { moduleOf } from '#lib/statement/known-objects.ts'
import { type Difference, differencesOf, type Reach, reachOf } from './difference.ts'
import type { Words } from './snapshot.ts'

type About = { id: string; piece: PieceKind | null; label: string }
export type Change = About &
  (
    | { kind: 'new'; parts: number }
    /** `likely`: a new piece with the same words, if there is just one */
    | { kind: 'removed'; parts: string[]; likely: string | null; note: string | null }
    | { kind: 'moved'; to: string; differences: readonly Difference[]; note: string }
    | { kind: 'changed'; differences: readonly Difference[]; reach: Reach; note: string | null }
    | { kind: 'order'; before: readonly string[]; after: readonly string[] }
  )

/** @param before words of the last release, null where they are not there: then ids are told without words */
export function compareCourse(lock: Lock, before: Words | null, now: Words, migrations: readonly Migration[]): Change[] {
  const old = new Map((before?.pieces ?? []).map((piece) => [piece.id, piece]))
  const today = new Map(now.pieces.map((piece) => [piece.id, piece]))
  const told = tellEach(migrations)
  const about = (id: string): About => {
    const piece = today.get(id) ?? old.get(id)
    return { id, piece: piece?.kind ?? null, label: piece ? labelOf(piece) : '' }
  }
  const gone = Object.keys(lock.ids).filter((id) => !today.has(id))
  const moves = new Map(told.flatMap((one) => (one.kind === 'moved' ? [[one.id, one] as const] : [])))
  const come = now.pieces.filter(({ id }) => lock.ids[id] === undefined)
  const arrived = new Set([...moves.values()].map(({ to }) => to))
  const fresh = come.filter(({ id }) => !arrived.has(id))

  const retired = new Map(told.flatMap((one) => (one.kind === 'retired' ? [[one.id, migrations[one.index]!.note] as const] : [])))
  const unsaid = gone.filter((id) => !moves.has(id) && !retired.has(id))
  const removed = [unsaid, gone.filter((id) => retired.has(id))].flatMap((ids) =>
    topmost(ids).map((id): Change => {
      const parts = ids.filter((one) => one.startsWith(`${id}/`)).map((one) => one.slice(id.length + 1))
      return { ...about(id), kind: 'removed', parts, likely: likelyMove(id, lock, fresh), note: retired.get(id) ?? null }
    }),
  )
  const moved = gone.flatMap((id): Change[] => {
    const move = moves.get(id)
    if (!move) return []
    const [one, other] = [old.get(id), today.get(move.to)]
    const differences = one && other ? differencesOf(one.own, other.own) : []
    // what moved along with the whole, unchanged, is told with the whole
    const whole = moves.get(id.split('/').slice(0, -1).join('/'))
    if (differences.length === 0 && whole && move.to.startsWith(`${whole.to}/`)) return []
    return [{ ...about(id), kind: 'moved', to: move.to, differences, note: migrations[move.index]!.note }]
  })
  const changed = now.pieces.flatMap((piece): Change[] => {
    const hash = fingerprintOfPiece(piece)
    if (lock.ids[piece.id] === undefined || lock.ids[piece.id] === hash) return []
    const was = old.get(piece.id)
    const differences = was ? differencesOf(was.own, piece.own) : []
    const entry = told.find((one) => one.kind === 'reworded' && one.id === piece.id && one.hash === hash)
    const note = entry ? migrations[entry.index]!.note : null
    return [{ ...about(piece.id), kind: 'changed', differences, reach: reachOf(differences), note }]
  })
  const added = topmost(fresh.map(({ id }) => id)).map((id): Change => {
    return { ...about(id), kind: 'new', parts: fresh.filter((one) => one.id.startsWith(`${id}/`)).length }
  })
  return [...removed, ...moved, ...changed, ...(before ? orders(before, now) : []), ...(lock.release === 0 ? [] : added)]
}

export function labelOf({ own }: Pick<Piece, 'own'>): string {
  for (const field of ['title', 'stem', 'label', 'term', 'name', 'text']) if (typeof own[field] === 'string') return own[field]
  return ''
}

function topmost(ids: readonly string[]): string[] {
  const all = new Set(ids)
  return ids.filter((id) => !id.split('/').some((_, at, steps) => at > 0 && all.has(steps.slice(0, at).join('/'))))
}

function likelyMove(id: string, lock: Lock, fresh: readonly Piece[]): string | null {
  const same = fresh.filter((piece) => fingerprintOfPiece(piece) === lock.ids[id] && moveProblem(id, piece.id) === null)
  return same.length === 1 ? same[0]!.id : null
}

/** Where order is seen by learners: of modules, lessons, options and choices. Items are drawn, scenes follow from choices. */
const seen: readonly (PieceKind | 'module')[] = ['lesson', 'part', 'choice']

function orders(before: Words, now: Words): Change[] {
  const modules = orderOf(
    before.modules.map(({ slug }) => slug),
    now.modules.map(({ slug }) => slug),
  )
  const rows = (words: Words) =>
    Map.groupBy(
      words.pieces.filter(({ kind }) => seen.includes(kind)),
      ({ id }) => id.split('/').slice(0, -1).join('/'),
    )
  const [old, today] = [rows(before), rows(now)]
  const inside = [...today].flatMap(([parent, pieces]): Change[] => {
    const order = orderOf(
      (old.get(parent) ?? []).map(({ id }) => id),
      pieces.map(({ id }) => id),
    )
    const piece = now.pieces.find(({ id }) => id === parent)
    return order ? [{ id: parent, piece: pieces[0]!.kind, label: piece ? labelOf(piece) : moduleOf(parent), kind: 'order', ...order }] : []
  })
  return [...(modules ? [{ id: '', piece: null, label: '', kind: 'order' as const, ...modules }] : []), ...inside]
}

/** Of what is in both: null where the order is the same. */
function orderOf(before: readonly string[], after: readonly string[]): { before: string[]; after: string[] } | null {
  const old = before.filter((id) => after.includes(id))
  const now = after.filter((id) => before.includes(id))
  if (old.every((id, at) => id === now[at])) return null
  const last = (id: string) => id.split('/').at(-1)!
  return { before: old.map(last), after: now.map(last) }
}
