/**
 * Rows of the learner's own week: their shape, the picture drawn from them, and what the picture says. Pure.
 *
 * Invariants: rows are private to the device; a choice is one of the content's options or absent; strength is 1 to 10; there
 * are at most `most` rows. Only full rows are drawn and read.
 */
import { toCsv } from './csv.ts'
import type { ActivityOf } from './schema.ts'

export type LogData = ActivityOf<'log'>
export type LogRow = { id: string; entry: string; choices: Record<string, string>; strength?: number }

/** What was kept on the device, made safe. */
export function rowsFrom(kept: unknown, data: Pick<LogData, 'choices' | 'most'>): LogRow[] {
  return looseRows(kept)
    .map((row) => ({
      ...row,
      choices: Object.fromEntries(
        Object.entries(row.choices).filter(([choice, option]) =>
          data.choices.some((one) => one.id === choice && one.options.some(({ id }) => id === option)),
        ),
      ),
    }))
    .slice(0, data.most)
}

/** The same without knowing the content of the log: for another activity that reads it. */
export function looseRows(kept: unknown): LogRow[] {
  if (!Array.isArray(kept)) return []
  return kept.flatMap((value): LogRow[] => {
    const { id, entry, choices, strength } = (value ?? {}) as Record<string, unknown>
    if (typeof id !== 'string' || typeof entry !== 'string') return []
    const chosen = Object.entries(typeof choices === 'object' && choices !== null ? choices : {}).filter(
      ([, option]) => typeof option === 'string',
    )
    const strong = typeof strength === 'number' && strength >= 1 && strength <= 10 ? { strength: Math.round(strength) } : {}
    return [{ id, entry, choices: Object.fromEntries(chosen), ...strong }]
  })
}

/** An empty row with an id that no other has. */
export function addRow(rows: readonly LogRow[]): LogRow[] {
  const highest = rows.reduce((most, { id }) => Math.max(most, Number(id.slice(1)) || 0), 0)
  return [...rows, { id: `r${highest + 1}`, entry: '', choices: {} }]
}

export function isFull(row: LogRow, data: Pick<LogData, 'choices' | 'strength'>): boolean {
  return row.entry.trim() !== '' && data.choices.every(({ id }) => row.choices[id]) && (!data.strength || row.strength !== undefined)
}

export type Group = { option: { id: string; label: string }; rows: { row: LogRow; number: number }[] }

/**
 * Full rows by what the picture groups: the first sign (choice `sign`) or the letter (choice `letter`).
 * For signs only groups with rows, the fullest first; for letters all, in the content's order.
 * @returns `number` is the row's place in the log, from 1
 */
export function groupRows(rows: readonly LogRow[], data: LogData): Group[] {
  const choice = groupingOf(data)
  const numbered = rows.map((row, index) => ({ row, number: index + 1 })).filter(({ row }) => isFull(row, data))
  const groups = (choice?.options ?? []).map((option) => ({
    option,
    rows: numbered.filter(({ row }) => row.choices[choice!.id] === option.id),
  }))
  if (data.picture === 'letters') return groups
  return groups.filter((group) => group.rows.length > 0).sort((one, other) => other.rows.length - one.rows.length)
}

export function groupingOf(data: Pick<LogData, 'choices' | 'picture'>): LogData['choices'][number] | undefined {
  return data.choices.find(({ id }) => id === (data.picture === 'signs' ? 'sign' : 'letter')) ?? data.choices.at(-1)
}

/** Dots of one group on a scale of 1 to 10: `level` stacks those of the same strength. */
export function placeDots(group: Group): { number: number; strength: number; level: number; row: LogRow }[] {
  const seen = new Map<number, number>()
  return group.rows.map(({ row, number }) => {
    const strength = row.strength ?? 1
    const level = seen.get(strength) ?? 0
    seen.set(strength, level + 1)
    return { number, strength, level, row }
  })
}

export type LogReading = { name: string; count: number; total: number; label: string }

/**
 * What the picture says, at most two sentences; nothing below `least` full rows. `count` of `total` rows are what it is about,
 * `label` is the group it is about.
 *
 * signs: `sameSign` where one sign came in at least half of the rows and twice or more, else `differentSigns`; then `strong`
 * where the median strength is 7 or more, `mild` where it is 4 or less.
 * letters: `mostA` or `mostC` where that letter has half of the rows or more, `spread` where no letter has; then `littleB` where
 * B has less than a fifth, else `someB`.
 */
export function readLog(rows: readonly LogRow[], data: LogData): LogReading[] {
  const groups = groupRows(rows, data)
  const total = groups.reduce((sum, group) => sum + group.rows.length, 0)
  if (total < Math.max(1, data.least)) return []
  return data.picture === 'signs' ? readSigns(groups, total) : readLetters(groups, total)
}

function readSigns(groups: readonly Group[], total: number): LogReading[] {
  const count = groups[0]?.rows.length ?? 0
  const same = count >= 2 && count / total >= 0.5
  const found: LogReading[] = [
    { name: same ? 'sameSign' : 'differentSigns', count: same ? count : groups.length, total, label: groups[0]?.option.label ?? '' },
  ]
  const strengths = groups.flatMap((group) => group.rows.map(({ row }) => row.strength ?? 5)).sort((one, other) => one - other)
  const middle = ((strengths[Math.floor((total - 1) / 2)] ?? 0) + (strengths[Math.floor(total / 2)] ?? 0)) / 2
  if (middle >= 7) found.push({ name: 'strong', count: strengths.filter((one) => one >= 7).length, total, label: '' })
  if (middle <= 4) found.push({ name: 'mild', count: strengths.filter((one) => one <= 4).length, total, label: '' })
  return found
}

function readLetters(groups: readonly Group[], total: number): LogReading[] {
  const of = (letter: string) => {
    const group = groups.find(({ option }) => option.id === letter)
    return { count: group?.rows.length ?? 0, total, label: group?.option.label ?? letter }
  }
  const found: LogReading[] = []
  if (of('a').count / total >= 0.5) found.push({ name: 'mostA', ...of('a') })
  else if (of('c').count / total >= 0.5) found.push({ name: 'mostC', ...of('c') })
  else if (groups.every((group) => group.rows.length / total < 0.5))
    found.push({ name: 'spread', count: groups.filter((group) => group.rows.length > 0).length, total, label: '' })
  found.push({ name: of('b').count / total < 0.2 ? 'littleB' : 'someB', ...of('b') })
  return found
}

/** The rows as a table, in the words the learner saw. */
export function logCsv(rows: readonly LogRow[], data: LogData): string {
  return toCsv([
    [data.entry.label, ...data.choices.map(({ label }) => label), ...(data.strength ? [data.strength.label] : [])],
    ...rows.map((row) => [
      row.entry,
      ...data.choices.map(({ id, options }) => options.find((option) => option.id === row.choices[id])?.label ?? ''),
      ...(data.strength ? [row.strength === undefined ? '' : String(row.strength)] : []),
    ]),
  ])
}
