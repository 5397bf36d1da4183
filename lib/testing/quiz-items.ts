/** Builders of quiz items for tests: each shows only what matters, and parses, so that no test uses an impossible item. */
import fc from 'fast-check'
import type { DrawableItem } from '#lib/quiz/interactions/registry.ts'
import { type Item, itemSchema } from '#lib/quiz/schema.ts'

type Head = Partial<Pick<Item, 'id' | 'objective' | 'difficulty'>>

const option = (id: string) => ({ id, text: `Text of ${id}`, feedback: `Why ${id}` })
const head = ({ id = 'M3-Q01', objective = 'M3.O1', difficulty = 'medium' }: Head) => ({
  id,
  objective,
  difficulty,
  level: 'apply',
  facts: ['A3.1'],
  stem: `Stem of ${id}`,
})
const parse = <K extends Item['kind']>(item: { kind: K } & Record<string, unknown>) => itemSchema.parse(item) as Extract<Item, { kind: K }>

/** Ids whose written order is not the alphabetical one. */
const names = ['kilo', 'alpha', 'tango', 'echo', 'zulu', 'bravo', 'papa', 'delta']

export const buildSingle = (more: Head = {}) =>
  parse({ kind: 'single', ...head(more), options: names.slice(0, 3).map(option), key: 'alpha' })

export const buildMulti = (more: Head & { options?: number; key?: string[] } = {}) =>
  parse({
    kind: 'multi',
    ...head(more),
    options: names.slice(0, more.options ?? 6).map(option),
    key: more.key ?? ['kilo', 'tango', 'zulu', 'bravo'],
  })

export const buildTfReason = (more: Head = {}) =>
  parse({
    kind: 'tf-reason',
    ...head(more),
    statement: 'The statement',
    options: names.slice(0, 4).map((id, index) => ({ ...option(id), verdict: index < 2 })),
    key: 'alpha',
  })

export const buildOrder = (more: Head & { length?: number } = {}) =>
  parse({ kind: 'order', ...head(more), options: names.slice(0, more.length ?? 5).map(option) })

export const buildMatch = (more: Head & { pairs?: number } = {}) =>
  parse({
    kind: 'match',
    ...head(more),
    pairs: names.slice(0, more.pairs ?? 4).map((id) => ({
      left: { id: `left-${id}`, text: `Left ${id}` },
      right: { id: `right-${id}`, text: `Right ${id}` },
      feedback: `Why ${id}`,
    })),
    extras: [option('extra')],
  })

export const buildSort = (more: Head & { cards?: number } = {}) =>
  parse({
    kind: 'sort',
    ...head(more),
    categories: ['one', 'two', 'three'].map((id) => ({ id, text: `Category ${id}` })),
    cards: names.slice(0, more.cards ?? 5).map((id, index) => ({ ...option(id), category: ['one', 'two', 'three'][index % 3]! })),
  })

export const buildSjt = (more: Head & { length?: number; keyConfirmed?: boolean } = {}) =>
  parse({
    kind: 'sjt',
    ...head(more),
    options: names.slice(0, more.length ?? 4).map(option),
    keyConfirmed: more.keyConfirmed ?? false,
  })

export const buildReflect = (more: Head = {}) =>
  parse({ kind: 'reflect', ...head(more), words: { from: 50, to: 100 }, pointer: 'A pointer' })

/** Any item that can be drawn, of any kind and size. */
export const anyDrawable: fc.Arbitrary<DrawableItem> = fc.oneof(
  fc.constant(buildSingle()),
  fc.subarray(names.slice(0, 6), { minLength: 2, maxLength: 5 }).map((key) => buildMulti({ key })),
  fc.constant(buildTfReason()),
  fc.integer({ min: 3, max: 8 }).map((length) => buildOrder({ length })),
  fc.integer({ min: 3, max: 6 }).map((pairs) => buildMatch({ pairs })),
  fc.integer({ min: 3, max: 8 }).map((cards) => buildSort({ cards })),
  fc.record({ length: fc.integer({ min: 3, max: 5 }), keyConfirmed: fc.boolean() }).map(buildSjt),
)

/** The response that earns everything. */
export function keyOf(item: DrawableItem): unknown {
  switch (item.kind) {
    case 'single':
    case 'tf-reason':
      return item.key
    case 'multi':
      return item.key
    case 'order':
    case 'sjt':
      return item.options.map((one) => one.id)
    case 'match':
      return Object.fromEntries(item.pairs.map((pair) => [pair.left.id, pair.right.id]))
    case 'sort':
      return Object.fromEntries(item.cards.map((card) => [card.id, card.category]))
    default:
      return item satisfies never
  }
}

/** A complete response of the right shape, right or wrong. */
export function anyResponse(item: DrawableItem): fc.Arbitrary<unknown> {
  switch (item.kind) {
    case 'single':
    case 'tf-reason':
      return fc.constantFrom(...item.options.map((one) => one.id))
    case 'multi':
      return fc.shuffledSubarray(
        item.options.map((one) => one.id),
        { minLength: item.key.length, maxLength: item.key.length },
      )
    case 'order':
    case 'sjt':
      return fc.shuffledSubarray(
        item.options.map((one) => one.id),
        { minLength: item.options.length },
      )
    case 'match': {
      const rights = [...item.pairs.map((pair) => pair.right.id), ...item.extras.map((extra) => extra.id)]
      return fc.record(Object.fromEntries(item.pairs.map((pair) => [pair.left.id, fc.constantFrom(...rights)])))
    }
    case 'sort': {
      const categories = item.categories.map((category) => category.id)
      return fc.record(Object.fromEntries(item.cards.map((card) => [card.id, fc.constantFrom(...categories)])))
    }
    default:
      return item satisfies never
  }
}
