/**
 * Nobody finds the key by looking at the length of the options. In one item the key is not clearly the longest or the shortest
 * option; over a bank it is not the longest one more often than chance would make it.
 * Source of the rule: Haladyna, Downing and Rodriguez (2002), "keep the length of choices about equal".
 */

import { eachModule, fileOf } from '#lib/course/places.ts'
import type { Item } from '#lib/quiz/schema.ts'
import type { Rule } from './rule.ts'

/** How much longer than the next one (or shorter) an option must be before one sees it, as a share. */
const visible = 0.25
/** With three options, chance is a third; half is where a reader would begin to notice. */
const tooOften = 0.5
const leastItems = 4

export const keyByLength: Rule = (course) =>
  eachModule(course).flatMap((loaded) => {
    const file = fileOf(loaded, 'questions.yaml')
    const keyed = loaded.items.flatMap((item, index) => {
      const lengths = lengthsOf(item)
      return lengths ? [{ item, index, ...lengths }] : []
    })
    const longest = keyed.filter(({ key, others }) => key > Math.max(...others))
    return [
      ...keyed.flatMap(({ item, index, key, others }) => {
        const how = key > Math.max(...others) * (1 + visible) ? 'longest' : key < Math.min(...others) * (1 - visible) ? 'shortest' : null
        if (how === null) return []
        return [
          {
            file,
            path: [index],
            sentence: `The key of ${item.id} is clearly the ${how} option (${key} characters, the others ${others.join(', ')}): make them about equal.`,
          },
        ]
      }),
      ...(keyed.length >= leastItems && longest.length > keyed.length * tooOften
        ? [
            {
              file,
              sentence: `In ${longest.length} of ${keyed.length} items with one key it is the longest option (${longest.map(({ item }) => item.id).join(', ')}): shorten some, or lengthen their neighbours.`,
            },
          ]
        : []),
    ]
  })

/** Characters of the key and of the other options, for the kinds with one key. */
function lengthsOf(item: Item): { key: number; others: number[] } | null {
  if (item.kind !== 'single' && item.kind !== 'tf-reason') return null
  const key = item.options.find(({ id }) => id === item.key)
  if (!key) return null
  return { key: key.text.length, others: item.options.filter((option) => option !== key).map(({ text }) => text.length) }
}
