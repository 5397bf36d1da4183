/**
 * A course small enough to hold in one's head, for tests of the record and of progress:
 *
 *   networking  lessons hello (activity cards) and goodbye; task plan; items M3-Q01 (single) and M3-Q02;
 *               scenario: sc3-n01 a → sc3-n02, b → ending sc3-sad; sc3-n02 a → ending sc3-glad, b → ending sc3-sad
 *               (lesson hello was once called welcome)
 *   listening   lesson hear; items; no scenario
 */
import type { CourseRules } from '#lib/progress/course-rules.ts'
import type { ProgressOutline, RunsOf } from '#lib/progress/outline.ts'
import { playedRuns } from '#lib/progress/played-runs.ts'
import { projectStatements } from '#lib/progress/store.ts'
import type { Scenario } from '#lib/scenario/schema.ts'
import { knownObjects } from '#lib/statement/known-objects.ts'
import type { Statement } from '#lib/statement/schema.ts'
import type { CourseRecord } from '#lib/statement/store.ts'
import { uuid7 } from '#lib/statement/uuid7.ts'

const moved = { 'networking/lessons/welcome': 'networking/lessons/hello' }

export const smallOutline: ProgressOutline = [
  { slug: 'networking', lessons: ['hello', 'goodbye'], scenario: true, quiz: true, task: 'networking/plan', moved },
  { slug: 'listening', lessons: ['hear'], scenario: false, quiz: true, task: 'listening/plan' },
]

const meter = { id: 'trust', label: 'Trust', meaning: 'How far they trust you', start: 1, min: 0, max: 3 }
const choice = (id: string, to: string) => ({
  id,
  to,
  quality: 'mixed' as const,
  skill: 'listening',
  text: id,
  effects: { trust: 1 },
  reasons: { trust: 'you listened' },
  result: id,
  feedback: id,
  facts: [],
})
const scene = (id: string, ends: readonly [string, string]) => ({
  id,
  title: id,
  when: 'Monday',
  text: id,
  choices: [choice('a', ends[0]), choice('b', ends[1])],
})
const ending = (id: string, good: boolean) => ({ id, title: id, good, text: id, debrief: id })
export const smallScenario: Scenario = {
  id: 'SC3',
  title: 'Small',
  setting: 'A small office',
  minutes: 1,
  people: [],
  skills: [],
  start: 'sc3-n01',
  meters: [
    {
      ...meter,
      words: [
        { from: 0, word: 'low' },
        { from: 2, word: 'high' },
      ],
    },
  ],
  scenes: [scene('sc3-n01', ['sc3-n02', 'sc3-sad']), scene('sc3-n02', ['sc3-glad', 'sc3-sad'])],
  routes: [],
  endings: [ending('sc3-sad', false), ending('sc3-glad', true)],
}

export const smallRuns: RunsOf = (module, statements) =>
  module === 'networking' ? playedRuns(smallScenario, statements, 'networking/scenario', moved) : []

export const smallRules: CourseRules = {
  courseId: 'small-course',
  outline: smallOutline,
  known: knownObjects({
    course: 'small-course',
    modules: [
      {
        slug: 'networking',
        lessons: [
          { slug: 'hello', activities: ['cards'] },
          { slug: 'goodbye', activities: [] },
        ],
        moduleActivities: ['plan'],
        scenes: smallScenario.scenes.map(({ id, choices }) => ({ id, choices: choices.map((one) => one.id) })),
        items: ['M3-Q01', 'M3-Q02'],
      },
      { slug: 'listening', lessons: [{ slug: 'hear', activities: [] }], moduleActivities: [], scenes: [], items: ['M7-Q01'] },
    ],
    former: Object.keys(moved),
  }),
  shapeOf: (slug) =>
    smallOutline.find((shape) => shape.slug === slug) ?? { slug, lessons: [], scenario: false, quiz: false, task: `${slug}/` },
  runsOf: smallRuns,
  currentId: (object) => Object.entries(moved).find(([former]) => former === object)?.[1] ?? object,
  fingerprintOf: () => 'abcdefabcdef',
}

export const smallCourse: CourseRecord = {
  known: smallRules.known,
  project: (trx, actor, stored) => projectStatements(trx, actor, stored, smallRules),
}

export const someDay = Date.UTC(2026, 10, 21, 9)
let made = 0

/** A statement with only what matters; ids rise in the order of the calls. */
export function statement(given: Partial<Statement> & Pick<Statement, 'verb' | 'object'>): Statement {
  const n = ++made
  return { id: idAt(n), contentHash: '0123456789ab', at: someDay + n, ...given }
}

/** A valid UUIDv7; equal numbers give equal ids, larger ones sort later. */
export function idAt(n: number): string {
  return uuid7(someDay + n, new Uint8Array([0, 0, 0, 0, 0, 0, n >>> 24, n >>> 16, n >>> 8, n]))
}
