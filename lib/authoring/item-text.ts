/** The text of a new item, by kind: valid, with a comment for each field and the mark ✎ on everything still to be written. */
import type { ItemKind } from '#lib/quiz/schema.ts'

type Head = { id: string; kind: ItemKind; objective: string; difficulty?: 'easy' | 'medium' | 'hard'; fact: string }

export const itemKinds: readonly ItemKind[] = ['single', 'multi', 'tf-reason', 'order', 'match', 'sort', 'sjt', 'reflect']

/** An entry of questions.yaml, without a line before it. */
export function itemText({ id, kind, objective, difficulty = 'medium', fact }: Head): string {
  return `- id: ${id} # never changes, and no other item ever gets it
  kind: ${kind}
  # the one objective that the item asks about (module.yaml)
  objective: ${objective}
  # expected right after the lesson: easy 80 % or more, medium 55 to 80 %, hard under 55 %
  difficulty: ${difficulty}
  # remember, understand, apply, analyse, evaluate or create
  level: understand
  # what the right answer rests on (facts.yaml); choose
  facts: [${fact}]
  # one idea; can be answered before one reads the options
  stem: ✎ The question?
${rest[kind]}`
}

const option = (number: number, more = '') =>
  `    - { id: to-name-${number}, text: ✎ Option number ${number}, ${more}feedback: ✎ Why it fits or does not. }`

const rest: Record<ItemKind, string> = {
  single: `  # three to five, about equally long; an id is a word or two from the text
  options:
${[1, 2, 3].map((number) => option(number)).join('\n')}
  # id of the right one
  key: to-name-1
`,
  multi: `  # four to eight; the stem says how many to choose
  options:
${[1, 2, 3, 4].map((number) => option(number)).join('\n')}
  # ids of the right ones, two at least
  key: [to-name-1, to-name-2]
`,
  'tf-reason': `  # the sentence that is true or false
  statement: ✎ A sentence that is true or false.
  # two reasons for true, two for false; each completes "True, because …" or "False, because …"
  options:
${[1, 2, 3, 4].map((number) => option(number, `verdict: ${number < 3}, `)).join('\n')}
  # id of the right pair
  key: to-name-1
`,
  order: `  # three to eight, written in the right order: this order is the key. The ids must not be in alphabetical order.
  options:
${[2, 3, 1].map((number) => option(number)).join('\n')}
`,
  match: `  # three to six pairs; a left and a right side never have the same id
  pairs:
${[1, 2, 3]
  .map(
    (number) =>
      `    - left: { id: to-name-left-${number}, text: ✎ Left side ${number} }\n      right: { id: to-name-right-${number}, text: ✎ What belongs to ${number} }\n      feedback: ✎ Why they belong together.`,
  )
  .join('\n')}
  # up to two right sides that fit nothing
  extras: []
`,
  sort: `  # two to five, shown in this order
  categories:
    - { id: to-name-first, text: ✎ First category }
    - { id: to-name-second, text: ✎ Second category }
  # three to eight
  cards:
${[1, 2, 3].map((number) => option(number, `category: to-name-${number === 3 ? 'second' : 'first'}, `)).join('\n')}
`,
  sjt: `  # three to five, from best to least good: this order is the key. The ids must not be in alphabetical order.
  options:
${[2, 3, 1].map((number) => option(number)).join('\n')}
  # true once five experienced colleagues have agreed with the order; until then the item is practice
  keyConfirmed: false
`,
  reflect: `  # suggested length, in words
  words: { from: 50, to: 100 }
  # a thought to compare with, shown on request
  pointer: ✎ A thought to compare with.
`,
}

export const bankHead = `# Item bank of the module. content/README.md says how to write an item, and why.
`
