/**
 * Draws the items of one attempt from a bank. Pure: the same bank, blueprint, earlier draws and seed give the same draw.
 *
 * What it keeps to, the most important first:
 *   1. as many scored items as the blueprint asks for, or all there are;
 *   2. at least one for each objective that has scored items (if the draw is large enough);
 *   3. the difficulties asked for, as far as the bank has them; what is missing is made up with medium, easy, hard ones;
 *   4. items never drawn before, then those drawn longest ago; among equals, chance.
 * Ranked judgements without a confirmed key come after them as practice.
 */

import { shuffled } from '#lib/random/seeded-random.ts'
import { drawRandom } from './draw-random.ts'
import { arrangeItem, type DrawableItem, isDrawable, isScored } from './interactions/registry.ts'
import type { Item } from './schema.ts'

type Difficulty = Item['difficulty']
const difficulties: readonly Difficulty[] = ['easy', 'medium', 'hard']

/** Of module.yaml, `quiz`. */
export type Blueprint = { draw: number; difficulty: Record<Difficulty, number>; practice: number }
export type DrawnItem = { id: string; scored: boolean; order: string[] }
/** Recorded in the `started` statement of an attempt. */
export type Draw = { seed: string; items: DrawnItem[] }

/** @param previous earlier draws of this learner, oldest first */
export function drawItems(bank: readonly Item[], blueprint: Blueprint, previous: readonly Draw[], seed: string): Draw {
  const random = drawRandom(seed)
  const lastUse = new Map(previous.flatMap((draw, age) => draw.items.map((item) => [item.id, age + 1] as const)))
  const freshFirst = shuffled(bank.filter(isDrawable), random).sort(
    (one, other) => (lastUse.get(one.id) ?? 0) - (lastUse.get(other.id) ?? 0),
  )

  const scored = pickScored(
    freshFirst.filter((item) => isScored(item)),
    blueprint,
  )
  const practice = freshFirst.filter((item) => !isScored(item)).slice(0, blueprint.practice)
  const byDifficulty = shuffled(scored, random).sort(
    (one, other) => difficulties.indexOf(one.difficulty) - difficulties.indexOf(other.difficulty),
  )
  return {
    seed,
    items: [
      ...byDifficulty.map((item) => ({ id: item.id, scored: true, order: arrangeItem(item, random) })),
      ...practice.map((item) => ({ id: item.id, scored: false, order: arrangeItem(item, random) })),
    ],
  }
}

/** How many of each difficulty are possible: the aim, capped by the bank, the rest made up where there is more. */
export function reachableDifficulties(pool: readonly Pick<Item, 'difficulty'>[], blueprint: Blueprint): Record<Difficulty, number> {
  const available = (difficulty: Difficulty) => pool.filter((item) => item.difficulty === difficulty).length
  const quota = {
    easy: Math.min(blueprint.difficulty.easy, available('easy')),
    medium: Math.min(blueprint.difficulty.medium, available('medium')),
    hard: Math.min(blueprint.difficulty.hard, available('hard')),
  }
  let missing = Math.min(blueprint.draw, pool.length) - quota.easy - quota.medium - quota.hard
  for (const difficulty of ['medium', 'easy', 'hard'] as const) {
    const more = Math.max(0, Math.min(missing, available(difficulty) - quota[difficulty]))
    quota[difficulty] += more
    missing -= more
  }
  return quota
}

/** @param pool the freshest first */
function pickScored(pool: readonly DrawableItem[], blueprint: Blueprint): DrawableItem[] {
  const quota = reachableDifficulties(pool, blueprint)
  const picked: DrawableItem[] = []
  const open = (item: DrawableItem) => picked.length < blueprint.draw && !picked.includes(item)
  const take = (item: DrawableItem | undefined) => {
    if (!item) return
    picked.push(item)
    quota[item.difficulty] -= 1
  }

  // objectives with the fewest items choose first: they have the least room to keep to the difficulties
  const objectives = [...new Set(pool.map((item) => item.objective))]
  const itemsOf = (objective: string) => pool.filter((item) => item.objective === objective)
  const kindsOf = (objective: string) => new Set(itemsOf(objective).map((item) => item.difficulty)).size
  const scarceFirst = objectives.sort(
    (one, other) => kindsOf(one) - kindsOf(other) || itemsOf(one).length - itemsOf(other).length || (one < other ? -1 : 1),
  )
  for (const objective of scarceFirst) {
    const candidates = itemsOf(objective).filter(open)
    take(candidates.find((item) => quota[item.difficulty] > 0) ?? candidates[0])
  }
  for (const item of pool) if (open(item) && quota[item.difficulty] > 0) take(item)
  for (const item of pool) if (open(item)) take(item)
  return picked
}
