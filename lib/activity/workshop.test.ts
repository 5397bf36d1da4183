import { describe, expect, it } from 'vitest'
import { foldTicks, inOrder, isChanged, openMessage, textsFrom } from './workshop.ts'

const message = (id: string) => ({
  id,
  situation: 'Somebody waits.',
  draft: ' Dear all, ',
  checklist: [
    { id: 'short', text: 'Short' },
    { id: 'dated', text: 'Dated' },
  ],
  strong: { text: 'A', why: 'a' },
  weak: { text: 'B', why: 'b' },
})
const workshop = { messages: [message('silence'), message('request')] }

describe('the workshop', () => {
  it('keeps the latest ticks of each message, in the order of the list', () => {
    const folded = foldTicks(workshop, [
      { message: 'silence', ticks: ['short'] },
      { message: 'request', ticks: [] },
      { message: 'silence', ticks: ['dated', 'short', 'gone'] },
    ])
    expect([...folded]).toEqual([
      ['silence', ['short', 'dated']],
      ['request', []],
    ])
  })

  it.each([[null], ['text'], [{ message: 'gone', ticks: [] }], [{ message: 'silence' }]])('makes nothing of %j', (response) => {
    expect(foldTicks(workshop, [response]).size).toBe(0)
  })

  it.each([
    [[], 0],
    [['silence'], 1],
    [['request'], 0],
    [['silence', 'request'], 0],
  ])('after comparing %j goes on with message %i', (compared, next) => {
    expect(openMessage(workshop, new Set(compared))).toBe(next)
  })

  it('calls a text changed when more than its white space is', () => {
    expect(isChanged('Dear all', ' Dear\nall ')).toBe(false)
    expect(isChanged('Dear all', '')).toBe(false)
    expect(isChanged('Dear all', 'Dear Elif')).toBe(true)
  })

  it('starts from the draft, and from what the device kept', () => {
    expect(textsFrom({ silence: 'Mine', request: 4, gone: 'x' }, workshop)).toEqual({ silence: 'Mine', request: 'Dear all,' })
    expect(textsFrom(null, workshop)).toEqual({ silence: 'Dear all,', request: 'Dear all,' })
  })

  it('lists ticks in the order of the checklist', () => {
    expect(inOrder(message('x').checklist, ['dated', 'short'])).toEqual(['short', 'dated'])
  })
})
