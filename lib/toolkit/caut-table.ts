/** The log as a table for a spreadsheet: one row a task. Pure. What is written is read as equal tasks; ids stay at home. */
import { isLetter, type Letter, letters, longestText, mostMinutes, type Task, taskOf } from './caut-log.ts'
import { isDay } from './caut-week.ts'
import type { Column, Row } from './table.ts'

/** The words of the course beside each letter, as another table may have them. */
const names: Record<Letter, readonly string[]> = {
  A: ['A', 'Important and urgent', 'A: important and urgent', 'Do', 'Do it'],
  B: ['B', 'Important, not urgent', 'B: important, not urgent', 'Plan', 'Plan it'],
  C: ['C', 'Urgent, not important', 'C: urgent, not important', 'Limit', 'Limit it'],
  D: ['D', 'Neither', 'D: neither', 'Drop', 'Drop it'],
}
const options = letters.map((id) => ({ id, names: names[id] }))

export const cautColumns: readonly Column[] = [
  { id: 'day', kind: 'date', required: true, names: ['Day', 'Date'] },
  { id: 'task', kind: 'text', required: true, names: ['Task', 'What you did', 'Activity'], most: longestText },
  { id: 'quadrant', kind: 'choice', required: true, names: ['Quadrant', 'Letter'], options },
  { id: 'minutes', kind: 'number', names: ['Minutes', 'Duration'], most: mostMinutes },
  { id: 'from', kind: 'choice', names: ['Moved from', 'From'], options },
]

export function rowOf({ day, text, letter, minutes, from }: Task): Row {
  return { day, task: text, quadrant: letter, ...(minutes ? { minutes: String(minutes) } : {}), ...(from ? { from } : {}) }
}

/** Rows as `readTable` gives them → tasks; what is no task is left out. @param id makes the id of a task */
export function tasksFromRows(rows: readonly Row[], id: () => string): Task[] {
  return rows.flatMap((row) => {
    const { day, task, quadrant, minutes, from } = row
    if (!day || !isDay(day) || !task || !isLetter(quadrant)) return []
    return [
      taskOf({
        id: id(),
        day,
        text: task,
        letter: quadrant,
        minutes: minutes ? Number(minutes) : undefined,
        from: isLetter(from) ? from : undefined,
      }),
    ]
  })
}
