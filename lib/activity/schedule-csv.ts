/** A schedule as a CSV file: one header row with the labels of the fields, one row for each line that is not empty. Pure. */
import { toCsv } from './csv.ts'
import { isEmpty, type ScheduleLine } from './schedule.ts'

export function scheduleCsv(fields: readonly { id: string; label: string }[], lines: readonly ScheduleLine[]): string {
  const rows = lines.filter((line) => !isEmpty(line)).map((line) => fields.map(({ id }) => line[id] ?? ''))
  return toCsv([fields.map(({ label }) => label), ...rows])
}
