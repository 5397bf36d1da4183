import { describe, expect, it } from 'vitest'
import { courseFiles, courseWith, lessonFile, lockOf, questionsFile, replace, scenarioFile } from '#lib/testing/course-fixture.ts'
import { lockedNow, publishedIds } from './published-ids.ts'

const published = lockOf(courseWith())
type Edit = Parameters<typeof courseWith>[0]
const later = (edit: Edit = {}) => courseWith({ 'lock.json': published, ...edit })
const sentences = (edit: Edit) => publishedIds(later(edit)).map((problem) => problem.sentence)

const rewordOption = { [questionsFile]: replace('The red one', 'The bright red one') }
const entry = (fields: string) => `- { date: 2026-11-21, note: Because., ${fields} }\n`

describe('the ids of the published course', () => {
  it('are those of lessons, activities, objectives, items, scenes, endings, and their parts', () => {
    expect(Object.keys(lockedNow(courseWith()))).toEqual(
      expect.arrayContaining([
        'first/lessons/one',
        'first/lessons/one/which',
        'first/lessons/one/which/this',
        'first/objectives/M1.O1',
        'first/quiz/M1-Q01',
        'first/quiz/M1-Q01/red',
        'first/scenario/sc1-n01',
        'first/scenario/sc1-n01/a',
        'first/scenario/sc1-e1',
        'first/guesses/first/one',
        'first/task/do',
      ]),
    )
  })

  it('may stay as they are', () => {
    expect(publishedIds(later())).toEqual([])
  })

  it('are all in the lock file', () => {
    expect(publishedIds(courseWith())).toEqual([{ file: 'lock.json', sentence: expect.stringContaining('run npm run content:lock') }])
  })

  it('may not disappear without a word', () => {
    const found = sentences({ [questionsFile]: (text) => text.slice(0, text.indexOf('- id: M1-Q03')) })
    expect(found).toHaveLength(4)
    expect(found[0]).toContain('“first/quiz/M1-Q03” was published and is gone')
  })

  it('may not change without a word; what contains the change has changed too', () => {
    expect(sentences(rewordOption)).toEqual([
      expect.stringContaining('“first/quiz/M1-Q01” has changed'),
      expect.stringContaining('“first/quiz/M1-Q01/red” has changed'),
    ])
    expect(sentences({ [scenarioFile]: replace('It is open.', 'It is wide open.') })).toEqual([
      expect.stringContaining('“first/scenario/sc1-e1”'),
    ])
  })

  it('may change what no learner sees: the list line of a lesson, the facts it rests on', () => {
    expect(sentences({ [lessonFile]: replace('summary: The first lesson.', 'summary: The very first lesson.') })).toEqual([])
  })

  it('may be reworded with an entry for exactly this wording', () => {
    const now = lockedNow(later(rewordOption))
    const entries = ['first/quiz/M1-Q01', 'first/quiz/M1-Q01/red']
      .map((id) => entry(`kind: reworded, id: ${id}, hash: "${now[id]}"`))
      .join('')
    expect(sentences({ ...rewordOption, 'migrations.yaml': entries })).toEqual([])
    expect(sentences({ [questionsFile]: replace('The red one', 'The dark red one'), 'migrations.yaml': entries })).toHaveLength(2)
  })

  it('may be retired, or moved to an id that exists', () => {
    const gone = { [lessonFile]: replace('id: that, text', 'id: those, text') }
    const lesson = entry(`kind: reworded, id: first/lessons/one, hash: "${lockedNow(later(gone))['first/lessons/one']}"`)
    const which = entry(`kind: reworded, id: first/lessons/one/which, hash: "${lockedNow(later(gone))['first/lessons/one/which']}"`)
    const say = (fields: string) =>
      sentences({ ...gone, 'migrations.yaml': lesson + which + entry(fields) }).filter((sentence) => !sentence.includes('content:lock'))
    const id = 'id: first/lessons/one/which/that'
    expect(say(`kind: retired, ${id}`)).toEqual([])
    expect(say(`kind: moved, ${id}, to: first/lessons/one/which/those`)).toEqual([])
    expect(say(`kind: moved, ${id}, to: first/lessons/one/which/nobody`)).toEqual([expect.stringContaining('to move to')])
  })

  it('are not retired while they are there', () => {
    expect(publishedIds(later({ 'migrations.yaml': entry('kind: retired, id: first/quiz/M1-Q01') }))).toEqual([
      { file: 'migrations.yaml', path: [0, 'id'], sentence: expect.stringContaining('still in the course') },
    ])
  })

  it('do not depend on the order in which an author writes the fields', () => {
    const swapped = courseFiles()
      .get(questionsFile)!
      .replace('  difficulty: easy\n  level: remember\n', '  level: remember\n  difficulty: easy\n')
    expect(publishedIds(later({ [questionsFile]: swapped }))).toEqual([])
  })
})
