/**
 * The commitment log: one entry for each promise. Pure: today comes in; dates are ISO or ''.
 *
 * `by` is the day that was promised first and never changes by moving. A promise that was moved in time has a new day, `moved`, and,
 * where it is known, the day on which the others were `told`, always before `by`. What was told later is not moved: it is missed, and
 * the new day is a new promise.
 */
import { byDate } from './days.ts'
import { choiceFrom, dateFrom, entriesFrom, recordFrom, textFrom } from './read-kept.ts'
import type { CellFault, Column, Row } from './table.ts'

export const commitmentStates = ['open', 'kept', 'renegotiated', 'missed'] as const
export type CommitmentState = (typeof commitmentStates)[number]

export type Commitment = {
  id: string
  /** to whom */
  who: string
  what: string
  by: string
  /** how others will see it */
  seen: string
  /** `renegotiated`: the new day is still ahead, or nobody has said how it ended */
  state: CommitmentState
  moved: string
  told: string
}
export type CommitmentLog = { version: 1; commitments: readonly Commitment[] }

export const mostCommitments = 500
export const mostWords = { who: 200, what: 500, seen: 500 } as const

export function commitmentsFrom(kept: unknown): CommitmentLog {
  return { version: 1, commitments: entriesFrom<Commitment>(recordFrom(kept)['commitments'], commitmentFrom, mostCommitments) }
}

/** @returns null where nothing was promised */
function commitmentFrom(kept: Readonly<Record<string, unknown>>): Omit<Commitment, 'id'> | null {
  const what = textFrom(kept['what'], mostWords.what)
  if (!what) return null
  const by = dateFrom(kept['by'])
  const moved = dateFrom(kept['moved'])
  const told = dateFrom(kept['told'])
  const state = choiceFrom(kept['state'], commitmentStates) || 'open'
  return {
    who: textFrom(kept['who'], mostWords.who),
    what,
    by,
    seen: textFrom(kept['seen'], mostWords.seen),
    state: state === 'open' && moved ? 'renegotiated' : state === 'renegotiated' && !moved ? 'open' : state,
    moved,
    told: moved && !isLate(by, told) ? told : '',
  }
}

/** Told on the day itself, or after it: that is not early. */
export function isLate(by: string, told: string): boolean {
  return by !== '' && told !== '' && told >= by
}

export const isLive = ({ state }: Pick<Commitment, 'state'>) => state === 'open' || state === 'renegotiated'
/** The day that counts now. */
export const dueOf = ({ by, moved }: Commitment) => moved || by

export type CommitmentGroup = 'past' | 'coming' | 'undated' | 'done'

export function groupOfCommitment(one: Commitment, today: string): CommitmentGroup {
  if (!isLive(one)) return 'done'
  const due = dueOf(one)
  return due === '' ? 'undated' : due < today ? 'past' : 'coming'
}

/** Past their day, the oldest first; coming, the earliest first; without a day; how the others ended, the latest first. */
export function groupCommitments(commitments: readonly Commitment[], today: string): Record<CommitmentGroup, Commitment[]> {
  const groups: Record<CommitmentGroup, Commitment[]> = { past: [], coming: [], undated: [], done: [] }
  for (const one of commitments) groups[groupOfCommitment(one, today)].push(one)
  for (const group of [groups.past, groups.coming]) group.sort((a, b) => byDate(dueOf(a), dueOf(b)))
  groups.done.sort((a, b) => (dueOf(a) && dueOf(b) ? byDate(dueOf(b), dueOf(a)) : byDate(dueOf(a), dueOf(b))))
  return groups
}

/**
 * A new day. Where the others were told before the day promised first, the entry moves; where later, that day was missed.
 * @param newId for the new promise, where there is one
 */
export function move(one: Commitment, { to, told }: { to: string; told: string }, newId: string): Commitment[] {
  // a second move is measured against the day that counted until then
  if (isLate(dueOf(one), told)) {
    return [
      { ...one, state: 'missed' },
      { ...one, id: newId, by: to, state: 'open', moved: '', told: '' },
    ]
  }
  return [{ ...one, state: 'renegotiated', moved: to, told: isLate(one.by, told) ? one.told : told }]
}

export function end(one: Commitment, state: 'kept' | 'missed'): Commitment {
  return { ...one, state }
}

export function reopen(one: Commitment): Commitment {
  return { ...one, state: one.moved ? 'renegotiated' : 'open' }
}

export type Sums = { kept: number; renegotiated: number /** of the renegotiated */; keptSince: number; missed: number; open: number }

/** Each promise counts once. Missed is missed, also on a new day; moved in time counts as moved, whether or not it was kept since. */
export function sumsOf(commitments: readonly Commitment[]): Sums {
  const sums: Sums = { kept: 0, renegotiated: 0, keptSince: 0, missed: 0, open: 0 }
  for (const { state, moved } of commitments) {
    if (state === 'missed') sums.missed++
    else if (moved) {
      sums.renegotiated++
      if (state === 'kept') sums.keptSince++
    } else if (state === 'kept') sums.kept++
    else sums.open++
  }
  return sums
}

/** @param say name of a column or an option, as a file of ours has it; files from elsewhere may use the names below */
export function commitmentColumns(say: (key: string) => string): Column[] {
  return [
    { id: 'who', kind: 'text', names: [say('who'), 'Who', 'Whom', 'For whom', 'Name', 'Partner'], most: mostWords.who },
    {
      id: 'what',
      kind: 'text',
      required: true,
      names: [say('what'), 'Commitment', 'Promise', 'Action', 'Action point', 'Task'],
      most: mostWords.what,
    },
    { id: 'by', kind: 'date', names: [say('by'), 'When', 'Due', 'Due date', 'Deadline', 'Date'] },
    { id: 'seen', kind: 'text', names: [say('seen'), 'Seen', 'Evidence', 'Visible'], most: mostWords.seen },
    {
      id: 'state',
      kind: 'choice',
      names: [say('state'), 'State', 'Status'],
      options: [
        { id: 'open', names: [say('state-open'), 'To do', 'Pending', 'In progress', 'Ongoing'] },
        { id: 'kept', names: [say('state-kept'), 'Done', 'Delivered', 'Completed', 'Closed'] },
        { id: 'renegotiated', names: [say('state-renegotiated'), 'Renegotiated', 'Moved', 'Postponed'] },
        { id: 'missed', names: [say('state-missed'), 'Late', 'Overdue', 'Not done'] },
      ],
    },
    { id: 'moved', kind: 'date', names: [say('moved'), 'New date', 'Moved to'] },
    { id: 'told', kind: 'date', names: [say('told'), 'Told', 'Announced'] },
  ]
}

/** What no single cell shows: moved without a new day, or told too late to be early. */
export function commitmentFaults(row: Row): CellFault[] {
  if (row['state'] === 'renegotiated' && !row['moved']) return [{ column: 'moved', code: 'missing', value: '' }]
  if (row['moved'] && isLate(row['by'] ?? '', row['told'] ?? '')) return [{ column: 'told', code: 'told_late', value: row['told'] ?? '' }]
  return []
}

export function rowOfCommitment({ id: _, ...one }: Commitment): Row {
  return Object.fromEntries(Object.entries(one).filter(([, text]) => text !== ''))
}

export function commitmentsOf(rows: readonly Row[], makeId: () => string): Commitment[] {
  return entriesFrom<Commitment>(
    rows.map((row) => ({ ...row, id: makeId() })),
    commitmentFrom,
    mostCommitments,
  )
}
