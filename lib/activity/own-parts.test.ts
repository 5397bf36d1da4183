import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allFilled, anyFilled, idsFrom, joinParts, partsFrom, secondsAloud } from './own-parts.ts'

const fields = [{ id: 'number' }, { id: 'people' }]

describe('a text written in parts', () => {
  it.each([
    [
      { number: 'A', people: 'B', gone: 'C' },
      { number: 'A', people: 'B' },
    ],
    [{ number: 4 }, { number: '', people: '' }],
    [['A'], { number: '', people: '' }],
    [null, { number: '', people: '' }],
  ])('reads %j as %j', (kept, parts) => {
    expect(partsFrom(kept, fields)).toEqual(parts)
  })

  it('survives whatever the device kept', () => {
    fc.assert(
      fc.property(fc.anything(), (kept) => {
        expect(Object.keys(partsFrom(kept, fields))).toEqual(['number', 'people'])
        expect(idsFrom(kept, fields).every((id) => fields.some((field) => field.id === id))).toBe(true)
      }),
    )
  })

  it('keeps ids in the order of the content and drops those it no longer has', () => {
    expect(idsFrom(['people', 'gone', 'number', 'people'], fields)).toEqual(['number', 'people'])
  })

  it('is filled when each part has more than white space', () => {
    expect(allFilled({ number: 'A', people: 'B' }, fields)).toBe(true)
    expect(allFilled({ number: 'A', people: ' \n' }, fields)).toBe(false)
    expect(anyFilled({ number: ' ', people: '' })).toBe(false)
    expect(anyFilled({ number: ' ', people: 'B' })).toBe(true)
  })

  it('is joined in the order of the parts, without empty ones', () => {
    expect(joinParts({ people: 'Then\n they eat. ', number: ' We count.' }, fields)).toBe('We count. Then they eat.')
    expect(joinParts({ people: 'Only this.', number: ' ' }, fields)).toBe('Only this.')
  })

  it.each([
    [0, 5],
    [70, 30],
    [75, 30],
    [280, 120],
  ])('of %i words takes about %i seconds aloud', (words, seconds) => {
    expect(secondsAloud(words)).toBe(seconds)
  })
})
