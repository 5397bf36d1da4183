/** The cards of a mixed round belong to categories that it has, and a confusion is with another category than the right one. */

import { eachActivity } from '#lib/course/places.ts'
import type { Rule } from './rule.ts'

export const unknownCategory: Rule = (course) =>
  eachActivity(course).flatMap(({ activity, file, path }) => {
    if (activity.kind !== 'mixed-round') return []
    const known = new Set(activity.categories.map((category) => category.id))
    return activity.cards.flatMap((card, index) => {
      const at = [...path, 'cards', index]
      const named = [
        { id: card.category, path: [...at, 'category'] },
        ...(card.also === undefined ? [] : [{ id: card.also, path: [...at, 'also'] }]),
        ...Object.keys(card.confusions ?? {}).map((id) => ({ id, path: [...at, 'confusions', id] })),
      ]
      return [
        ...named
          .filter(({ id }) => !known.has(id))
          .map((one) => ({ file, path: one.path, sentence: `There is no category “${one.id}”: write one of ${[...known].join(', ')}.` })),
        ...[card.also, ...Object.keys(card.confusions ?? {})]
          .filter((id) => id === card.category)
          .map(() => ({
            file,
            path: at,
            sentence: `“${card.category}” is the right category of this card: it cannot be the other one as well.`,
          })),
      ]
    })
  })
