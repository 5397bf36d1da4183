import { describe, expect, it } from 'vitest'
import { courseFiles, lessonFile, lockOf, moduleFile, questionsFile, replace } from '#lib/testing/course-fixture.ts'
import { assembleCourse } from './assemble-course.ts'
import { checkCourse } from './check-course.ts'
import type { Lock } from './schema.ts'

const problemsOf = (edit: Parameters<typeof courseFiles>[0]) => assembleCourse(courseFiles(edit)).problems

describe('assembling a course', () => {
  it('finds no problem, of shape or of rule, in the small course', () => {
    const { course, problems } = assembleCourse(courseFiles())
    expect(problems).toEqual([])
    const locked = { ...course!, lock: JSON.parse(lockOf(course!)) as Lock }
    expect(checkCourse(locked)).toEqual([])
  })

  it('leaves out modules that have no folder yet', () => {
    expect([...assembleCourse(courseFiles()).course!.modules.keys()]).toEqual(['first'])
  })

  it('gives the lesson its body, its place in the file and its minutes', () => {
    const lesson = assembleCourse(courseFiles()).course!.modules.get('first')!.lessons[0]!
    expect(lesson.body.trim().startsWith('<Case>')).toBe(true)
    expect(courseFiles().get(lessonFile)!.split('\n')[lesson.bodyLine]).toBe('<Case>')
    expect(lesson.minutes).toBe(1)
  })

  it('fingerprints everything a statement can be about', () => {
    expect(Object.keys(assembleCourse(courseFiles()).course!.modules.get('first')!.fingerprints).sort()).toEqual([
      'first',
      'first/guesses',
      'first/lessons/one',
      'first/lessons/one/which',
      'first/quiz',
      'first/quiz/M1-Q01',
      'first/quiz/M1-Q02',
      'first/quiz/M1-Q03',
      'first/reflection',
      'first/scenario',
      'first/scenario/sc1-n01',
      'first/task',
    ])
  })

  it.each([
    ['a missing key', questionsFile, '  key: red\n', '', '“key” is missing'],
    ['two keys where one is allowed', questionsFile, 'key: red', 'key: [red, blue]', '“key” takes one value, and here are 2'],
    ['a key that is no option', questionsFile, 'key: red', 'key: pink', 'must be the id of an option'],
    ['an option without feedback', questionsFile, ', feedback: Because of blue.', '', '“feedback” is missing'],
    ['an option without feedback in a lesson', lessonFile, ', feedback: It is not that.', '', '“feedback” is missing'],
    ['an item id that is used twice', questionsFile, 'M1-Q02', 'M1-Q01', 'used twice'],
    ['a field that is misspelt', moduleFile, 'purpose:', 'porpuse:', '“porpuse” is not known here'],
    ['a kind of activity that does not exist', lessonFile, 'kind: choice', 'kind: guess', '“kind” has a value that is not known'],
    ['a text where a number belongs', moduleFile, 'draw: 2', 'draw: two', '“draw” must be'],
    ['a list that is too short', moduleFile, 'lessons: [one] }', 'lessons: [] }', '“lessons” must have at least 1'],
    ['a YAML key that stands twice', moduleFile, 'purpose: To test.', 'purpose: To test.\npurpose: To rest.', 'stands here twice'],
    ['YAML that is not YAML', moduleFile, 'purpose: To test.', 'purpose: "To test.', 'never closed'],
    [
      'a lesson that is listed and not there',
      moduleFile,
      '\nlessons: [one]',
      '\nlessons: [one, two]',
      'listed in module.yaml and is not there',
    ],
    ['a lesson without front matter', lessonFile, '---\nid', 'id', 'begins with its front matter'],
    ['a text that is not MDX', lessonFile, '</Case>', '', 'The text cannot be read'],
  ])('reports %s', (_, file, from, to, sentence) => {
    const problems = problemsOf({ [file]: replace(from, to) })
    expect(problems.map((problem) => problem.sentence).join('\n')).toContain(sentence)
  })

  it('says on which line', () => {
    const problems = problemsOf({
      [questionsFile]: replace(', feedback: Because of blue.', ''),
      [lessonFile]: replace('feedback: It is not that.', 'feedback: ""'),
    })
    expect(problems.map(({ file, line, path }) => [file, line, path])).toEqual([
      [lessonFile, 13, 'activities.0.options.1.feedback'],
      [questionsFile, 8, '0.options.1.feedback'],
    ])
  })

  it('reports all problems of all files at once, and goes on with what is sound', () => {
    const { course, problems } = assembleCourse(
      courseFiles({
        'glossary.yaml': null,
        [questionsFile]: replace('key: red', 'key: pink'),
        [lessonFile]: replace('title: One', 'titel: One'),
      }),
    )
    expect(new Set(problems.map((problem) => problem.file))).toEqual(new Set(['glossary.yaml', questionsFile, lessonFile]))
    expect(course!.modules.get('first')!.scenario?.title).toBe('A story')
  })

  it('reports a file that no list names and a folder that the course does not know', () => {
    const problems = problemsOf({ 'modules/first/lessons/two.mdx': '---\n---\n', 'modules/third/module.yaml': 'id: M3' })
    expect(problems.map((problem) => problem.file)).toEqual(['modules/third/module.yaml', 'modules/first/lessons/two.mdx'])
  })

  it('takes the translation where there is one, and English where there is none', () => {
    const translated = courseFiles({ [`fr/${lessonFile}`]: courseFiles().get(lessonFile)!.replace('title: One', 'title: Un') })
    expect(assembleCourse(translated, 'fr').course!.modules.get('first')!.lessons[0]!.matter.title).toBe('Un')
    expect(assembleCourse(translated, 'en').course!.modules.get('first')!.lessons[0]!.matter.title).toBe('One')
    expect(assembleCourse(translated, 'fr').course!.modules.get('first')!.module.title).toBe('First')
  })
})
