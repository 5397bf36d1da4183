import { describe, expect, it } from 'vitest'
import { confusedPairs, confusionTable, fits, latestRound, type MixedRound, missed, verdictOn } from './mixed-round.ts'

const card = (id: string, category: string, also?: string) => ({ id, text: id, category, feedback: 'Because.', ...(also ? { also } : {}) })
const data: MixedRound = {
  kind: 'mixed-round',
  id: 'round',
  title: 'Round',
  categories: ['plan', 'chance', 'help'].map((id) => ({ id, label: id, cue: id })),
  cards: [card('bus', 'chance'), card('date', 'plan'), card('favour', 'help', 'plan'), card('queue', 'chance')],
}
const said = (attempt: string, card: string, category: string, cards?: string[]) => ({
  attempt,
  result: { response: { card, category, ...(cards ? { cards } : {}) } },
})
const order = ['queue', 'favour', 'bus', 'date']

describe('a mixed round', () => {
  it.each([
    ['favour', 'help', 'right'],
    ['favour', 'plan', 'also'],
    ['favour', 'chance', 'wrong'],
    ['bus', 'plan', 'wrong'],
  ])('calls %s as %s %s', (id, category, verdict) => {
    expect(verdictOn(data.cards.find((one) => one.id === id)!, category)).toBe(verdict)
  })
  it('lets fit what the course says and what can be defended, so that both can be shown after another choice', () => {
    const card = data.cards.find(({ also }) => also)!
    const fitting = data.categories.map(({ id }) => id).filter((id) => fits(card, id))
    expect(new Set(fitting)).toEqual(new Set([card.category, card.also]))
  })
  it('has not begun without statements', () => {
    expect(latestRound(data, [])).toBeNull()
  })
  it('goes on in the order it began with, and counts the first response to a card', () => {
    const round = latestRound(data, [said('1', 'queue', 'chance', order), said('1', 'favour', 'chance'), said('1', 'favour', 'help')])
    expect(round?.cards).toEqual(order)
    expect([...(round?.chosen ?? [])]).toEqual([
      ['queue', 'chance'],
      ['favour', 'chance'],
    ])
  })
  it('is the latest one begun', () => {
    const round = latestRound(data, [said('1', 'queue', 'chance', order), said('2', 'favour', 'plan', ['favour'])])
    expect(round).toEqual({ attempt: '2', cards: ['favour'], chosen: new Map([['favour', 'plan']]) })
  })
  it('leaves out what the data no longer has, and what is not a response', () => {
    const round = latestRound(data, [
      said('1', 'gone', 'chance', ['gone', 'bus', 'date']),
      said('1', 'bus', 'no-such-category'),
      { attempt: '1', result: { response: 'nonsense' } },
      { attempt: '1' },
    ])
    expect(round).toEqual({ attempt: '1', cards: ['bus', 'date'], chosen: new Map() })
  })
  it('knows the cards to go through again: those given a category that does not fit', () => {
    const chosen = new Map([
      ['queue', 'plan'],
      ['favour', 'plan'],
      ['bus', 'chance'],
    ])
    expect(missed(data, { cards: order, chosen })).toEqual(['queue'])
  })
  it('counts fitting responses on the diagonal, a defensible one in its own row, confusions beside it', () => {
    const chosen = new Map([
      ['queue', 'plan'],
      ['bus', 'plan'],
      ['favour', 'plan'],
      ['date', 'chance'],
    ])
    const table = confusionTable(data, { chosen })
    expect([...table].map(([row, columns]) => [row, [...columns.values()]])).toEqual([
      ['plan', [1, 1, 0]],
      ['chance', [2, 0, 0]],
      ['help', [0, 0, 0]],
    ])
    expect(confusedPairs(data, { chosen })).toEqual([{ a: 'plan', b: 'chance', times: 3 }])
  })
})
