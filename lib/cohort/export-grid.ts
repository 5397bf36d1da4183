/**
 * The grid as rows of a table for a spreadsheet: one line for each person, or one for each module with the totals. Pure. It is
 * made of the same rows and the same totals that the page shows.
 *
 * Dates are in the cohort's time zone, as 2026-11-22 14:05; a share is written in whole per cent, as on the page.
 */
import { type Messages, say } from '#lib/message/format.ts'
import type { Column, Grid, Row, Totals } from './grid.ts'

type Words = { messages: Messages; timeZone: string }

export function peopleTable({ columns }: Pick<Grid, 'columns'>, rows: readonly Row[], { messages, timeZone }: Words): string[][] {
  const stamp = stampOf(timeZone)
  const label = (key: string, title?: string) => (title === undefined ? say(messages, key) : say(messages, key, { module: title }))
  const head = [
    label('csv-name'),
    label('csv-email'),
    label('csv-joined'),
    label('csv-done'),
    label('csv-assigned'),
    label('csv-late'),
    label('csv-score'),
    label('csv-last'),
    label('csv-concern'),
    ...columns.flatMap(({ title }) => ['state', 'score', 'due', 'overdue', 'last'].map((part) => label(`csv-module-${part}`, title))),
  ]
  return [
    head,
    ...rows.map((row) => [
      row.name,
      row.email ?? '',
      stamp(row.joinedAt),
      String(row.done),
      String(row.assigned),
      String(row.late),
      percent(row.score),
      stamp(row.lastAt),
      [...new Set(row.concerns.map(({ kind }) => say(messages, `concern-${kind}-short`)))].join('; '),
      ...row.cells.flatMap((cell) => [
        say(messages, `state-${cell.state}`),
        percent(cell.score),
        stamp(cell.dueAt),
        cell.state === 'not-assigned' ? '' : say(messages, cell.late ? 'csv-yes' : 'csv-no'),
        stamp(cell.lastAt),
      ]),
    ]),
  ]
}

export function totalsTable(
  { columns, totals }: { columns: readonly Column[]; totals: Totals },
  { messages, timeZone }: Words,
): string[][] {
  const stamp = stampOf(timeZone)
  const states = ['done', 'not-reached', 'begun', 'not-started', 'not-open', 'not-assigned'] as const
  return [
    [
      say(messages, 'csv-module'),
      say(messages, 'csv-due'),
      ...states.map((state) => say(messages, `state-${state}`)),
      say(messages, 'csv-late-people'),
      say(messages, 'csv-scored'),
      say(messages, 'csv-score'),
    ],
    ...columns.map((column, place) => {
      const { states: counts, late, scored, score } = totals.columns[place]!
      return [
        column.title,
        stamp(column.dueAt),
        ...states.map((state) => String(counts[state])),
        String(late),
        String(scored),
        percent(score),
      ]
    }),
  ]
}

/** A share as whole per cent, without the sign; '' where there is none. */
export function percent(share: number | null): string {
  return share === null ? '' : String(Math.round(share * 100))
}

/** @returns a function from Unix milliseconds to 2026-11-22 14:05 in this time zone; '' for null */
function stampOf(timeZone: string): (at: number | null) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone })
  return (at) => (at === null ? '' : format.format(at))
}
