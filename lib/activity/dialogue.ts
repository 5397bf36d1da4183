/**
 * A talk in turns with one bar. Pure. The path (what was said in each turn) is the state; the bar and the end follow from it.
 * Invariants: the bar stays between 0 and its maximum; a path is read only as far as the content has its turns in that order.
 */
import type { Statement } from '#lib/statement/schema.ts'
import type { ActivityOf } from './schema.ts'

type Dialogue = Pick<ActivityOf<'dialogue'>, 'turns' | 'ends'> & { bar: Pick<ActivityOf<'dialogue'>['bar'], 'start' | 'max' | 'words'> }
export type Turn = Dialogue['turns'][number]
export type Reply = Turn['options'][number]

export type Said = { turn: string; option: string }
/** What goes into a statement's `result.response`: the whole path, so that going back to a turn needs no other record. */
export type DialogueResponse = { path: Said[] }
export type Exchange = { turn: Turn; option: Reply; before: number; after: number }

/** What was said so far, with the bar before and after each turn. */
export function exchanges({ turns, bar }: Dialogue, path: readonly Said[]): Exchange[] {
  const list: Exchange[] = []
  for (const [index, said] of path.entries()) {
    const turn = turns[index]
    const option = turn?.options.find(({ id }) => id === said.option)
    if (!turn || !option || turn.id !== said.turn) break
    const before = list.at(-1)?.after ?? bar.start
    list.push({ turn, option, before, after: Math.min(bar.max, Math.max(0, before + option.effect)) })
  }
  return list
}

export const barAfter = ({ bar }: Dialogue, list: readonly Exchange[]): number => list.at(-1)?.after ?? bar.start

/** The word for a value, or the end for it: the last one that begins at or below it; the first where none does. */
export function reached<T extends { from: number }>(steps: readonly T[], value: number): T | undefined {
  return steps.findLast(({ from }) => from <= value) ?? steps[0]
}

/** The path recorded last; empty where there is none. */
export function lastPath(statements: readonly Pick<Statement, 'result'>[]): Said[] {
  return statements.flatMap(({ result }) => readResponse(result?.response) ?? []).at(-1)?.path ?? []
}

function readResponse(value: unknown): DialogueResponse | null {
  const path = (value as { path?: unknown } | null | undefined)?.path
  if (!Array.isArray(path)) return null
  return {
    path: path.flatMap((said): Said[] => {
      const { turn, option } = (said ?? {}) as Partial<Said>
      return typeof turn === 'string' && typeof option === 'string' ? [{ turn, option }] : []
    }),
  }
}
