import { expect, it } from 'vitest'
import { courseWith, lessonFile, replace } from '#lib/testing/course-fixture.ts'
import { recallKeywords } from './recall-keywords.ts'

/** The fixture's lesson with a recall in it. */
const withPoint = (text: string, keywords: string, answer: string) =>
  courseWith({
    [lessonFile]: replace(
      'activities:\n',
      `activities:\n  - kind: recall\n    id: recall\n    title: What?\n    points: [{ id: meet, text: ${text}, keywords: ${keywords} }]\n    answer: ${answer}\n`,
    ),
  })

it('passes keywords that stand in the point and in the answer', () => {
  expect(recallKeywords(withPoint('knowing how to meet people', '[[meet, encounter]]', 'You meet people.'))).toEqual([])
})

it.each([
  ['the point does not have', 'knowing how to greet', '[meet]', 'You meet people.', 'are not in its own text'],
  ['the answer does not have', 'knowing how to meet', '[meet]', 'You greet people.', 'does not name “meet”'],
  ['the point has only one of', 'knowing how to meet', '[meet, people]', 'You meet people.', 'are not in its own text'],
])('finds a keyword that %s', (_, text, keywords, answer, sentence) => {
  expect(recallKeywords(withPoint(text, keywords, answer))).toEqual([
    { file: lessonFile, path: ['activities', 0, 'points', 0, 'keywords'], sentence: expect.stringContaining(sentence) },
  ])
})
