import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { lockAfter } from '#lib/course/rules/published-ids.ts'
import { courseFiles, courseWith, lessonFile, lockOf, questionsFile, replace, scenarioFile } from '#lib/testing/course-fixture.ts'
import type { Answer } from './answer.ts'
import { askAnswers } from './ask-answers.ts'
import { describeChanges } from './describe-changes.ts'
import { differencesOf, excerpt, reachOf } from './difference.ts'
import { type Given, planRelease } from './plan-release.ts'
import { readArguments } from './read-arguments.ts'
import { writeAll } from './release-store.ts'
import { readSnapshot, wordsOf, writeSnapshot } from './snapshot.ts'
import { withEntries } from './write-entries.ts'

type Edit = Parameters<typeof courseWith>[0]
const published = courseWith()
const before = wordsOf(published)
const given = (edit: Edit, words: Given['before'] = before): Given => ({
  course: courseWith({ 'lock.json': lockOf(published), ...edit }),
  before: words,
  migrationsText: '# Kept.\n[]\n',
  date: '2026-11-22',
})
const plan = (edit: Edit, answers: Answer[] = [], words: Given['before'] = before) => planRelease(given(edit, words), answers)
const told = (edit: Edit, answers: Answer[] = []) => {
  const { changes } = plan(edit, answers)
  return describeChanges(changes, { before, now: wordsOf(given(edit).course) })
}

const withoutLast = { [questionsFile]: (text: string) => text.slice(0, text.indexOf('- id: M1-Q03')) }
const reworded = { [lessonFile]: replace('feedback: It is this.', 'feedback: It is really this.') }
const otherKey = { [questionsFile]: replace('key: red', 'key: blue') }
const renamed = { [lessonFile]: (text: string) => text.replaceAll('id: which', 'id: choose').replace('id="which"', 'id="choose"') }

describe('what has changed', () => {
  it('is nothing in the same course', () => {
    expect(plan({})).toMatchObject({ changes: [], open: [], behind: false })
  })
  it('is told in words, where a learner meets it, with a few words around', () => {
    expect(told(reworded)).toBe(
      [
        'First · lesson “One”',
        '  other words: option or part “This” (first/lessons/one/which/this)',
        '      feedback',
        '        before: It is this.',
        '        now:    It is really this.',
      ].join('\n'),
    )
  })
  it.each<[string, Edit, string]>([
    ['an item that is gone, once, with its parts', withoutLast, 'removed: item “Which one?” (first/quiz/M1-Q03), with 3 parts'],
    ['another key as perhaps another meaning', otherKey, 'perhaps another meaning: item “Which one?” (first/quiz/M1-Q01)'],
    [
      'where a choice leads',
      { [scenarioFile]: replace('to: sc1-e2', 'to: sc1-e1') },
      'works in another way: choice “Leave.” (first/scenario/sc1-n01/b)',
    ],
    ['another name of the same', renamed, 'the same words now stand at first/lessons/one/choose'],
    [
      'what is new',
      { [scenarioFile]: replace('routes: []', 'routes: [{ id: sc1-r1, rules: [{ when: [], to: sc1-e1 }] }]') },
      'new: turning (first/scenario/sc1-r1)',
    ],
  ])('tells %s', (_, edit, sentence) => expect(told(edit)).toContain(sentence))
  it('tells the order of options', () => {
    const swap = {
      [lessonFile]: (text: string) => {
        const [one, other] = text.split('\n').filter((line) => line.startsWith('      - { id: th'))
        return text.replace(`${one}\n${other}`, `${other}\n${one}`)
      },
    }
    expect(told(swap)).toContain(
      'other order: what stands in “Which one?” (first/lessons/one/which)\n      before: this, that\n      now:    that, this',
    )
    expect(plan(swap).open).toEqual([])
  })
  it('can be told without the words of the last release', () => {
    expect(plan(reworded, [], null).changes).toMatchObject([{ id: 'first/lessons/one/which/this', kind: 'changed', differences: [] }])
  })
  it('is cut down to the words that differ', () => {
    const words = 'one two three four five six seven eight nine ten eleven twelve thirteen'
    expect(excerpt(words, words.replace('seven', 'SEVEN'))).toEqual({
      before: '… two three four five six seven eight nine ten eleven twelve …',
      after: '… two three four five six SEVEN eight nine ten eleven twelve …',
    })
    expect(differencesOf({ body: 'Same.\n\nOld.' }, { body: 'Same.\n\nNew.\n\nMore.' })).toEqual([
      { field: 'body', before: 'Old.', after: 'New.' },
      { field: 'body', before: null, after: 'More.' },
    ])
    expect(reachOf(differencesOf({ pairs: [{ left: 'a', right: 'b' }] }, { pairs: [{ left: 'a', right: 'c' }] }))).toBe('meaning')
  })
})

describe('a release', () => {
  it('waits until every removed and changed id is explained', () => {
    const waiting = plan({ ...withoutLast, ...reworded })
    expect(waiting.files).toBeNull()
    expect(waiting.open.map(({ id }) => id)).toEqual(['first/quiz/M1-Q03', 'first/lessons/one/which/this'])
    const ready = plan({ ...withoutLast, ...reworded }, [
      { kind: 'retired', id: 'first/quiz/M1-Q03', note: 'Too easy.' },
      { kind: 'reworded', id: null, note: 'Clearer.' },
    ])
    expect(ready.open).toEqual([])
    const files = new Map(ready.files)
    expect(files.get('migrations.yaml')).toMatch(/^# Kept\.\n- \{ kind: retired, /)
    expect(parse(files.get('migrations.yaml')!)).toMatchObject([
      {
        kind: 'retired',
        id: 'first/quiz/M1-Q03',
        date: '2026-11-22',
        note: 'Too easy.',
        parts: expect.arrayContaining(['red', 'blue', 'green']),
      },
      { kind: 'reworded', id: 'first/lessons/one/which/this', note: 'Clearer.' },
    ])
    expect(JSON.parse(files.get('lock.json')!)).toMatchObject({ release: 2, date: '2026-11-22' })
    // and with these three files nothing is left to say
    const next = courseWith({
      ...withoutLast,
      ...reworded,
      'lock.json': files.get('lock.json')!,
      'migrations.yaml': files.get('migrations.yaml')!,
    })
    const again = planRelease({ ...given({}), course: next, before: readSnapshot(files.get('released.jsonl')!, 2) }, [])
    expect(again).toMatchObject({ changes: [], open: [], behind: false })
  })
  it('moves a piece with its parts; what did not come along is asked for', () => {
    const moved: Answer = { kind: 'moved', id: 'first/lessons/one/which', to: 'first/lessons/one/choose', note: 'A better name.' }
    const body: Answer = { kind: 'reworded', id: null, note: 'The name stands in the text.' }
    expect(plan(renamed, [moved, body]).entries).toMatchObject([{ parts: ['that', 'this'] }, { id: 'first/lessons/one' }])
    const less = { [lessonFile]: (text: string) => renamed[lessonFile]!(text).replace('id: that, text', 'id: those, text') }
    const waiting = plan(less, [moved, body])
    expect(waiting.open.map(({ id }) => id)).toEqual(['first/lessons/one/which/that'])
    expect(plan(less, [moved, body, { kind: 'retired', id: 'first/lessons/one/which/that', note: 'Weak.' }]).files).not.toBeNull()
  })
  it('takes another key for the same meaning only when it is named', () => {
    expect(plan(otherKey, [{ kind: 'reworded', id: null, note: 'Clearer.' }]).open.map(({ id }) => id)).toEqual(['first/quiz/M1-Q01'])
    expect(plan(otherKey, [{ kind: 'reworded', id: 'first/quiz/M1-Q01', note: 'It was wrong.' }]).files).not.toBeNull()
  })
  it.each<[string, Edit, Answer, string]>([
    ['an id that never was', {}, { kind: 'retired', id: 'first/quiz/M1-Q77', note: 'x' }, 'there was none'],
    ['an id that is still there', {}, { kind: 'retired', id: 'first/quiz/M1-Q01', note: 'x' }, 'as it was in the last release'],
    ['a changed id as gone', reworded, { kind: 'retired', id: 'first/lessons/one/which/this', note: 'x' }, 'still there, with other words'],
    ['a gone id as reworded', withoutLast, { kind: 'reworded', id: 'first/quiz/M1-Q03', note: 'x' }, 'is gone, not reworded'],
    [
      'a move to nowhere',
      withoutLast,
      { kind: 'moved', id: 'first/quiz/M1-Q03', to: 'first/quiz/M1-Q09', note: 'x' },
      'no “first/quiz/M1-Q09” to move to',
    ],
    [
      'a move to another kind',
      withoutLast,
      { kind: 'moved', id: 'first/quiz/M1-Q03', to: 'first/lessons/one', note: 'x' },
      'not the same kind',
    ],
    ['a whole of which something is left', withoutLast, { kind: 'retired', id: 'first', note: 'x' }, 'as a whole is not retired'],
    ['no reason', withoutLast, { kind: 'retired', id: 'first/quiz/M1-Q03', note: ' ' }, 'A reason is missing'],
  ])('refuses %s', (_, edit, answer, sentence) => {
    const refused = plan(edit, [answer])
    expect(refused.problems.join('\n')).toContain(sentence)
    expect(refused).toMatchObject({ files: null, entries: [] })
  })
  it('refuses two words about one id', () => {
    const once: Answer = { kind: 'retired', id: 'first/quiz/M1-Q03', note: 'x' }
    expect(plan(withoutLast, [once, once]).problems.join()).toContain('answered twice')
  })
  it('does not read the words of another release', () => {
    const text = writeSnapshot(before, { release: 1, date: '2026-11-21' })
    expect(readSnapshot(text, 1)).toEqual({ modules: before.modules, pieces: JSON.parse(JSON.stringify(before.pieces)) })
    expect(readSnapshot(text, 2)).toBeNull()
    expect(readSnapshot('nothing of the kind', 1)).toBeNull()
  })
  it('is the first where there was none', () => {
    const course = courseWith()
    const first = planRelease({ course, before: null, migrationsText: '[]', date: '2026-11-21' }, [])
    expect(first).toMatchObject({ changes: [], open: [], release: 1, behind: true })
    expect(JSON.parse(new Map(first.files).get('lock.json')!)).toEqual(JSON.parse(JSON.stringify(lockAfter(course, '2026-11-21'))))
  })
})

describe('the words after the command', () => {
  it.each([
    [[], { ok: true, dryRun: false, answers: [] }],
    [['--dry-run'], { ok: true, dryRun: true, answers: [] }],
    [['--reworded', 'why'], { ok: true, dryRun: false, answers: [{ kind: 'reworded', id: null, note: 'why' }] }],
    [
      ['--reworded', 'a/b', 'why', '--retired', 'c', 'because'],
      {
        ok: true,
        dryRun: false,
        answers: [
          { kind: 'reworded', id: 'a/b', note: 'why' },
          { kind: 'retired', id: 'c', note: 'because' },
        ],
      },
    ],
    [['--moved', 'a', 'b', 'why'], { ok: true, dryRun: false, answers: [{ kind: 'moved', id: 'a', to: 'b', note: 'why' }] }],
    [['--moved', 'a', 'b'], { ok: false, problem: expect.stringContaining('old id, the new id and a reason') }],
    [['--retired', 'a'], { ok: false, problem: expect.stringContaining('an id and a reason') }],
    [['--reworded'], { ok: false, problem: expect.stringContaining('nothing stands after it') }],
    [['--dry-run', 'please'], { ok: false, problem: expect.stringContaining('stands alone') }],
    [['--force'], { ok: false, problem: expect.stringContaining('“--force” means nothing') }],
    [['clearer'], { ok: false, problem: expect.stringContaining('“clearer” means nothing') }],
  ])('%j', (words, expected) => expect(readArguments(words)).toEqual(expected))
})

describe('the conversation', () => {
  const talk = async (edit: Edit, typed: string[]) => {
    const heard: string[] = []
    const said = await askAnswers(
      (answers) => planRelease(given(edit), answers),
      [],
      async (question) => {
        heard.push(question)
        return typed.shift() ?? 'q'
      },
    )
    return { said, heard }
  }
  it('asks about each open id, offers the place that fits and the last reason', async () => {
    const { said } = await talk(renamed, ['m', '', 'A better name.', 'x', 'r', ''])
    expect(said).toEqual({
      answers: [
        { kind: 'moved', id: 'first/lessons/one/which', to: 'first/lessons/one/choose', note: 'A better name.' },
        { kind: 'reworded', id: 'first/lessons/one', note: 'A better name.' },
      ],
    })
  })
  it('says what does not fit and asks again', async () => {
    const { said, heard } = await talk(withoutLast, ['m', 'first/quiz/M1-Q09', 'Why not.', '', 't', 'Too easy.'])
    expect(heard.join()).toContain('There is no “first/quiz/M1-Q09” to move to')
    expect(said).toMatchObject({ answers: [{ kind: 'retired', note: 'Too easy.' }] })
  })
  it('ends with a new id where the meaning is another one', async () => {
    expect((await talk(reworded, ['o'])).said).toEqual({ stopped: expect.stringContaining('give it a new id') })
    expect((await talk(reworded, ['q'])).said).toEqual({ stopped: 'Stopped. Nothing was written.' })
  })
})

describe('the files', () => {
  it('keep the remarks of migrations.yaml, and ids and hashes as text', () => {
    const text = '# Oldest first.\n- { kind: retired, id: a/b, date: 2026-11-21, note: Old. } # remark\n'
    const written = withEntries(text, [{ kind: 'reworded', id: 'a/c', date: '2026-11-22', note: 'Yes: “clearer”', hash: '123456789012' }])
    expect(written.startsWith(text)).toBe(true)
    expect(parse(written)[1]).toEqual({ kind: 'reworded', id: 'a/c', date: '2026-11-22', note: 'Yes: “clearer”', hash: '123456789012' })
    expect(withEntries('', [{ kind: 'retired', id: 'a', date: '2026-11-22', note: 'x' }])).toContain('id: a')
  })
  it('are written all, or none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'release-'))
    await writeFile(join(folder, 'one'), 'before')
    await writeAll(folder, [
      ['one', 'after'],
      ['two', 'new'],
    ])
    expect([await readFile(join(folder, 'one'), 'utf8'), await readFile(join(folder, 'two'), 'utf8')]).toEqual(['after', 'new'])
    // a directory stands where the last one should go
    await mkdir(join(folder, 'three.new'))
    await expect(
      writeAll(folder, [
        ['one', 'again'],
        ['three', 'y'],
      ]),
    ).rejects.toThrow()
    // the second of the same name finds nothing to put in place: the first goes back
    await expect(
      writeAll(folder, [
        ['four', 'x'],
        ['one', 'again'],
        ['one', 'again'],
      ]),
    ).rejects.toThrow()
    expect(await readFile(join(folder, 'one'), 'utf8')).toBe('after')
    await expect(readFile(join(folder, 'four'))).rejects.toThrow('ENOENT')
    await expect(readFile(join(folder, 'one.new'))).rejects.toThrow('ENOENT')
  })
})

describe('npm run content:release', () => {
  const run = promisify(execFile)
  const command = new URL('../command/content-release.ts', import.meta.url).pathname
  /** in a folder of its own; @returns what it printed and its exit code */
  async function release(folder: string, ...words: string[]): Promise<{ said: string; code: number }> {
    const done = await run(process.execPath, ['--no-warnings', command, ...words], { cwd: folder }).catch((error) => error)
    return { said: String(done.stdout), code: done.code ?? 0 }
  }
  const write = async (folder: string, files: ReadonlyMap<string, string>) => {
    for (const [file, text] of files) {
      await mkdir(dirname(join(folder, 'content', file)), { recursive: true })
      await writeFile(join(folder, 'content', file), text)
    }
  }

  it('releases, refuses with a sentence, and writes all or nothing', { timeout: 60_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'release-'))
    const inContent = (file: string) => readFile(join(folder, 'content', file), 'utf8').catch(() => null)
    await write(folder, courseFiles())
    expect(await release(folder, '--dry-run')).toEqual({ said: expect.stringContaining('This would be release 1'), code: 0 })
    expect(await inContent('lock.json')).toBeNull()
    expect(await release(folder)).toEqual({ said: expect.stringContaining('Release 1 is written'), code: 0 })
    expect(await release(folder)).toEqual({ said: expect.stringContaining('Nothing has changed since release 1'), code: 0 })

    await write(folder, courseFiles({ ...withoutLast, ...reworded }))
    const before = await inContent('lock.json')
    const open = await release(folder)
    expect(open).toEqual({ said: expect.stringContaining('Release 2 waits for a word about these 2'), code: 1 })
    expect(open.said).toContain('now:    It is really this.')
    expect((await release(folder, '--retired', 'first/quiz/M1-Q99', 'Why.')).said).toContain('there was none in the last release')
    expect((await release(folder, '--moved', 'x')).code).toBe(1)
    expect([await inContent('lock.json'), await inContent('migrations.yaml')]).toEqual([before, '[]'])

    const said = ['--retired', 'first/quiz/M1-Q03', 'Too easy.', '--reworded', 'Clearer.']
    expect((await release(folder, ...said)).said).toContain('Release 2 is written, with 2 new entries')
    expect(parse((await inContent('migrations.yaml'))!)).toHaveLength(2)
    expect(JSON.parse((await inContent('lock.json'))!).release).toBe(2)

    await write(folder, courseFiles({ [questionsFile]: replace('key: red', 'key: purple') }))
    expect(await release(folder)).toEqual({ said: expect.stringContaining('Repair the content first'), code: 1 })
  })
})
