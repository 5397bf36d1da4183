import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { seededRandom } from '#lib/random/seeded-random.ts'
import { buildMatch, buildMulti, buildOrder, buildSingle, buildSort, buildTfReason } from '#lib/testing/quiz-items.ts'
import { arrangeItem, isDrawable, projectItem, revealItem } from './interactions/registry.ts'
import { itemBankSchema, itemSchema } from './schema.ts'

const problems = (item: unknown) => itemSchema.safeParse(item).error?.issues.map((issue) => issue.message) ?? []

describe('an item', () => {
  it.each([
    ['a key that is no option', { ...buildSingle(), key: 'omega' }, 'must be the id of an option'],
    ['two options of one id', { ...buildSingle(), options: [...buildSingle().options, buildSingle().options[0]] }, 'used twice'],
    [
      'an option without feedback',
      { ...buildSingle(), options: buildSingle().options.map(({ feedback, ...rest }) => rest) },
      'expected string',
    ],
    ['nothing but right options', { ...buildMulti(), key: buildMulti().options.map((option) => option.id) }, 'at least one wrong option'],
    [
      'three reasons for true',
      { ...buildTfReason(), options: buildTfReason().options.map((o, i) => ({ ...o, verdict: i < 3 })) },
      'two reasons',
    ],
    [
      'ids that stand in alphabetical order',
      { ...buildOrder(), options: [...buildOrder().options].sort((a, b) => (a.id < b.id ? -1 : 1)) },
      'give the key away',
    ],
    [
      'a right side with the id of its left side',
      { ...buildMatch(), pairs: buildMatch().pairs.map((pair) => ({ ...pair, right: { ...pair.right, id: pair.left.id } })) },
      'gives the key away',
    ],
    [
      'a card in no category',
      { ...buildSort(), cards: buildSort().cards.map((card) => ({ ...card, category: 'nine' })) },
      'not the id of a category',
    ],
    ['a field nobody knows', { ...buildSingle(), weight: 2 }, 'Unrecognized key'],
  ])('with %s is a content problem', (_, item, message) => {
    expect(problems(item).join('\n')).toContain(message)
  })
  it('id is given once in a bank', () => {
    expect(itemBankSchema.safeParse([buildSingle(), buildSingle()]).error?.issues[0]?.message).toContain('used twice')
  })
})

describe('the networking bank', () => {
  const bank = itemBankSchema.parse(
    parse(readFileSync(new URL('../../content/modules/networking/questions.yaml', import.meta.url), 'utf8')),
  )

  it('has its thirteen items', () => {
    expect(bank.map((item) => item.id)).toEqual(Array.from({ length: 13 }, (_, index) => `M3-Q${String(index + 1).padStart(2, '0')}`))
  })

  it('is not cued by length: the right option is not regularly the longest', () => {
    const singles = bank.filter((item) => item.kind === 'single')
    const longest = singles.filter((item) => {
      const length = (id: string) => item.options.find((option) => option.id === id)!.text.length
      return item.options.every((option) => option.id === item.key || option.text.length < length(item.key))
    })
    expect(longest.length).toBeLessThanOrEqual(singles.length / 3)
  })

  it('shows a browser no feedback, no key and no weight of any item, in any order', () => {
    for (const item of bank.filter(isDrawable)) {
      for (let seed = 0; seed < 20; seed++) {
        const shown = JSON.stringify(projectItem(item, arrangeItem(item, seededRandom(`${seed}`))))
        const reveal = revealItem(item)
        for (const feedback of Object.values(reveal.feedback)) expect(shown).not.toContain(JSON.stringify(feedback).slice(1, -1))
        // the key of a single choice is one of the ids shown; a list or a map of them must not be there as a whole
        if (typeof reveal.key === 'object') expect(shown).not.toContain(JSON.stringify(reveal.key).slice(1, -1))
        for (const field of ['key', 'feedback', 'category', 'score', 'max', 'weight', 'keyConfirmed', 'difficulty', 'facts', 'objective'])
          expect(shown).not.toContain(`"${field}":`)
      }
    }
  })
})
