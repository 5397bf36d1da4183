/**
 * A course as small as it can be and whole: one module, one lesson, one objective, one scenario, three items. It has no
 * problem of its own, so that a test which breaks one thing finds that one problem.
 */
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { assembleCourse } from '#lib/course/assemble-course.ts'
import type { LoadedCourse } from '#lib/course/loaded.ts'
import { lockAfter } from '#lib/course/rules/published-ids.ts'

export const lessonFile = 'modules/first/lessons/one.mdx'
export const moduleFile = 'modules/first/module.yaml'
export const questionsFile = 'modules/first/questions.yaml'
export const scenarioFile = 'modules/first/scenario.yaml'
export const walkthroughsFile = 'modules/first/walkthroughs.yaml'

const option = (id: string) => `{ id: ${id}, text: The ${id} one, feedback: Because of ${id}. }`
const item = (id: string, difficulty: string) => `- id: ${id}
  kind: single
  objective: M1.O1
  difficulty: ${difficulty}
  level: remember
  facts: [A1.1]
  stem: Which one?
  options: [${option('red')}, ${option('blue')}, ${option('green')}]
  key: red
`

const files: Record<string, string> = {
  'course.yaml': `
id: small-course
site: Small
title: A small course
promise: It is small.
summary: A course for tests.
version: 1.0.0
passMark: 0.75
outcomes: [Test a course]
modules:
  - { slug: first, number: 1, title: First, short: First, summary: The first one., motif: links }
  - { slug: second, number: 2, title: Second, short: Second, summary: Not written yet., motif: waves }
`,
  'glossary.yaml': `
cluster: { term: Cluster, definition: A group of organisations. }
`,
  'facts.yaml': `
A1.1: { mark: stated, text: A course can be tested. }
`,
  'competencies.yaml': `
title: A framework
owner: Somebody
edition: "2018"
newerEdition: None.
note: Paraphrased.
levelling: Own level.
elements:
  - { id: values, title: Values, definition: Principles., for: All, levels: [] }
  - { id: core, title: Core, definition: Skills., for: All, levels: [1, 2, 3] }
  - { id: managerial, title: Managerial, definition: More skills., for: Managers, levels: [2, 3] }
competencies:
  - id: C-TW
    element: core
    title: Teamwork
    definition: Works with others.
    indicators:
      - { id: C-TW-L1-1, level: 1, text: Forms relationships. }
      - { id: C-TW-L2-1, level: 2, text: Builds team spirit. }
`,
  'migrations.yaml': '[]',
  [moduleFile]: `
id: M1
title: First
summary: The first one.
purpose: To test.
objectives:
  - { id: M1.O1, text: test, level: remember, lessons: [one] }
competencies: [C-TW-L1-1]
facts: [A1.1]
guesses:
  kind: guesses
  id: guesses
  title: Two guesses
  questions:
    - { id: first, text: First?, options: [{ id: one, text: One, reply: Yes. }, { id: two, text: Two, reply: No. }] }
    - { id: second, text: Second?, options: [{ id: one, text: One, reply: Yes. }, { id: two, text: Two, reply: No. }] }
lessons: [one]
quiz: { draw: 2, difficulty: { easy: 1, medium: 1, hard: 0 }, practice: 0 }
reflection: { kind: reflection, id: reflection, title: Think, prompt: What now?, pointer: This. }
task: { kind: plan, id: task, title: Do, tasks: [{ id: do, text: Do it. }], example: { trigger: it rains, action: I go in } }
`,
  [lessonFile]: `---
id: M1.L1
title: One
summary: The first lesson.
objectives: [M1.O1]
facts: [A1.1]
activities:
  - kind: choice
    id: which
    title: Which one?
    options:
      - { id: this, text: This, right: true, verdict: Yes., feedback: It is this. }
      - { id: that, text: That, right: false, verdict: No., feedback: It is not that. }
---

<Case>

Somebody asks a <Term id="cluster">Cluster</Term>.

</Case>

## The heading

Text.

<Activity id="which" />
`,
  [scenarioFile]: `
id: SC1
title: A story
setting: Here
minutes: 3
people: []
start: sc1-n01
meters:
  - { id: trust, label: Trust, meaning: How much., start: 2, min: 0, max: 4, words: [{ from: 0, word: low }, { from: 3, word: high }] }
skills: [{ id: asking, label: Asking, idea: To ask. }]
scenes:
  - id: sc1-n01
    title: A door
    when: Now
    text: A door.
    choices:
      - { id: a, quality: strong, skill: asking, text: Knock., to: sc1-e1, effects: { trust: 1 }, reasons: { trust: you knocked. }, result: It opens., feedback: Good., facts: [A1.1] }
      - { id: b, quality: weak, skill: asking, text: Leave., to: sc1-e2, effects: { trust: -1 }, reasons: { trust: you left. }, result: Nothing., feedback: A pity., facts: [] }
routes: []
endings:
  - { id: sc1-e1, title: Open, good: true, text: It is open., debrief: You asked. }
  - { id: sc1-e2, title: Shut, good: false, text: It is shut., debrief: You did not ask. }
`,
  [walkthroughsFile]: `
- { name: Knock, choices: [sc1-n01 a], ending: sc1-e1, meters: { trust: 3 } }
- { name: Leave, choices: [sc1-n01 b], ending: sc1-e2, meters: { trust: 1 } }
`,
  [questionsFile]: item('M1-Q01', 'easy') + item('M1-Q02', 'medium') + item('M1-Q03', 'easy'),
}

type Edit = { [file: string]: string | null | ((text: string) => string) }

/** The files of the small course, with some of them changed (a function, or a new text) or taken away (null). */
export function courseFiles(edit: Edit = {}): Map<string, string> {
  const changed = new Map(Object.entries(files))
  for (const [file, change] of Object.entries(edit)) {
    if (change === null) changed.delete(file)
    else changed.set(file, typeof change === 'string' ? change : change(changed.get(file) ?? ''))
  }
  return changed
}

/** The same, assembled. @throws where the edit broke a shape: a rule sees only content whose shape is sound */
export function courseWith(edit: Edit = {}): LoadedCourse {
  const { course, problems } = assembleCourse(courseFiles(edit))
  if (!course || problems.length > 0) throw new Error(problems.map(({ file, path, sentence }) => `${file} ${path}: ${sentence}`).join('\n'))
  return course
}

/** The lock file that the course would have after its first release. */
export function lockOf(course: LoadedCourse): string {
  return JSON.stringify(lockAfter(course, '2026-11-21'))
}

/** An edit for `courseFiles`: one piece of text for another. @throws where it is not there, since the test would then test nothing */
export function replace(from: string, to: string): (text: string) => string {
  return (text) => {
    if (!text.includes(from)) throw new Error(`The fixture has no “${from}”.`)
    return text.replace(from, to)
  }
}

/** Writes files to a new directory and returns it. */
export async function writeContent(content: ReadonlyMap<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'content-'))
  for (const [file, text] of content) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), text)
  }
  return folder
}

/**
 * A place to start the server or a command in, with the small course, released: they look for the course where they are started, and to
 * read and check the whole one takes longer than most of what they are started for.
 * @returns a new directory
 */
export async function writePlace(): Promise<string> {
  const course = [...courseFiles({ 'lock.json': lockOf(courseWith()) })].map(([file, text]) => [join('content', file), text] as const)
  return writeContent(new Map([...course, ['package.json', await readFile(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')]]))
}
