import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { toCsv } from '#lib/activity/csv.ts'
import messages from '#lib/message/en/toolkit/information-flow.json' with { type: 'json' }
import { say } from '#lib/message/format.ts'
import { drawFlows } from './flow-layout.ts'
import { escapeXml, pictureFile, shapesOf } from './flow-picture.ts'
import { guessDelimiter } from './guess-delimiter.ts'
import { emptyMap, type Flow, flowColumns, flowMapFrom, flowOf, mostFlows, placesOf, rowOf } from './information-flow.ts'
import { guessMapping, readTable, tableOf } from './table.ts'

const columns = flowColumns((key) => say(messages, key))
const text = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({ maxLength: 30, unit: 'grapheme' }),
  fc.constantFrom('=1+1', "'=x", ' a ', 'a\nb', '"q", r', '@me', '\uD800x'),
)
const rough = fc.record(
  {
    id: fc.oneof(text, fc.integer()),
    from: text,
    what: text,
    to: text,
    way: fc.constantFrom('formal', 'informal', 'carrier pigeon', 3),
    often: text,
    breaks: text,
    vital: fc.oneof(fc.boolean(), fc.constant('yes')),
  },
  { requiredKeys: [] },
)
const someMap = fc.record({ title: text, me: text, flows: fc.array(rough, { maxLength: 12 }) }).map(flowMapFrom)
const withoutIds = (flows: readonly Flow[]) => flows.map(({ id, ...rest }) => rest)

describe('what is kept', () => {
  it('never throws, and reads as itself the second time', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ flows: fc.array(fc.oneof(rough, fc.anything())) })), (kept) => {
        const read = flowMapFrom(kept)
        expect(flowMapFrom(JSON.parse(JSON.stringify(read)))).toEqual(read)
        expect(new Set(read.flows.map(({ id }) => id)).size).toBe(read.flows.length)
        for (const { from, what, to } of read.flows) expect(from && what && to).not.toBe('')
      }),
    )
  })
  it('drops what is no flow, and what is too much', () => {
    const one = { from: 'A', what: 'x', to: 'B' }
    expect(flowMapFrom(undefined)).toEqual(emptyMap)
    expect(flowMapFrom({ flows: [one, { from: 'A', to: 'B' }, null, 'x'] }).flows).toHaveLength(1)
    expect(flowMapFrom({ flows: Array(500).fill(one) }).flows).toHaveLength(mostFlows)
    expect(flowMapFrom({ flows: [{ ...one, from: 'a'.repeat(500) }] }).flows[0]!.from).toHaveLength(80)
  })
  it('knows a person by their name, however it was typed', () => {
    expect(
      placesOf([
        { from: 'Amina  K.', to: 'OFFICE' },
        { from: 'office', to: ' amina k.' },
      ]),
    ).toEqual([
      { key: 'amina k.', name: 'Amina  K.' },
      { key: 'office', name: 'OFFICE' },
    ])
  })
})

describe('a table', () => {
  it('comes back equal through a CSV file', () => {
    fc.assert(
      fc.property(someMap, ({ flows }) => {
        const file = toCsv(tableOf(flows.map(rowOf), columns))
        const [header, ...cells] = Papa.parse<string[]>(file.slice(1), { delimiter: guessDelimiter(file, columns) ?? '' }).data
        const { good, bad } = readTable(cells, { columns, mapping: guessMapping(header!, columns), order: 'dmy' })
        expect(bad).toEqual([])
        expect(good.map(flowOf)).toEqual(withoutIds(flows))
      }),
    )
  })
  it('made elsewhere is read by its usual names, and a row without a receiver is named', () => {
    const header = ['Source', 'Information', 'Recipient', 'Channel', 'Frequency']
    const rows = [
      ['Clinic', 'cases', 'District', 'dotted', 'Mondays'],
      ['Clinic', 'cases', '', 'Formal', ''],
      ['Clinic', 'cases', 'District', 'pigeon', ''],
    ]
    const { good, bad } = readTable(rows, { columns, mapping: guessMapping(header, columns), order: 'dmy' })
    expect(good).toEqual([{ from: 'Clinic', what: 'cases', to: 'District', way: 'informal', often: 'Mondays' }])
    expect(bad.map(({ line, faults }) => [line, faults[0]!.column, faults[0]!.code])).toEqual([
      [3, 'to', 'missing'],
      [4, 'way', 'not_an_option'],
    ])
  })
})

describe('the picture', () => {
  const words = {
    title: 'Title',
    legend: [
      { look: 'formal' as const, text: 'Formal' },
      { look: 'cut' as const, text: 'Breaks' },
    ],
    flows: [] as string[],
  }
  it('holds every name and number, as text, and balanced elements only', () => {
    fc.assert(
      fc.property(someMap, fc.constantFrom(328, 860), ({ flows, me }, width) => {
        const { svg } = pictureFile(drawFlows(flows, width), flows, me, { ...words, flows: flows.map(({ what }) => what) })
        const bare = svg.replace(/<(\w+)( [\w:-]+="[^"<]*")*\/>/g, '')
        const open: string[] = []
        for (const [, end, name] of bare.matchAll(/<(\/?)(\w+)(?: [\w:-]+="[^"<]*")*>/g)) {
          if (end) expect(open.pop()).toBe(name)
          else open.push(name!)
        }
        expect(open).toEqual([])
        expect(svg.replace(/&(amp|lt|gt|quot);/g, '')).not.toContain('&')
        for (const [index] of flows.entries()) expect(svg).toContain(`>${index + 1}</text>`)
      }),
    )
  })
  it('uses only fonts that every device has', () => {
    const flows = flowMapFrom({ flows: [{ from: 'A', what: 'x', to: 'B' }] }).flows
    const { svg } = pictureFile(drawFlows(flows, 328), flows, '', words)
    for (const [, family] of svg.matchAll(/font-family="([^"]*)"/g)) expect(family).toMatch(/(sans-serif|serif)$/)
    expect(svg).not.toMatch(/url\(|@import|href/)
  })
  it('draws a break and a vital flow in another shape, not only in another colour', () => {
    const { flows } = flowMapFrom({
      flows: [
        { from: 'A', what: 'x', to: 'B', breaks: 'often', vital: true },
        { from: 'B', what: 'y', to: 'A', way: 'informal' },
      ],
    })
    const shapes = shapesOf(drawFlows(flows, 328), flows, 'b')
    expect(shapes.filter(({ look }) => look === 'cut').map(({ flow }) => flow)).toEqual([0])
    expect(shapes.find(({ look, flow }) => look === 'formal' && flow === 0)?.vital).toBe(true)
    expect(shapes.filter(({ look }) => look === 'informal').map(({ flow }) => flow)).toEqual([1])
    expect(shapes.filter(({ look }) => look === 'me')).toHaveLength(1)
  })
  it('keeps out what XML cannot hold', () => {
    expect(escapeXml('a<b & "c"\u0007\uD800')).toBe('a&lt;b &amp; &quot;c&quot;\uFFFD')
  })
})
