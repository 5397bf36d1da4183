import { expect, it } from 'vitest'
import { courseWith, lessonFile, replace } from '#lib/testing/course-fixture.ts'
import { unknownCategory } from './unknown-category.ts'

const round = (last: string) => ({
  [lessonFile]: replace(
    'activities:\n',
    `activities:
  - kind: mixed-round
    id: round
    title: Sort
    categories: [{ id: warm, label: Warm, cue: It glows. }, { id: cold, label: Cold, cue: It does not. }]
    cards:
      - { id: a, text: Fire, category: warm, feedback: Hot. }
      - { id: b, text: Ice, category: cold, also: warm, feedback: Cold. }
      - { id: c, text: Sun, category: warm, feedback: Hot., confusions: { cold: Look again. } }
      - ${last}
`,
  ),
})

it('passes cards that belong to a category', () => {
  expect(unknownCategory(courseWith(round('{ id: d, text: Snow, category: cold, feedback: Cold. }')))).toEqual([])
})

it.each([
  ['a category', 'category: mild, feedback: So so.', ['category'], '“mild”'],
  ['a second category', 'category: cold, also: mild, feedback: So so.', ['also'], '“mild”'],
  ['a confusion', 'category: cold, feedback: So so., confusions: { mild: No. }', ['confusions', 'mild'], '“mild”'],
  ['a second category that is the first', 'category: cold, also: cold, feedback: So so.', [], 'cannot be the other one as well'],
])('finds %s that cannot be', (_, rest, path, sentence) => {
  expect(unknownCategory(courseWith(round(`{ id: d, text: Snow, ${rest} }`)))).toEqual([
    { file: lessonFile, path: ['activities', 0, 'cards', 3, ...path], sentence: expect.stringContaining(sentence) },
  ])
})
