import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { CourseInProgress } from '#lib/course/course-in-progress.ts'
import type { Problem } from '#lib/course/problem.ts'
import { defaultLocale } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'
import { courseFiles, courseWith, lessonFile, lockOf, questionsFile, replace } from '#lib/testing/course-fixture.ts'
import { ProblemList } from './problem-list.tsx'

const messages = messagesFor(defaultLocale).preview
const lock = { 'lock.json': lockOf(courseWith()) }

/** The list as a page shows it, in lines of plain text. */
function shown(problems: readonly Problem[]): string {
  const html = renderToStaticMarkup(<ProblemList problems={problems} messages={messages} locale={defaultLocale} />)
  return html
    .replace(/<code>|<\/code>/g, '')
    .replace(/<[^>]+>/g, '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replace(/\n+/g, '\n')
}

/** What stands above the pages after the author saved this edit of a sound course. */
function above(edit: Parameters<typeof courseFiles>[0]): string {
  const course = new CourseInProgress()
  expect(shown(course.read(courseFiles(lock)).problems())).toBe('')
  return shown(course.read(courseFiles({ ...lock, ...edit })).problems())
}

describe('the problems above a page', () => {
  it.each([
    [
      'a term that the glossary does not have',
      { [lessonFile]: replace('id="cluster"', 'id="clutter"') },
      'content/modules/first/lessons/one.mdx, line 18\nglossary.yaml has no term “clutter”: add it there, or correct the id.',
    ],
    [
      'an option without feedback',
      { [lessonFile]: replace(', feedback: It is not that.', '') },
      'content/modules/first/lessons/one.mdx, line 13\nactivities.0.options.1.feedback\n“feedback” is missing: add it (a text).',
    ],
    [
      'an activity that the text does not show',
      { [lessonFile]: replace('<Activity id="which" />', '') },
      'content/modules/first/lessons/one.mdx, line 8\nactivities.0\nThe text does not show this activity: put <Activity id="which" />',
    ],
    [
      'a line that stands too far to the left',
      { [lessonFile]: replace('    title: Which', '   title: Which') },
      'content/modules/first/lessons/one.mdx, line 10\nThis line begins too far to the left or to the right: give it as many spaces',
    ],
    [
      'an id that another item has',
      { [questionsFile]: replace('M1-Q02', 'M1-Q01') },
      'content/modules/first/questions.yaml, line 10\n1.id\n“id” must be its own: item id "M1-Q01" is used twice. Give this item the next free number.',
    ],
  ])('say of %s: which file, which line, what to do', (_, edit, text) => {
    const page = above(edit)
    expect(page).toContain('1 problem in the content')
    expect(page).toContain(text)
  })

  it('keep apart what is wrong, what is unwritten, and what a release settles; only what is wrong stands open', () => {
    const html = renderToStaticMarkup(
      <ProblemList
        problems={[
          { file: 'lock.json', sentence: 'One thing is not released.' },
          { file: lessonFile, line: 3, sentence: 'Still to be written: replace this text.' },
          { file: lessonFile, line: 4, sentence: '“title” is missing: add it.' },
        ]}
        messages={messages}
        locale={defaultLocale}
      />,
    )
    const groups = html.split('<details').slice(1)
    expect(groups.map((group) => group.startsWith(' open'))).toEqual([true, false, false])
    expect(groups[0]).toContain('“title” is missing')
    expect(groups[1]).toContain('1 place still to be written')
    expect(groups[2]).toContain('1 thing to settle before publishing')
  })

  it('are nothing at all where nothing is wrong', () => {
    expect(shown([])).toBe('')
  })
})
