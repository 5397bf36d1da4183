import { expect, it } from 'vitest'
import { courseWith, moduleFile, questionsFile, replace } from '#lib/testing/course-fixture.ts'
import { quizBlueprint } from './quiz-blueprint.ts'

const judgement = `- { id: M1-Q09, kind: sjt, objective: M1.O1, difficulty: easy, level: apply, facts: [A1.1], stem: What?, keyConfirmed: false,
    options: [{ id: wait, text: Wait., feedback: W. }, { id: ask, text: Ask., feedback: A. }, { id: leave, text: Leave., feedback: L. }] }\n`
const found = (quiz: string, edit = {}) =>
  quizBlueprint(courseWith({ [moduleFile]: replace('draw: 2, difficulty: { easy: 1, medium: 1, hard: 0 }, practice: 0', quiz), ...edit }))

it('passes a check that the bank can fill', () => {
  expect(quizBlueprint(courseWith())).toEqual([])
  expect(
    found('draw: 2, difficulty: { easy: 1, medium: 1, hard: 0 }, practice: 1', { [questionsFile]: (text: string) => text + judgement }),
  ).toEqual([])
})

it.each([
  [
    'too few items',
    'draw: 4, difficulty: { easy: 2, medium: 2, hard: 0 }, practice: 0',
    'draw',
    'draws 4 scored items, and questions.yaml has 3',
  ],
  [
    'too few for practice',
    'draw: 2, difficulty: { easy: 1, medium: 1, hard: 0 }, practice: 1',
    'practice',
    'adds 1 for practice, and questions.yaml has 0',
  ],
  ['difficulties that do not add up', 'draw: 2, difficulty: { easy: 1, medium: 1, hard: 1 }, practice: 0', 'difficulty', 'make 3 together'],
])('finds %s', (_, quiz, key, sentence) => {
  expect(found(quiz)).toEqual([{ file: moduleFile, path: ['quiz', key], sentence: expect.stringContaining(sentence) }])
})

it('does not count a judgement whose key nobody has confirmed', () => {
  expect(
    found('draw: 4, difficulty: { easy: 2, medium: 2, hard: 0 }, practice: 0', { [questionsFile]: (text: string) => text + judgement }),
  ).toHaveLength(1)
})

it('finds a draw too small to ask about each objective', () => {
  const quiz = 'draw: 1, difficulty: { easy: 1, medium: 0, hard: 0 }, practice: 0'
  const course = courseWith({
    [moduleFile]: (text) =>
      replace(
        'competencies:',
        '  - { id: M1.O2, text: rest, level: apply, lessons: [one] }\ncompetencies:',
      )(replace('draw: 2, difficulty: { easy: 1, medium: 1, hard: 0 }, practice: 0', quiz)(text)),
  })
  expect(quizBlueprint(course)).toEqual([{ file: moduleFile, path: ['quiz', 'draw'], sentence: expect.stringContaining('2 objectives') }])
})
