import { rm } from 'node:fs/promises'
import { afterEach, describe, expect, it } from 'vitest'
import {
  courseFiles,
  courseWith,
  lessonFile,
  lockOf,
  moduleFile,
  questionsFile,
  replace,
  scenarioFile,
  walkthroughsFile,
  writeContent,
} from '#lib/testing/course-fixture.ts'
import { findLesson, readCourse } from './load-course.ts'

const lock = { 'lock.json': lockOf(courseWith()) }
const folders: string[] = []
async function read(edit: Parameters<typeof courseFiles>[0] = {}) {
  const folder = await writeContent(courseFiles({ ...lock, ...edit }))
  folders.push(folder)
  return readCourse(folder)
}
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

describe('reading the course', () => {
  it('finds lessons by their slugs', async () => {
    const { course, problems } = await read()
    expect(problems).toEqual([])
    expect(findLesson(course!, 'first', 'one')).toMatchObject({ index: 0, lesson: { matter: { title: 'One' } } })
    expect(findLesson(course!, 'first', 'two')).toBeUndefined()
    expect(findLesson(course!, 'second', 'one')).toBeUndefined()
  })

  it('lists problems of shape and of rules together, by file and line, and throws nothing', async () => {
    const { problems } = await read({
      [lessonFile]: (text) => replace('id="cluster"', 'id="clutter"')(replace('right: true', 'right: false')(text)),
      [moduleFile]: replace('[C-TW-L1-1]', '[C-TW-L1-9]'),
      [questionsFile]: replace('key: red', 'key: pink'),
    })
    expect(
      problems.filter(({ file }) => file !== 'lock.json' && file !== 'migrations.yaml').map(({ file, line, path }) => [file, line, path]),
    ).toEqual(
      [
        [lessonFile, 11, 'activities.0.options'],
        [lessonFile, 18, undefined],
        [moduleFile, 8, 'competencies.0'],
        [questionsFile, 9, '0.key'],
      ].sort((a, b) => String(a[0]).localeCompare(String(b[0])) || Number(a[1]) - Number(b[1])),
    )
  })

  it('reports an empty folder rather than failing', async () => {
    const folder = await writeContent(new Map([['course.yaml', '']]))
    folders.push(folder)
    const { course, problems } = await readCourse(folder)
    expect(course).toBeUndefined()
    expect(problems.map(({ file }) => file)).toEqual(['competencies.yaml', 'course.yaml', 'facts.yaml', 'glossary.yaml'])
  })
})

describe('a file that cannot be read', () => {
  it.each(['glossary.yaml', 'facts.yaml', moduleFile, lessonFile, questionsFile, scenarioFile, walkthroughsFile])(
    'is one problem: what the others miss without it is not told (%s)',
    async (file) => {
      const released = { 'lock.json': lockOf(courseWith()) }
      expect((await read(released)).problems).toEqual([])
      const broken = file.endsWith('.mdx') ? (text: string) => text.replace('id:', ' id:') : '\n- [never closed\n'
      const { problems } = await read({ ...released, [file]: broken })
      expect(problems).toEqual([expect.objectContaining({ file, line: expect.any(Number) })])
    },
  )

  it('does not hide what is wrong in one place of another', async () => {
    const { problems } = await read({
      [questionsFile]: replace('key: red', 'key: pink'),
      [lessonFile]: replace('right: true', 'right: false'),
    })
    expect(problems.map(({ file }) => file)).toEqual([lessonFile, questionsFile])
  })
})
