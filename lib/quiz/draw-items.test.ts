import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildReflect, buildSingle, buildSjt } from '#lib/testing/quiz-items.ts'
import { type Blueprint, type Draw, drawItems, reachableDifficulties } from './draw-items.ts'
import { isScored } from './interactions/registry.ts'
import type { Item } from './schema.ts'

const blueprint: Blueprint = { draw: 8, difficulty: { easy: 2, medium: 4, hard: 2 }, practice: 2 }
const id = (number: number) => `M3-Q${String(number).padStart(2, '0')}`

/** The objectives and difficulties of the networking bank. */
const networking: Item[] = (
  [
    ['M3.O1', 'easy'],
    ['M3.O1', 'easy'],
    ['M3.O2', 'easy'],
    ['M3.O2', 'medium'],
    ['M3.O3', 'medium'],
    ['M3.O3', 'medium'],
    ['M3.O4', 'medium'],
    ['M3.O4', 'medium'],
    ['M3.O5', 'medium'],
    ['M3.O5', 'hard'],
  ] as const
).map(([objective, difficulty], index): Item => buildSingle({ id: id(index + 1), objective, difficulty }))
networking.push(
  buildSjt({ id: id(11), objective: 'M3.O3' }),
  buildSjt({ id: id(12), objective: 'M3.O4' }),
  buildReflect({ id: id(13), objective: 'M3.O5' }),
)

const anyBank = fc
  .array(
    fc.record({
      objective: fc.constantFrom('M3.O1', 'M3.O2', 'M3.O3', 'M3.O4', 'M3.O5'),
      difficulty: fc.constantFrom('easy' as const, 'medium' as const, 'hard' as const),
      kind: fc.constantFrom('single', 'single', 'single', 'sjt', 'reflect'),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((heads) =>
    heads.map(({ kind, ...head }, index): Item => {
      const all = { ...head, id: id(index + 1) }
      return kind === 'single' ? buildSingle(all) : kind === 'sjt' ? buildSjt(all) : buildReflect(all)
    }),
  )

/** A bank and the draws of a learner who has already tried a few times. */
const withHistory = fc.record({ bank: anyBank, tries: fc.integer({ min: 0, max: 4 }), seed: fc.string() }).map(({ bank, tries, seed }) => {
  const previous: Draw[] = []
  for (let attempt = 0; attempt < tries; attempt++) previous.push(drawItems(bank, blueprint, previous, `${seed}-${attempt}`))
  return { bank, previous, seed }
})

const scoredIds = (draw: Draw) => draw.items.filter((item) => item.scored).map((item) => item.id)
const inBank = (bank: readonly Item[], ids: readonly string[]) => ids.map((one) => bank.find((item) => item.id === one)!)
const count = (items: readonly Item[]) => ({
  easy: items.filter((item) => item.difficulty === 'easy').length,
  medium: items.filter((item) => item.difficulty === 'medium').length,
  hard: items.filter((item) => item.difficulty === 'hard').length,
})

describe('drawing items', () => {
  it('draws as many as asked for or all there are, none twice, and no reflection', () => {
    fc.assert(
      fc.property(withHistory, ({ bank, previous, seed }) => {
        const draw = drawItems(bank, blueprint, previous, seed)
        const ids = draw.items.map((item) => item.id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(scoredIds(draw)).toHaveLength(Math.min(8, bank.filter(isScored).length))
        expect(inBank(bank, ids).some((item) => item.kind === 'reflect')).toBe(false)
      }),
    )
  })

  it('covers every objective that has scored items', () => {
    fc.assert(
      fc.property(withHistory, ({ bank, previous, seed }) => {
        const drawn = inBank(bank, scoredIds(drawItems(bank, blueprint, previous, seed)))
        const wanted = new Set(bank.filter(isScored).map((item) => item.objective))
        expect(new Set(drawn.map((item) => item.objective))).toEqual(wanted)
      }),
    )
  })

  it('gives the same draw for the same seed, and says the seed', () => {
    fc.assert(
      fc.property(withHistory, ({ bank, previous, seed }) => {
        expect(drawItems(bank, blueprint, previous, seed)).toEqual(drawItems(bank, blueprint, previous, seed))
        expect(drawItems(bank, blueprint, previous, seed).seed).toBe(seed)
      }),
    )
  })

  it('meets the difficulties in the networking bank in every attempt: it has one hard item, so a medium one stands in', () => {
    expect(reachableDifficulties(networking.filter(isScored), blueprint)).toEqual({ easy: 2, medium: 5, hard: 1 })
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 5 }), (seed, tries) => {
        const previous: Draw[] = []
        for (let attempt = 0; attempt <= tries; attempt++) {
          const draw = drawItems(networking, blueprint, previous, `${seed}-${attempt}`)
          expect(count(inBank(networking, scoredIds(draw)))).toEqual({ easy: 2, medium: 5, hard: 1 })
          previous.push(draw)
        }
      }),
    )
  })

  it('meets two, four and two where the bank has them for every objective', () => {
    const rich = ['M3.O1', 'M3.O2', 'M3.O3', 'M3.O4'].flatMap((objective, row) =>
      (['easy', 'medium', 'hard'] as const).flatMap((difficulty, column) =>
        [0, 1].map((twin) => buildSingle({ id: id(row * 6 + column * 2 + twin + 1), objective, difficulty })),
      ),
    )
    fc.assert(
      fc.property(fc.string(), (seed) => {
        expect(count(inBank(rich, scoredIds(drawItems(rich, blueprint, [], seed))))).toEqual({ easy: 2, medium: 4, hard: 2 })
      }),
    )
  })

  it('uses in a second attempt everything that the first left out', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const first = drawItems(networking, blueprint, [], one)
        const second = drawItems(networking, blueprint, [first], other)
        const left = networking.filter((item) => isScored(item) && !scoredIds(first).includes(item.id)).map((item) => item.id)
        expect(left).toHaveLength(2)
        expect(scoredIds(second)).toEqual(expect.arrayContaining(left))
      }),
    )
  })

  it('takes the item used longest ago when all were used', () => {
    const bank = [1, 2, 3, 4].map((number) => buildSingle({ id: id(number) }))
    const one: Blueprint = { draw: 1, difficulty: { easy: 0, medium: 1, hard: 0 }, practice: 0 }
    const previous: Draw[] = []
    for (let attempt = 0; attempt < 12; attempt++) previous.push(drawItems(bank, one, previous, `${attempt}`))
    const order = previous.map((draw) => draw.items[0]!.id)
    expect(new Set(order.slice(0, 4)).size).toBe(4)
    expect(order.slice(4, 8)).toEqual(order.slice(0, 4))
    expect(order.slice(8)).toEqual(order.slice(0, 4))
  })

  it('adds ranked judgements without a confirmed key as practice, after the rest', () => {
    const draw = drawItems(networking, blueprint, [], 'a seed')
    expect(draw.items.map((item) => item.scored)).toEqual([...Array(8).fill(true), false, false])
    expect(
      draw.items
        .slice(8)
        .map((item) => item.id)
        .sort(),
    ).toEqual([id(11), id(12)])
  })

  it('counts a ranked judgement once its key is confirmed', () => {
    const bank = [buildSjt({ id: id(1), keyConfirmed: true })]
    expect(drawItems(bank, blueprint, [], 'a seed').items).toMatchObject([{ id: id(1), scored: true }])
  })

  it('begins with the easy ones', () => {
    const drawn = inBank(networking, scoredIds(drawItems(networking, blueprint, [], 'a seed')))
    expect(drawn.map((item) => item.difficulty)).toEqual(['easy', 'easy', 'medium', 'medium', 'medium', 'medium', 'medium', 'hard'])
  })
})
