/**
 * A first day as an author, on a copy of the real content: a lesson and an item are made by the command and written, then
 * five slips. Each is explained, by the check and in the page alike, and nothing else is reported.
 */
import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compileLesson } from '#lib/course/compile-lesson.ts'
import { contentFolder, findLesson, loadDraft, readCourse } from '#lib/course/load-course.ts'
import { isForRelease, isUnwritten, type Problem } from '#lib/course/problem.ts'

const lesson = 'modules/networking/lessons/second-coffee.mdx'
const bank = 'modules/networking/questions.yaml'
const run = promisify(execFile)

let folder = ''
/** what the author has written, by file */
const texts = new Map<string, string>()
let item = ''

const contentNew = (...words: string[]) => run(process.execPath, ['lib/command/content-new.ts', ...words, '--content', folder])
const read = (file: string) => readFile(join(folder, file), 'utf8')
const write = (file: string, text: string) => writeFile(join(folder, file), text)
const beforeRelease = (problems: readonly Problem[]) => problems.filter((problem) => !isForRelease(problem))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'author-'))
  await cp(contentFolder(), folder, { recursive: true })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('an author', { timeout: 60_000 }, () => {
  it('is given a lesson and an item, and told what is still to be written, each place with its line', async () => {
    const made = await contentNew('lesson', 'networking', 'second-coffee', '--title', 'The second coffee', '--objective', 'M3.O1')
    expect(made.stdout).toContain(`Made    content/${lesson}`)
    expect(made.stdout).toContain('/modules/networking/lessons/second-coffee')
    expect(made.stdout).toMatch(/second-coffee\.mdx:\d+ \(summary\)\n {4}Still to be written: replace this text/)
    item = (await contentNew('item', 'networking', 'single', '--objective', 'M3.O1')).stdout.match(/M3-Q\d+/)![0]
    expect(await read(bank)).toContain(`- id: ${item} `)
    const open = beforeRelease((await readCourse(folder)).problems)
    expect(open.filter((problem) => !isUnwritten(problem))).toEqual([])
    expect(new Set(open.map(({ file }) => file))).toEqual(new Set([lesson, bank]))
  })

  it('cannot make the same lesson twice', async () => {
    const before = await read(lesson)
    await expect(contentNew('lesson', 'networking', 'second-coffee')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('has a lesson “second-coffee” already: choose another name'),
    })
    expect(await read(lesson)).toBe(before)
  })

  it('writes them, and the check is content, but for the release', async () => {
    for (const file of [lesson, bank]) {
      texts.set(file, (await read(file)).replaceAll('✎ ', '').replaceAll('to-name-', 'way-'))
      await write(file, texts.get(file)!)
    }
    const { course, problems } = await readCourse(folder)
    expect(beforeRelease(problems)).toEqual([])
    // what is new waits for content:release, which is said, too
    expect(problems.map(({ file }) => file)).toContain('lock.json')
    await compileLesson(findLesson(course!, 'networking', 'second-coffee')!.lesson)
    expect((await loadDraft('en', folder)).shown.modules.get('networking')!.items.map(({ id }) => id)).toContain(item)
  })

  const feedback = '        feedback: Why this fits.\n'
  const slips: [what: string, file: string, from: string, to: string, at: string, explained: RegExp][] = [
    [
      'a term that the glossary does not have',
      lesson,
      'Two or three short',
      '<Term id="cofee">Coffee</Term> in short',
      '<Term id="cofee">',
      /no term “cofee”: add it there, or correct the id/,
    ],
    ['an option without feedback', lesson, feedback, '', '- id: way-1', /“feedback” is missing: add it \(a text\)/],
    [
      'an activity that the text does not show',
      lesson,
      '<Activity id="recall" />\n',
      '',
      '- kind: recall',
      /put <Activity id="recall" \/> where it belongs, or take it out/,
    ],
    [
      'a line that stands too far to the left',
      lesson,
      '    title: What do you',
      '   title: What do you',
      'title: What do you',
      /begins too far to the left or to the right: give it as many spaces as the lines of the same/,
    ],
    ['an id that another item has', bank, 'THE ITEM', 'M3-Q01 ', 'M3-Q01 ', /“M3-Q01” is used twice|used twice.*next free number/],
  ]
  it.each(slips)('is told of %s: where, and what to do', async (_, file, from, to, at, explained) => {
    const whole = texts.get(file)!
    const old = from === 'THE ITEM' ? `${item} ` : from
    expect(whole).toContain(old)
    const slipped = whole.replace(old, to)
    await write(file, slipped)
    const problem = {
      file,
      line: slipped.slice(0, slipped.lastIndexOf(at)).split('\n').length,
      sentence: expect.stringMatching(explained),
    }
    expect(beforeRelease((await readCourse(folder)).problems)).toEqual([expect.objectContaining(problem)])
    const draft = await loadDraft('en', folder)
    expect(beforeRelease(draft.problems())).toEqual([expect.objectContaining(problem)])
    // the page stays: as it is, or as it last could be read
    expect(findLesson(draft.shown, 'networking', 'second-coffee')?.lesson.matter.title).toBe('The second coffee')

    await write(file, whole)
    expect(beforeRelease((await loadDraft('en', folder)).problems())).toEqual([])
  })
})
