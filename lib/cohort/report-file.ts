/** A table of a report as the text of a CSV file. Pure. The cells are those of the page (report-tables). */
import { byteOrderMark, toCsv } from '#lib/activity/csv.ts'
import type { Messages } from '#lib/message/format.ts'
import { say } from '#lib/message/format.ts'
import type { Scenario } from '#lib/scenario/schema.ts'
import type { ScenarioReport } from './report-flow.ts'
import type { ItemFigures } from './report-items.ts'
import { type Cell, choiceTable, itemRows, itemTable, sceneRows } from './report-tables.ts'

/** @param bom Excel reads UTF-8 only with the mark; some programs stumble over it */
export function reportFile(table: readonly (readonly Cell[])[], bom: boolean): string {
  const text = toCsv(table)
  return bom ? text : text.slice(byteOrderMark.length)
}

export function itemFile(items: readonly ItemFigures[], messages: Messages, bom = true): string {
  const headings = itemHeadings.map((key) => say(messages, key))
  return reportFile(itemTable(itemRows(items), { headings, yes: say(messages, 'yes'), no: say(messages, 'no') }), bom)
}

export function choiceFile(report: ScenarioReport, story: Pick<Scenario, 'scenes'>, messages: Messages, bom = true): string {
  const parts = (['first', 'all'] as const).map((which) => ({
    label: say(messages, which === 'first' ? 'showFirst' : 'showAll'),
    rows: sceneRows(report[which], story),
    nobody: say(messages, report[which].cut > 0 ? 'sceneUnknown' : 'sceneNobody'),
  }))
  const headings = choiceHeadings.map((key) => say(messages, key))
  return reportFile(choiceTable(parts, { headings, tooFew: say(messages, 'sceneTooFew') }), bom)
}

export const itemHeadings = [
  'columnItem',
  'columnObjective',
  'columnStem',
  'columnCounted',
  'columnN',
  'columnRight',
  'columnPercentRight',
  'columnPercentMean',
  'columnDiscrimination',
  'columnPairs',
] as const

const choiceHeadings = [
  'columnSet',
  'columnScene',
  'columnSceneTitle',
  'columnChoice',
  'columnText',
  'columnCame',
  'columnPeople',
  'columnStopped',
  'columnTimes',
  'columnPercent',
] as const
