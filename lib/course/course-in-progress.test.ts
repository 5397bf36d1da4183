import { describe, expect, it } from 'vitest'
import { courseFiles, lessonFile, moduleFile, questionsFile, replace, scenarioFile, walkthroughsFile } from '#lib/testing/course-fixture.ts'
import { CourseInProgress } from './course-in-progress.ts'
import { isForRelease } from './problem.ts'

type Edit = Parameters<typeof courseFiles>[0]
/** Reads the small course, then again after each edit; the last draft. */
function write(...edits: Edit[]) {
  const course = new CourseInProgress()
  course.read(courseFiles())
  const drafts = edits.map((edit) => course.read(courseFiles(edit)))
  const draft = drafts.at(-1)!
  const problems = draft.problems().filter((problem) => !isForRelease(problem))
  return { ...draft, problems, module: draft.shown.modules.get('first'), lesson: draft.shown.modules.get('first')?.lessons[0] }
}
/** The first reading there is: nothing to fall back on. */
function open(edit: Edit) {
  const draft = new CourseInProgress().read(courseFiles(edit))
  return { ...draft, problems: draft.problems().filter((problem) => !isForRelease(problem)), module: draft.shown.modules.get('first') }
}

describe('a course while somebody writes it', () => {
  it('shows what was written, and has no problem where there is none', () => {
    const { problems, lesson } = write({ [lessonFile]: replace('Text.', 'Other text.') })
    expect(problems).toEqual([])
    expect(lesson!.body).toContain('Other text.')
  })

  it.each([
    ['front matter', lessonFile, '    id: which', '   id: which'],
    ['module', moduleFile, 'purpose: To test.', 'purpose: "To test.'],
    ['item bank', questionsFile, 'key: red', 'key: pink'],
    ['scenario', scenarioFile, 'minutes: 3', 'minutes: three'],
    ['course', 'course.yaml', 'site: Small', 'sight: Small'],
    ['glossary', 'glossary.yaml', 'term: Cluster', 'trem: Cluster'],
  ])('shows a %s that cannot be read as it was before, and says only what is wrong with it', (_, file, from, to) => {
    const { problems, module, shown } = write({ [file]: replace(from, to) })
    expect(new Set(problems.map((problem) => problem.file))).toEqual(new Set([file]))
    expect(problems.every(({ line }) => line !== undefined)).toBe(true)
    expect(module!.lessons[0]!.matter.title).toBe('One')
    expect(module!.items).toHaveLength(3)
    expect(module!.scenario!.title).toBe('A story')
    expect(shown.course.site).toBe('Small')
  })

  it('shows the new text again as soon as it can be read', () => {
    const { problems, lesson } = write(
      { [lessonFile]: replace('title: One', 'title: [One') },
      { [lessonFile]: replace('title: One', 'title: Uno') },
    )
    expect(problems).toEqual([])
    expect(lesson!.matter.title).toBe('Uno')
  })

  it('keeps the text of before while the new one is not MDX, or holds code', () => {
    for (const text of ['<Idea>never closed', 'A {sum(1)} of code']) {
      const { problems, lesson } = write({ [lessonFile]: replace('Text.', 'Newer text.') }, { [lessonFile]: replace('Text.', text) })
      expect(problems).toHaveLength(1)
      expect(lesson!.body).toContain('Newer text.')
    }
  })

  it('opens with what there is: a lesson without its text, a module without its scenario', () => {
    expect(open({ [lessonFile]: replace('Text.', 'A {sum(1)} of code') }).module!.lessons[0]!.body).toBe('')
    expect(open({ [scenarioFile]: replace('to: sc1-e1', 'to: sc1-e9') }).module!.scenario).toBeNull()
    expect(open({ [lessonFile]: replace('title: One', 'title: [One') }).module!.lessons).toEqual([])
  })

  it('opens with a frame to show the problems in, where the course itself cannot be read', () => {
    const { shown, problems } = open({ 'course.yaml': replace('site: Small', 'sight: Small') })
    expect(shown.modules.size).toBe(0)
    expect(shown.course.title).not.toBe('')
    expect(problems.map(({ file }) => file)).toContain('course.yaml')
  })

  it('leaves out an activity that does not hold together, and keeps it in what is written', () => {
    const dead = {
      kind: 'flow',
      id: 'flow',
      title: 'Flow',
      steps: ['a', 'b', 'c', 'd'].map((id) => ({ id, who: id, text: id, short: id, without: id, hit: ['z'] })),
      back: 'b',
      closing: 'c',
    }
    const { lesson, written, problems } = write({
      [lessonFile]: (text) => `${replace('activities:\n', `activities:\n  - ${JSON.stringify(dead)}\n`)(text)}\n<Activity id="flow" />\n`,
    })
    expect(lesson!.matter.activities.map(({ id }) => id)).toEqual(['which'])
    expect(written.modules.get('first')!.lessons[0]!.matter.activities.map(({ id }) => id)).toEqual(['flow', 'which'])
    expect(problems).toHaveLength(4)
  })

  it('plays the last scenario whose names were right', () => {
    expect(write({ [scenarioFile]: replace('to: sc1-e1', 'to: sc1-e9') }).module!.scenario!.scenes[0]!.choices[0]!.to).toBe('sc1-e1')
  })

  it('forgets what was taken away', () => {
    expect(write({ [scenarioFile]: null, [walkthroughsFile]: null }).module!.scenario).toBeNull()
  })

  it('reads again only what has changed', () => {
    const course = new CourseInProgress()
    const before = course.read(courseFiles()).written
    const after = course.read(courseFiles({ 'glossary.yaml': replace('A group', 'A circle') })).written
    expect(after.glossary).not.toEqual(before.glossary)
    expect(after.modules.get('first')).toBe(before.modules.get('first'))
    const later = course.read(courseFiles({ [lessonFile]: replace('Text.', 'Other.') })).written
    expect(later.modules.get('first')!.scenario).toBe(before.modules.get('first')!.scenario)
    expect(later.modules.get('first')!.fingerprints).not.toEqual(before.modules.get('first')!.fingerprints)
  })
})
