import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import messages from '#lib/message/en/toolkit/listening-checklist.json' with { type: 'json' }
import { say } from '#lib/message/format.ts'
import {
  checklistFrom,
  countOf,
  emptyChecklist,
  emptyTalk,
  listeningPoints,
  longest,
  mostTalks,
  parts,
  pointIds,
  talkText,
} from './listening-checklist.ts'

const words = (key: string) => say(messages, key)

describe('the listening checklist', () => {
  it('has words for each point, each once', () => {
    expect(new Set(pointIds).size).toBe(pointIds.length)
    for (const id of pointIds) expect(messages).toHaveProperty([`point-${id}`])
    for (const part of parts) for (const { group } of listeningPoints[part]) expect(messages).toHaveProperty([`group-${group}`])
  })
  it('never throws at what was kept, and reads as itself the second time', () => {
    const talk = fc.record(
      {
        id: fc.anything(),
        name: fc.string(),
        date: fc.constantFrom('2026-11-21', '2026-02-30', 'soon', 7),
        ticks: fc.array(fc.oneof(fc.constantFrom(...pointIds), fc.anything())),
        notes: fc.anything(),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ talks: fc.array(fc.oneof(talk, fc.anything())) })), (kept) => {
        const read = checklistFrom(kept)
        expect(checklistFrom(JSON.parse(JSON.stringify(read)))).toEqual(read)
        expect(new Set(read.talks.map(({ id }) => id)).size).toBe(read.talks.length)
        for (const { date, ticks } of read.talks) {
          expect(['', '2026-11-21']).toContain(date)
          expect(ticks.every((id) => pointIds.includes(id))).toBe(true)
        }
      }),
    )
  })
  it('drops what is too much and what the list no longer has', () => {
    expect(checklistFrom(undefined)).toEqual(emptyChecklist)
    const { talks } = checklistFrom({ talks: Array(mostTalks + 5).fill({ name: 'x'.repeat(500), ticks: ['away', 'gone', 'away'] }) })
    expect(talks).toHaveLength(mostTalks)
    expect(talks[0]).toMatchObject({ name: 'x'.repeat(longest.name), ticks: ['away'], date: '' })
  })
  it('counts what is ticked in each part', () => {
    const talk = { ...emptyTalk('a', ''), ticks: ['away', 'seat', 'close'] }
    expect(parts.map((part) => countOf(talk, part).ticked)).toEqual([2, 1, 0])
    expect(parts.reduce((sum, part) => sum + countOf(talk, part).points, 0)).toBe(pointIds.length)
  })
  it('as text has the name, every point and the notes', () => {
    const text = talkText(
      {
        ...emptyTalk('a', '2026-11-21'),
        name: 'Nadifa',
        ticks: ['away'],
        notes: { before: '', during: 'On the list, she says', after: '' },
      },
      '21 November 2026',
      words,
    )
    expect(text).toContain('Nadifa, 21 November 2026')
    expect(text).toContain(`[x] ${words('point-away')}`)
    expect(text).toContain(`[ ] ${words('point-close')}`)
    expect(text).toContain('On the list, she says')
    expect(text.match(/^\[[ x]\] /gm)).toHaveLength(pointIds.length)
  })
})
