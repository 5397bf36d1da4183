/**
 * A course small enough to hold in one's head, for tests of the record and of progress:
 *
 *   networking  lessons hello (activity cards) and goodbye; task plan; items M3-Q01 (single) and M3-Q02;
 *               scenario: sc3-n01 a → sc3-n02, b → ending sc3-sad; sc3-n02 a → ending sc3-glad, b → ending sc3-sad
 *   listening   lesson hear; items; no scenario
 */
import type { CourseRules } from '#lib/progress/course-rules.ts'
import type { Replay, Taken } from '#lib/progress/outline.ts'
import { projectStatements } from '#lib/progress/store.ts'
import { knownObjects } from '#lib/statement/known-objects.ts'
import type { Statement } from '#lib/statement/schema.ts'
import type { CourseRecord } from '#lib/statement/store.ts'
import { uuid7 } from '#lib/statement/uuid7.ts'

export const smallOutline = [
  { slug: 'networking', lessons: ['hello', 'goodbye'], scenario: true, quiz: true },
  { slug: 'listening', lessons: ['hear'], scenario: false, quiz: true },
] as const

const story: Record<string, Record<string, string>> = {
  'sc3-n01': { a: 'sc3-n02', b: 'sc3-sad' },
  'sc3-n02': { a: 'sc3-glad', b: 'sc3-sad' },
}
export const smallReplay: Replay = (module, choices) => {
  const steps: Taken[] = []
  let at = 'sc3-n01'
  while (module === 'networking' && story[at]) {
    const taken = choices.find(({ scene, choice }) => scene === at && story[at]![choice])
    if (!taken) break
    steps.push(taken)
    at = story[at]![taken.choice]!
  }
  return { steps, ending: story[at] ? null : at }
}

export const smallRules: CourseRules = {
  outline: smallOutline,
  known: knownObjects({
    modules: [
      {
        slug: 'networking',
        lessons: [
          { slug: 'hello', activities: ['cards'] },
          { slug: 'goodbye', activities: [] },
        ],
        moduleActivities: ['plan'],
        scenes: Object.entries(story).map(([id, choices]) => ({ id, choices: Object.keys(choices) })),
        items: ['M3-Q01', 'M3-Q02'],
      },
      { slug: 'listening', lessons: [{ slug: 'hear', activities: [] }], moduleActivities: [], scenes: [], items: ['M7-Q01'] },
    ],
    former: ['networking/lessons/welcome'],
  }),
  shapeOf: (slug) => smallOutline.find((shape) => shape.slug === slug) ?? { slug, lessons: [], scenario: false, quiz: false },
  replay: smallReplay,
  currentId: (object) => (object === 'networking/lessons/welcome' ? 'networking/lessons/hello' : object),
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
