/**
 * The information-flow map: who gives what to whom. Pure. The rows are the map; the drawing and the hints are made from them.
 *
 * A person or an office is their name: two flows with the same name (whatever its case, spaces aside) meet in one place of the drawing.
 */
import { entriesFrom, recordFrom, textFrom } from './read-kept.ts'
import type { Column, Row } from './table.ts'
import { typedFrom } from './typed-from.ts'

export type Way = 'formal' | 'informal'
export type Flow = {
  id: string
  /** who gives */
  from: string
  what: string
  /** to whom */
  to: string
  way: Way
  /** when, how often; '' where it was not said */
  often: string
  /** where it breaks; '' where it does not */
  breaks: string
  /** the work could not do without it */
  vital: boolean
}
/** `title`: which number or product is followed; `me`: the name of oneself in the map, '' where it was not said */
export type FlowMap = { version: 1; title: string; me: string; flows: Flow[] }

export const mostFlows = 200
export const longest = { name: 80, what: 160, often: 80, breaks: 300, title: 160 }
export const emptyMap: FlowMap = { version: 1, title: '', me: '', flows: [] }

/** What the device or a copy holds, fitted: never throws, a flow without a giver, a thing or a receiver is dropped. */
export function flowMapFrom(kept: unknown): FlowMap {
  const { title, me, flows } = recordFrom(kept)
  return {
    version: 1,
    title: typedFrom(title, longest.title).replaceAll('\n', ' '),
    me: tidy(me, longest.name),
    flows: entriesFrom<Flow>(
      flows,
      (one) => {
        const flow = flowOf({ ...one, vital: one['vital'] === true ? 'yes' : '' })
        return flow.from && flow.what && flow.to ? flow : null
      },
      mostFlows,
    ),
  }
}

/** The same person or office, however it was typed. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()
}

export type Place = { key: string; name: string }

/** Everybody in the map once, in the order in which they come up, by the name that was typed first. */
export function placesOf(flows: readonly Pick<Flow, 'from' | 'to'>[]): Place[] {
  const found = new Map<string, Place>()
  for (const { from, to } of flows)
    for (const name of [from, to]) {
      const key = nameKey(name)
      if (!found.has(key)) found.set(key, { key, name })
    }
  return [...found.values()]
}

/** @param words what the columns and the choices are called in a file of ours, in the learner's language */
export function flowColumns(words: (key: string) => string): Column[] {
  const yes = { id: 'yes', names: [words('yes'), 'x', '1', 'true', 'y'] }
  const no = { id: 'no', names: [words('no'), '0', 'false', 'n', '-'] }
  return [
    { id: 'from', kind: 'text', required: true, most: longest.name, names: [words('column-from'), 'Who', 'Giver', 'Source', 'Sender'] },
    { id: 'what', kind: 'text', required: true, most: longest.what, names: [words('column-what'), 'Information', 'Product', 'Data'] },
    { id: 'to', kind: 'text', required: true, most: longest.name, names: [words('column-to'), 'Whom', 'Receiver', 'Target', 'Recipient'] },
    {
      id: 'way',
      kind: 'choice',
      names: [words('column-way'), 'Channel', 'Type'],
      options: [
        { id: 'formal', names: [words('formal'), 'solid', 'official'] },
        { id: 'informal', names: [words('informal'), 'dotted', 'unofficial'] },
      ],
    },
    { id: 'often', kind: 'text', most: longest.often, names: [words('column-often'), 'Frequency', 'When'] },
    { id: 'breaks', kind: 'text', most: longest.breaks, names: [words('column-breaks'), 'Break', 'Problem', 'Gap'] },
    { id: 'vital', kind: 'choice', names: [words('column-vital'), 'Essential'], options: [yes, no] },
  ]
}

/** A flow as a row of a table: what is empty, and what is not vital, is left out. */
export function rowOf({ from, what, to, way, often, breaks, vital }: Flow): Row {
  const row = { from, what, to, way, often, breaks, vital: vital ? 'yes' : '' }
  return Object.fromEntries(Object.entries(row).filter(([, text]) => text !== ''))
}

export function flowOf(row: Readonly<Record<string, unknown>>): Omit<Flow, 'id'> {
  return {
    from: tidy(row['from'], longest.name),
    what: tidy(row['what'], longest.what),
    to: tidy(row['to'], longest.name),
    way: row['way'] === 'informal' ? 'informal' : 'formal',
    often: tidy(row['often'], longest.often),
    breaks: tidy(row['breaks'], longest.breaks),
    vital: row['vital'] === 'yes',
  }
}

/** One line of text, as a drawing and a table can hold it: no breaks and no control characters. */
function tidy(text: unknown, most: number): string {
  const line = typeof text === 'string' ? text.replace(/[\p{Cc}\uFFFE\uFFFF\s]+/gu, ' ') : text
  return textFrom(line, most)
}
