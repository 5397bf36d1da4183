/** An author at work on a copy of the whole course: makes a lesson and an item, writes them, slips, reads what the page says, repairs it. */
import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { watchContent } from '#lib/course/changes-store.ts'
import { loadDraft } from '#lib/course/load-course.ts'
import { isForRelease, isUnwritten, type Problem } from '#lib/course/problem.ts'
import preview from '#lib/message/en/preview.json'
import { ProblemList } from './problem-list.tsx'

const root = join(import.meta.dirname, '../..')
const lesson = 'modules/networking/lessons/write-it-down.mdx'
const bank = 'modules/networking/questions.yaml'
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'author-'))
  await cp(join(root, 'content'), folder, { recursive: true })
})
afterAll(() => rm(folder, { recursive: true }))

const text = (file: string) => readFile(join(folder, file), 'utf8')
async function edit(file: string, change: (before: string) => string) {
  const before = await text(file)
  const after = change(before)
  expect(after, 'the edit changes something').not.toBe(before)
  await writeFile(join(folder, file), after)
}
/** What stands in a new file, as if it had been written. */
const written = (made: string) => made.replaceAll('✎ ', '').replaceAll('to-name-', 'way-')
const instead = (from: string, to: string) => (before: string) => {
  expect(before).toContain(from)
  return before.replace(from, to)
}
const lineOf = async (file: string, part: string) => (await text(file)).split('\n').findIndex((line) => line.includes(part)) + 1

/** Does something with a file and puts it back, also where the test fails. */
async function puttingBack(files: readonly string[], work: () => Promise<void>) {
  const before = await Promise.all(files.map(text))
  try {
    await work()
  } finally {
    for (const [at, file] of files.entries()) await writeFile(join(folder, file), before[at] ?? '')
  }
  expect(await problemsNow()).toEqual([])
}

async function problemsNow(): Promise<readonly Problem[]> {
  return (await loadDraft('en', folder)).problems().filter((problem) => !isForRelease(problem))
}
/** The list above the page, as words. */
async function listNow(): Promise<string> {
  const html = renderToStaticMarkup(<ProblemList problems={(await loadDraft('en', folder)).problems()} messages={preview} locale="en" />)
  return html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')
}

function make(...words: string[]) {
  const command = [join(root, 'lib/command/content-new.ts'), ...words, '--content', folder]
  return promisify(execFile)(process.execPath, command, { cwd: root }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, said: stderr }),
  )
}

// a command is a process of its own and reads the whole course
describe('an author', { timeout: 60_000 }, () => {
  it('makes a lesson, which is valid at once, and is told what is still to be written', async () => {
    const { code, said } = await make(
      'lesson',
      'networking',
      'write-it-down',
      '--title',
      'Write it down',
      '--after',
      'with-a-plan',
      '--objective',
      'M3.O4',
    )
    expect(code).toBe(0)
    expect(said).toContain(`Made    content/${lesson}`)
    expect(said).toContain('/modules/networking/lessons/write-it-down')
    const problems = await problemsNow()
    expect(problems.length).toBeGreaterThan(10)
    expect(problems.filter((problem) => !isUnwritten(problem) || problem.file !== lesson)).toEqual([])
    for (const { line } of problems) expect(said).toContain(`content/${lesson}:${line}`)
    const { shown } = await loadDraft('en', folder)
    expect(
      shown.modules
        .get('networking')!
        .lessons.map(({ slug }) => slug)
        .indexOf('write-it-down'),
    ).toBe(3)
    expect(await listNow()).toContain(`${problems.length} places still to be written`)
  })

  it('makes an item, and is refused a name that is taken, with a sentence', async () => {
    expect((await make('item', 'networking', 'single', '--objective', 'M3.O4')).said).toContain(`Changed content/${bank}`)
    const { code, said } = await make('lesson', 'networking', 'write-it-down')
    expect(code).toBe(1)
    expect(said.trim()).toBe('The module has a lesson “write-it-down” already: choose another name.')
  })

  it('has written both, and nothing is wrong', async () => {
    await edit(lesson, written)
    await edit(bank, written)
    expect(await problemsNow()).toEqual([])
  })

  it.each([
    [
      'a term that nobody explains',
      lesson,
      'Somebody in a',
      'A <Term id="cordinator">coordinator</Term> in a',
      'cordinator',
      'glossary.yaml has no term “cordinator”: add it there, or correct the id.',
    ],
    [
      'an option without feedback',
      lesson,
      '        feedback: Why this fits.\n',
      '',
      'id: way-1',
      '“feedback” is missing: add it (a text).',
    ],
    [
      'an activity that the text never shows',
      lesson,
      '<Activity id="try-it" />\n',
      '',
      '- kind: choice',
      'The text does not show this activity: put <Activity id="try-it" /> where it belongs, or take it out.',
    ],
    [
      'a line that begins too far to the right',
      lesson,
      '    title: A question',
      '      title: A question',
      '      title: A question',
      'This line begins too far to the left or to the right: give it as many spaces as the lines of the same list or group.',
    ],
    [
      'an item id that is taken',
      bank,
      '- id: M3-Q14',
      '- id: M3-Q02',
      '- id: M3-Q02 #',
      'item id "M3-Q02" is used twice. Give this item the next free number.',
    ],
    [
      'a text with a colon',
      lesson,
      'summary: One line',
      'summary: One thing: one line',
      'summary:',
      'put a text with a colon in it in "quotes"',
    ],
    ['a piece that does not exist', lesson, '<Idea>', '<Ideas>', '<Ideas>', 'The text cannot be read'],
    ['a key that is no option', bank, '  key: way-1', '  key: way-9', 'key: way-9', '“key” must be the id of an option.'],
  ])('slips: %s. The page says where and what to do, and still shows the lesson', async (_, file, from, to, at, sentence) => {
    await puttingBack([file], async () => {
      await edit(file, instead(from, to))
      const problems = await problemsNow()
      expect(problems.map((problem) => problem.file)).toEqual([file])
      const said = await listNow()
      expect(said).toContain('1 problem in the content')
      expect(said).toContain(`content/${file}, line ${problems[0]!.line}`)
      expect(said).toContain(sentence)
      expect(said).not.toMatch(/\bat .*\.tsx?:\d|Error:/)
      // a text is broken where its parser gives up, which is behind the slip
      if (sentence !== 'The text cannot be read') expect(problems[0]!.line).toBe(await lineOf(file, at))
      const { shown } = await loadDraft('en', folder)
      expect(shown.modules.get('networking')!.lessons.find(({ slug }) => slug === 'write-it-down')!.body).toContain('in a situation')
      expect(shown.modules.get('networking')!.items).toHaveLength(14)
    })
  })

  it('slips five times at once, and is told all five', async () => {
    await puttingBack([lesson, bank], async () => {
      await edit(lesson, instead('Somebody in a', '<Term id="nobody">x</Term> <Note kind="joke">y</Note> in a'))
      await edit(lesson, instead('<Activity id="try-it" />\n', ''))
      await edit(lesson, instead('objectives: [M3.O4]', 'objectives: [M3.O9]'))
      await edit(bank, instead('- id: M3-Q14', '- id: M4-Q14'))
      const said = await listNow()
      for (const part of ['“nobody”', '“joke”', 'try-it', '“M3.O9”', '“M4-Q14”']) expect(said).toContain(part)
    })
  })
})

it('a saved file is told of, once, however often the editor writes it', async () => {
  let told = 0
  const next = Promise.withResolvers<void>()
  const stop = watchContent(
    folder,
    () => {
      told += 1
      next.resolve()
    },
    400,
  )
  const before = await text(lesson)
  for (const more of ['one', 'two', 'three']) await writeFile(join(folder, lesson), `${before}\n${more}\n`)
  await next.promise
  stop()
  expect(told).toBe(1)
  expect((await loadDraft('en', folder)).shown.modules.get('networking')!.lessons[3]!.body).toContain('three')
})
