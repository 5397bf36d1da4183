import { describe, expect, it } from 'vitest'
import {
  courseFiles,
  courseWith,
  lessonFile,
  lockOf,
  moduleFile,
  questionsFile,
  replace,
  scenarioFile,
} from '#lib/testing/course-fixture.ts'
import { lockAfter, lockedNow, publishedIds } from './published-ids.ts'

const published = lockOf(courseWith())
type Edit = Parameters<typeof courseWith>[0]
const later = (edit: Edit = {}) => courseWith({ 'lock.json': published, ...edit })
const sentences = (edit: Edit) => publishedIds(later(edit)).map((problem) => problem.sentence)
/** what is to be said, without the reminder that all of it is to be released */
const unsaid = (edit: Edit) => publishedIds(later(edit)).flatMap(({ file, sentence }) => (file === 'lock.json' ? [] : [sentence]))

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
        'first/scenario',
        'first/scenario/meters/trust',
        'first/scenario/skills/asking',
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
    expect(publishedIds(courseWith())).toEqual([{ file: 'lock.json', sentence: expect.stringContaining('run npm run content:release') }])
  })

  it('may not disappear without a word; parts go with the whole', () => {
    const found = unsaid({ [questionsFile]: (text) => text.slice(0, text.indexOf('- id: M1-Q03')) })
    expect(found).toEqual([expect.stringContaining('“first/quiz/M1-Q03” was published and is gone, with 3 parts')])
  })

  it('may not change without a word; only the piece that changed is named', () => {
    expect(unsaid(rewordOption)).toEqual([expect.stringContaining('“first/quiz/M1-Q01/red” has changed')])
    expect(unsaid({ [scenarioFile]: replace('It is open.', 'It is wide open.') })).toEqual([
      expect.stringContaining('“first/scenario/sc1-e1”'),
    ])
    expect(unsaid({ [scenarioFile]: replace('start: 2, min: 0', 'start: 1, min: 0') })).toEqual([
      expect.stringContaining('“first/scenario/meters/trust”'),
    ])
  })

  it('may change what no learner sees: the list line of a lesson, the facts it rests on, how hard an item is', () => {
    expect(sentences({ [lessonFile]: replace('summary: The first lesson.', 'summary: The very first lesson.') })).toEqual([])
    expect(sentences({ [questionsFile]: replace('difficulty: easy', 'difficulty: medium') })).toEqual([])
  })

  it('may be reworded with an entry for exactly this wording; then it waits for its release', () => {
    const now = lockedNow(later(rewordOption))
    const reworded = entry(`kind: reworded, id: first/quiz/M1-Q01/red, hash: "${now['first/quiz/M1-Q01/red']}"`)
    const explained = { ...rewordOption, 'migrations.yaml': reworded }
    expect(sentences(explained)).toEqual([expect.stringContaining('has changed since its last release')])
    const released = JSON.stringify(lockAfter(later(explained), '2026-11-22'))
    expect(publishedIds(courseWith({ ...explained, 'lock.json': released }))).toEqual([])
    expect(unsaid({ [questionsFile]: replace('The red one', 'The dark red one'), 'migrations.yaml': reworded })).toHaveLength(1)
  })

  it('may be retired, or moved to an id that exists', () => {
    const gone = { [lessonFile]: replace('id: that, text', 'id: those, text') }
    const say = (fields: string) => unsaid({ ...gone, 'migrations.yaml': entry(fields) })
    const id = 'id: first/lessons/one/which/that'
    expect(say(`kind: retired, ${id}`)).toEqual([])
    expect(say(`kind: moved, ${id}, to: first/lessons/one/which/those`)).toEqual([])
    expect(say(`kind: moved, ${id}, to: first/lessons/one/which/nobody`)).toEqual([expect.stringContaining('to move to')])
    expect(say(`kind: moved, ${id}, to: first/lessons/one`)).toEqual([expect.stringContaining('not the same kind')])
    expect(say(`kind: moved, ${id}, to: second/lessons/one/which/those`)).toEqual([expect.stringContaining('to move to')])
  })

  it('may be retired with their parts, but not with only some of them', () => {
    const gone = { [questionsFile]: (text: string) => text.slice(0, text.indexOf('- id: M1-Q03')) }
    const say = (parts: string) => unsaid({ ...gone, 'migrations.yaml': entry(`kind: retired, id: first/quiz/M1-Q03, parts: ${parts}`) })
    expect(say('[red, blue, green]')).toEqual([])
    expect(say('[red, blue]')).toEqual([expect.stringContaining('“first/quiz/M1-Q03/green” was published and is gone')])
  })

  it('do not move in a circle, to another module, or to two places', () => {
    const gone = {
      [moduleFile]: replace('M1.O1, text', 'M1.O2, text'),
      [lessonFile]: replace('M1.O1', 'M1.O2'),
      [questionsFile]: (text: string) => text.replaceAll('M1.O1', 'M1.O2'),
    }
    const say = (...entries: string[]) => unsaid({ ...gone, 'migrations.yaml': entries.map(entry).join('') })
    const O1 = 'kind: moved, id: first/objectives/M1.O1'
    expect(say(`${O1}, to: first/objectives/M1.O2`)).toEqual([])
    expect(say(`${O1}, to: first/objectives/M1.O9`, 'kind: moved, id: first/objectives/M1.O9, to: first/objectives/M1.O1')).toEqual([
      expect.stringContaining('in a circle'),
      expect.stringContaining('in a circle'),
    ])
    expect(say(`${O1}, to: second/objectives/M1.O2`)).toEqual([expect.stringContaining('another module')])
    expect(say(`${O1}, to: first/objectives/M1.O2`, 'kind: retired, id: first/objectives/M1.O1')).toEqual([
      expect.stringContaining('two entries'),
    ])
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

describe('the lock of the next release', () => {
  it('counts, and remembers what each scenario was in the releases before', () => {
    const changed = { [scenarioFile]: replace('It is open.', 'It is wide open.') }
    const first = later()
    const second = lockAfter(later(changed), '2026-11-22')
    expect(second).toMatchObject({ release: 2, date: '2026-11-22' })
    expect(second.scenarios['first']).toEqual([
      first.lock.scenarios['first']![0],
      later(changed).modules.get('first')!.fingerprints['first/scenario'],
    ])
    // and back again: each once, today's last
    const third = lockAfter(courseWith({ 'lock.json': JSON.stringify(second) }), '2026-11-23')
    expect(third.scenarios['first']).toEqual([second.scenarios['first']![1], second.scenarios['first']![0]])
  })
})
