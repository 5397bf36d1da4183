import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { assembleCourse } from '#lib/course/assemble-course.ts'
import { checkCourse } from '#lib/course/check-course.ts'
import { isForRelease, isUnwritten } from '#lib/course/problem.ts'
import { courseFiles, moduleFile, questionsFile, replace, scenarioFile, walkthroughsFile } from '#lib/testing/course-fixture.ts'
import { itemKinds } from './item-text.ts'
import { type Made, makeNew, type Request } from './make-new.ts'

const fixture = (edit: Parameters<typeof courseFiles>[0] = {}) => courseFiles(edit)
const make = (request: Partial<Request>, edit?: Parameters<typeof courseFiles>[0]) =>
  makeNew(fixture(edit), { what: 'lesson', names: [], ...request })
const refusal = (made: Made) => (made.ok ? 'made' : made.sentence)

/** What the check says about the course with the new files in it, without what a release settles. */
function problemsWith(made: Made, edit?: Parameters<typeof courseFiles>[0]) {
  if (!made.ok) throw new Error(made.sentence)
  const { course, problems } = assembleCourse(new Map([...fixture(edit), ...made.files]))
  // the small course becomes whole with its second module, and teaches no tool
  const aboutTools = ({ sentence }: { sentence: string }) => sentence.startsWith('No lesson offers the tool')
  return [...problems, ...checkCourse(course!)].filter((problem) => !isForRelease(problem) && !aboutTools(problem))
}

const noScenario = { [scenarioFile]: null, [walkthroughsFile]: null }
const cases: [string, Partial<Request>, Parameters<typeof courseFiles>[0]][] = [
  ['a lesson', { what: 'lesson', names: ['first', 'two'] }, {}],
  ['a scenario', { what: 'scenario', names: ['first'] }, noScenario],
  ['a module that course.yaml lists', { what: 'module', names: ['second'] }, {}],
  ['a module of its own', { what: 'module', names: ['third'], title: 'Third: “the last”' }, {}],
  ['a term', { what: 'term', names: ['sitrep'] }, {}],
  ...itemKinds.map((kind): [string, Partial<Request>, Parameters<typeof courseFiles>[0]] => [
    `an item (${kind})`,
    { what: 'item', names: ['first', kind] },
    {},
  ]),
]

describe('what is new', () => {
  it.each(cases)('%s is whole: nothing is wrong but what is still to be written', (_, request, edit) => {
    const problems = problemsWith(make(request, edit), edit)
    expect(problems.filter((problem) => !isUnwritten(problem))).toEqual([])
    expect(problems.length).toBeGreaterThan(0)
  })

  it.each(cases)('%s leaves what was there as it was', (_, request, edit) => {
    const made = make(request, edit)
    if (!made.ok) throw new Error(made.sentence)
    for (const [file, text] of made.files) {
      const before = fixture(edit).get(file)
      // every line is still there, in its order; a line of a list may have grown
      const lines = text.split('\n')
      for (const line of (before ?? '')
        .trimEnd()
        .split('\n')
        .filter((one) => !one.includes('lessons'))) {
        expect(lines.slice(lines.indexOf(line)), `${file}: ${line}`).toContain(line)
      }
    }
  })

  it('stands in the order of the module, and its objective points to it', () => {
    const made = make({ names: ['first', 'zero'], title: 'Yes: and no', after: 'one' })
    if (!made.ok) throw new Error(made.sentence)
    const module = parse(made.files.get(moduleFile)!)
    expect(module.lessons).toEqual(['one', 'zero'])
    expect(module.objectives[0].lessons).toEqual(['one', 'zero'])
    const lesson = assembleCourse(new Map([...fixture(), ...made.files])).course!.modules.get('first')!.lessons[1]!
    expect(lesson.matter).toMatchObject({ id: 'M1.L2', title: 'Yes: and no', objectives: ['M1.O1'] })
  })

  it('never gets a number that was given before, even to an item that is gone', () => {
    const made = make(
      { what: 'item', names: ['first', 'single'] },
      {
        'migrations.yaml': '- { kind: retired, id: first/quiz/M1-Q07, date: 2026-11-22, note: Nobody chose it. }',
      },
    )
    if (!made.ok) throw new Error(made.sentence)
    expect(made.files.get(questionsFile)).toContain('- id: M1-Q08')
  })

  it.each([
    ['a kind of thing nobody knows', { what: 'chapter' }, {}, '“chapter” cannot be made'],
    ['a module nobody knows', { names: ['frist', 'two'] }, {}, 'no module “frist”'],
    ['no name', { names: ['first'] }, {}, 'Give the lesson a name'],
    ['a name with capitals and spaces', { names: ['first', 'Große Fragen?'] }, {}, 'such as “gro-e-fragen”'],
    ['a name that is taken', { names: ['first', 'one'] }, {}, 'has a lesson “one” already'],
    ['a place after nothing', { names: ['first', 'two'], after: 'three' }, {}, 'no lesson “three”'],
    ['an objective nobody knows', { names: ['first', 'two'], objective: 'M1.O9' }, {}, 'say one of M1.O1'],
    ['a kind of item nobody knows', { what: 'item', names: ['first', 'essay'] }, {}, 'one of single, multi'],
    ['a second scenario', { what: 'scenario', names: ['first'] }, {}, 'has a scenario already'],
    ['a term that is there', { what: 'term', names: ['cluster'] }, {}, 'already'],
    ['a module without a title', { what: 'module', names: ['third'] }, {}, '--title'],
    ['a course that cannot be read', { names: ['first', 'two'] }, { 'course.yaml': replace('site: Small\n', '') }, '“site” is missing'],
  ])('is refused for %s, with a sentence', (_, request, edit, sentence) => {
    expect(refusal(make(request, edit))).toContain(sentence)
  })
})
