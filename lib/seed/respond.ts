/** What a demonstration learner responds to an item, and chooses in a scene. Pure; what it is worth is marked elsewhere. */
import type { ItemResponse } from '#lib/quiz/public-item.ts'
import type { Item } from '#lib/quiz/schema.ts'
import { seededRandom, shuffled } from '#lib/random/seeded-random.ts'
import type { Scenario } from '#lib/scenario/schema.ts'

const ease: Readonly<Record<Item['difficulty'], number>> = { easy: 1.7, medium: 0.9, hard: 0.1 }

/** Whether somebody of this ability knows it (Rasch: ability and ease of the item in the same measure). */
export function knows(item: Item, ability: number, random: () => number): boolean {
  const own = (seededRandom(item.id)() - 0.5) * 1.4
  return random() < 1 / (1 + Math.exp(-(1.5 * ability + ease[item.difficulty] + own)))
}

/** A whole response: the key, or a mistake of the kind people make. */
export function responseTo(item: Item, right: boolean, random: () => number): ItemResponse {
  switch (item.kind) {
    case 'single':
    case 'tf-reason':
      return right
        ? item.key
        : tempting(
            item.options.map(({ id }) => id).filter((id) => id !== item.key),
            random,
          )
    case 'multi': {
      if (right) return item.key
      const wrong = item.options.map(({ id }) => id).filter((id) => !item.key.includes(id))
      const left = Math.floor(random() * item.key.length)
      return item.key.map((id, i) => (i === left && wrong.length > 0 ? tempting(wrong, random) : id))
    }
    case 'order':
    case 'sjt': {
      const ids = item.options.map(({ id }) => id)
      return right ? ids : twoSwapped(ids, random)
    }
    case 'match': {
      const rights = item.pairs.map((pair) => pair.right.id)
      const given = right ? rights : twoSwapped(rights, random)
      return Object.fromEntries(item.pairs.map(({ left }, i) => [left.id, given[i]!]))
    }
    case 'sort': {
      const misplaced = right ? [] : shuffled(item.cards, random).slice(0, 1 + Math.floor(random() * 2))
      const elsewhere = (category: string) =>
        tempting(
          item.categories.map(({ id }) => id).filter((id) => id !== category),
          random,
        )
      return Object.fromEntries(item.cards.map((card) => [card.id, misplaced.includes(card) ? elsewhere(card.category) : card.category]))
    }
    case 'reflect':
      throw new Error(`${item.id}: a reflection is never drawn`)
  }
}

/** @param offered ids of the choices that can be taken now. @param care 0 to 1 */
export function choiceIn(scene: Scenario['scenes'][number], offered: readonly string[], care: number, random: () => number): string {
  const weights = { strong: 0.6 + 2 * care, mixed: 1, weak: 1.2 - care }
  const choices = scene.choices.filter(({ id }) => offered.includes(id))
  return weighted(
    choices.map(({ id, quality }) => ({ id, weight: weights[quality] * (0.4 + seededRandom(`${scene.id} ${id}`)()) })),
    random,
  )
}

/** One of these ids; always the same ones tempt most. */
function tempting(ids: readonly string[], random: () => number): string {
  return weighted(
    ids.map((id) => ({ id, weight: 0.05 + seededRandom(id)() ** 2 })),
    random,
  )
}

function weighted(list: readonly { id: string; weight: number }[], random: () => number): string {
  let left = random() * list.reduce((sum, { weight }) => sum + weight, 0)
  for (const { id, weight } of list) {
    left -= weight
    if (left < 0) return id
  }
  return list.at(-1)!.id
}

function twoSwapped(ids: readonly string[], random: () => number): string[] {
  const at = Math.floor(random() * (ids.length - 1))
  const result = [...ids]
  result[at] = ids[at + 1]!
  result[at + 1] = ids[at]!
  return result
}
