import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyDrawable, anyResponse, buildReflect, keyOf } from '#lib/testing/quiz-items.ts'
import { arrangeItem, type DrawableItem, fitsOrder, markItem, projectItem } from './registry.ts'

const withResponse = anyDrawable.chain((item) => anyResponse(item).map((response) => ({ item, response })))

/** Complete responses made wrong in one way each. */
const spoilt = withResponse.chain(({ item, response }) =>
  fc
    .constantFrom<(value: unknown) => unknown>(
      () => 7,
      () => true,
      () => 'nobody',
      () => ['nobody'],
      () => ({ nobody: 'nobody' }),
      () => JSON.parse('{"__proto__":"kilo"}'),
      (value) => (Array.isArray(value) ? [...value, value[0]] : [value]),
      (value) => (typeof value === 'object' && !Array.isArray(value) ? { ...(value as object), nobody: 'one' } : { value }),
      (value) => (Array.isArray(value) ? value.map(() => value[0]) : [[value]]),
    )
    .map((spoil) => ({ item, response: spoil(response) })),
)

describe('every interaction kind', () => {
  it('gives full marks for the key', () => {
    fc.assert(
      fc.property(anyDrawable, (item) => {
        expect(markItem(item, keyOf(item))).toMatchObject({ state: 'marked', score: { scaled: 1 } })
      }),
    )
  })

  it('gives full marks for nothing else, but a multiple response in another order', () => {
    fc.assert(
      fc.property(withResponse, ({ item, response }) => {
        const marked = markItem(item, response)
        const normal = (value: unknown) => JSON.stringify(item.kind === 'multi' ? [...(value as string[])].sort() : sortedKeys(value))
        if (marked.state === 'marked' && marked.score.scaled === 1) expect(normal(response)).toBe(normal(keyOf(item)))
      }),
    )
  })

  it('keeps the score between nothing and all, whatever is given', () => {
    fc.assert(
      fc.property(withResponse, ({ item, response }) => {
        const marked = markItem(item, response)
        if (marked.state !== 'marked') throw new Error('a complete response was not marked')
        const { raw, max, scaled } = marked.score
        expect(max).toBeGreaterThan(0)
        expect(raw).toBeGreaterThanOrEqual(0)
        expect(raw).toBeLessThanOrEqual(max)
        expect(scaled).toBe(raw / max)
      }),
    )
  })

  it('never marks a response of a wrong shape', () => {
    fc.assert(
      fc.property(spoilt, ({ item, response }) => {
        expect(markItem(item, response)).toEqual({ state: 'malformed' })
      }),
    )
    fc.assert(
      fc.property(anyDrawable, fc.anything(), (item, response) => {
        const fits = !!response && JSON.stringify(response)?.includes('kilo')
        if (!fits) expect(markItem(item, response).state).not.toBe('marked')
      }),
    )
  })

  it('tells nothing given from something wrong', () => {
    for (const nothing of [undefined, null, ''])
      fc.assert(
        fc.property(anyDrawable, (item) => {
          expect(markItem(item, nothing)).toEqual({ state: 'unanswered' })
        }),
      )
  })

  it('takes whatever is sent for a reflection as malformed: the text stays on the device', () => {
    expect(markItem(buildReflect(), 'My private thoughts')).toEqual({ state: 'malformed' })
  })

  it('arranges exactly the options of the item, and knows when they have changed', () => {
    fc.assert(
      fc.property(anyDrawable, (item) => {
        const order = arrangeItem(item, () => 0.4)
        expect(fitsOrder(item, order)).toBe(true)
        expect(fitsOrder(item, order.slice(1))).toBe(false)
        expect(fitsOrder(item, [...order.slice(1), 'new-option'])).toBe(false)
      }),
    )
  })

  it('shows a browser no key, no feedback and no weight', () => {
    fc.assert(
      fc.property(anyDrawable, (item) => {
        const shown = JSON.stringify(
          projectItem(
            item,
            arrangeItem(item, () => 0.4),
          ),
        )
        expect(shown).not.toContain('Why ')
        for (const word of ['key', 'feedback', 'category"', 'pairs', 'extras', 'difficulty', 'confirmed', 'facts'])
          expect(shown.toLowerCase()).not.toContain(`"${word}`)
      }),
    )
  })

  it('shows the same to a browser when only key and feedback differ', () => {
    fc.assert(
      fc.property(anyDrawable, (item) => {
        const order = arrangeItem(item, () => 0.4)
        expect(projectItem(withOtherFeedback(item), order)).toEqual(projectItem(item, order))
      }),
    )
  })
})

function sortedKeys(value: unknown): unknown {
  return Array.isArray(value) || typeof value !== 'object' || value === null ? value : Object.entries(value).sort()
}

function withOtherFeedback(item: DrawableItem): DrawableItem {
  const other = JSON.parse(JSON.stringify(item).replaceAll('"Why ', '"Because of ')) as DrawableItem
  if (other.kind === 'single' || other.kind === 'tf-reason') other.key = 'kilo'
  if (other.kind === 'order' || other.kind === 'sjt') other.options.reverse()
  if (other.kind === 'sort') for (const card of other.cards) card.category = 'three'
  return other
}
