/** From a feeling to one step: what there is to choose from, what is written, when it is done. Pure; all of it is private. */
import { looseRows } from './log.ts'
import type { ActivityOf } from './schema.ts'

type LogStepData = Pick<ActivityOf<'log-step'>, 'feelings' | 'lines'>
/** `source` is `row:<id of a log row>` or `feeling:<id>`. */
export type Step = { source: string; lines: Record<string, string>; trigger: string; action: string }
export type Source = { id: string; feeling: string; entry: string; strength?: number }

export const noStep: Step = { source: '', lines: {}, trigger: '', action: '' }

/** What was kept on the device, made safe. */
export function stepFrom(kept: unknown): Step {
  const { source, lines, trigger, action } = (kept ?? {}) as Record<string, unknown>
  const word = (value: unknown) => (typeof value === 'string' ? value : '')
  const written = Object.entries(typeof lines === 'object' && lines !== null ? lines : {}).filter(([, value]) => typeof value === 'string')
  return { source: word(source), lines: Object.fromEntries(written), trigger: word(trigger), action: word(action) }
}

/**
 * What the learner chooses from: rows of the log that say something, strongest first; the list of feelings where there are none.
 * @param log what the log keeps on this device. Its choice `feeling` has ids of `feelings`; one that is not among them has no name
 */
export function sourcesFor(log: unknown, { feelings }: Pick<LogStepData, 'feelings'>): { fromLog: boolean; sources: Source[] } {
  const rows = looseRows(log)
    .map((row): Source => {
      const feeling = feelings.find(({ id }) => id === row.choices['feeling'])?.label ?? ''
      return { id: `row:${row.id}`, feeling, entry: row.entry.trim(), ...(row.strength === undefined ? {} : { strength: row.strength }) }
    })
    .filter(({ feeling, entry }) => feeling || entry)
    .sort((one, other) => (other.strength ?? 0) - (one.strength ?? 0))
  if (rows.length > 0) return { fromLog: true, sources: rows }
  return { fromLog: false, sources: feelings.map(({ id, label }) => ({ id: `feeling:${id}`, feeling: label, entry: '' })) }
}

export function isStepDone(step: Step, { lines }: Pick<LogStepData, 'lines'>, sources: readonly Source[]): boolean {
  return (
    sources.some(({ id }) => id === step.source) &&
    lines.every(({ id }) => (step.lines[id] ?? '').trim() !== '') &&
    step.trigger.trim() !== '' &&
    step.action.trim() !== ''
  )
}

/** Words to go into the middle of a sentence: one line, without the full stop that the sentence brings. */
export const bare = (words: string): string =>
  words
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[.。]+$/u, '')

/** The note and the plan as text, to be kept wherever the learner keeps such things. */
export function stepText(title: string, data: Pick<LogStepData, 'lines'>, step: Step, feeling: string, sentence: string | null): string {
  const note = data.lines.flatMap(({ id, label }) => (step.lines[id]?.trim() ? [`${label}: ${step.lines[id].trim()}`] : []))
  return [title, ...(feeling ? [feeling] : []), ...note, ...(sentence ? [sentence] : [])].join('\n')
}
