/** Learners in every state of one release go on in the next, and nobody loses anything. */

import { join } from 'node:path'
import fc from 'fast-check'
import type { Kysely } from 'kysely'
import { describe, expect, inject, it } from 'vitest'
import { playLearner } from '#lib/command/play-learner.ts'
import { loadDraft } from '#lib/course/load-course.ts'
import type { LoadedCourse } from '#lib/course/loaded.ts'
import { publishedIds } from '#lib/course/rules/published-ids.ts'
import { objectId } from '#lib/course/schema.ts'
import { openDatabase } from '#lib/db/client.ts'
import type { Database } from '#lib/db/schema.ts'
import { courseRules } from '#lib/progress/course-rules.ts'
import { deriveModule, type ModuleProgress } from '#lib/progress/derive-progress.ts'
import { projectStatements, readProgress, rebuildProjections } from '#lib/progress/store.ts'
import { type Attempt, readAttempts } from '#lib/quiz/attempt.ts'
import { quizContentOf } from '#lib/quiz/content-of.ts'
import { finishAttempt, readAttempt, respond, startAttempt } from '#lib/quiz/store.ts'
import { draftChose, draftFinished, draftStarted } from '#lib/scenario/draft-statements.ts'
import { replayRun } from '#lib/scenario/run-scenario.ts'
import { selectRuns } from '#lib/scenario/select-runs.ts'
import type { Statement, StatementDraft } from '#lib/statement/schema.ts'
import { appendServerStatements, type CourseRecord, readStatements, storeStatements } from '#lib/statement/store.ts'
import {
  courseFiles,
  courseWith,
  lessonFile,
  moduleFile,
  questionsFile,
  replace,
  scenarioFile,
  walkthroughsFile,
} from '#lib/testing/course-fixture.ts'
import { describeDatabases } from '#lib/testing/databases.ts'
import { idAt, someDay } from '#lib/testing/small-course.ts'
import { type Edit, edits, firstRelease, nextRelease } from '#lib/testing/two-releases.ts'

const slug = 'first'
const scenario = objectId.scenario(slug)

/** The small course with three lessons, two objectives, a story of three scenes and six items. */
function wholeCourse(): LoadedCourse {
  const lesson = courseFiles().get(lessonFile)!
  const other = (n: number, name: string) => lesson.replace('M1.L1', `M1.L${n}`).replace('title: One', `title: ${name}`)
  const choice = (id: string, to: string, trust: number) =>
    `{ id: ${id}, quality: strong, skill: asking, text: Do ${id}., to: ${to}, effects: { trust: ${trust} }, reasons: { trust: you did. }, result: Done., feedback: Good., facts: [] }`
  const scene = (id: string, ...choices: string[]) =>
    `  - { id: ${id}, title: T, when: Now, text: A door., choices: [${choices.join(', ')}] }\n`
  const item = (n: number, objective: string) =>
    courseFiles().get(questionsFile)!.split('- id: ')[1]!.replace('M1-Q01', `- id: M1-Q0${n}`).replace('M1.O1', objective)
  return firstRelease(
    courseWith({
      [moduleFile]: (text) =>
        text
          .replace('lessons: [one] }\n', 'lessons: [one, two] }\n  - { id: M1.O2, text: try, level: apply, lessons: [three] }\n')
          .replace('lessons: [one]\nquiz: { draw: 2', 'lessons: [one, two, three]\nquiz: { draw: 4'),
      [lessonFile.replace('one.mdx', 'two.mdx')]: other(2, 'Two'),
      [lessonFile.replace('one.mdx', 'three.mdx')]: other(3, 'Three').replace('objectives: [M1.O1]', 'objectives: [M1.O2]'),
      [questionsFile]: [1, 2, 3].map((n) => item(n, 'M1.O1')).join('') + [4, 5, 6].map((n) => item(n, 'M1.O2')).join(''),
      [walkthroughsFile]: '[]',
      [scenarioFile]: (text) =>
        replace(
          'start: 2, min: 0, max: 4',
          'start: 2, min: 0, max: 9',
        )(text).replace(
          /scenes:[\s\S]*routes:/,
          `scenes:\n${scene('sc1-n01', choice('a', 'sc1-n02', 1), choice('b', 'sc1-n02', -1))}${scene('sc1-n02', choice('a', 'sc1-n03', 2), choice('b', 'sc1-n03', -1))}${scene('sc1-n03', choice('a', 'sc1-e1', 1), choice('b', 'sc1-e2', 0))}routes:`,
        ),
    }),
  )
}
const course = wholeCourse()

function recordOf(now: LoadedCourse) {
  const rules = courseRules(now)
  return {
    rules,
    record: {
      known: rules.known,
      project: (...[trx, actor, stored]: Parameters<Parameters<typeof storeStatements>[3]['course']['project']>) =>
        projectStatements(trx, actor, stored, rules),
    },
  }
}

/** A learner at work in one release, by the same machines as the site. Ids and clock rise together. */
function learner(db: Kysely<Database>, actor: string, clock = { n: 0 }) {
  const tick = () => ({ id: idAt(++clock.n * 10), now: someDay + clock.n * 10 })
  return {
    clock,
    in(now: LoadedCourse) {
      const { record } = recordOf(now)
      const module = now.modules.get(slug)!
      const place = { object: scenario, hashes: module.fingerprints }
      const contentOf = (of: string) => quizContentOf(now, of)
      const send = async (draft: StatementDraft) => {
        const { id, now: at } = tick()
        const [result] = await storeStatements(db, actor, [{ id, at, ...draft }], { now: at, course: record })
        if (!result?.ok) throw new Error(`${draft.verb} ${draft.object}: ${result?.code}`)
      }
      return {
        send,
        read: (lesson: string) =>
          send({ verb: 'experienced', object: `${slug}/lessons/${lesson}`, contentHash: '0123456789ab', result: { completion: true } }),
        begin: (run: string, from?: { attempt: string; step: number }) => send(draftStarted(place, run, from)),
        choose: (run: string, scene: string, choice: string) => send(draftChose(place, run, scene, choice)),
        close: (run: string, ending: string) => send(draftFinished(place, run, ending)),
        start: async () => {
          const { id, now: at } = tick()
          const started = await startAttempt(db, actor, contentOf(slug)!, { id, seed: 'seed' }, { now: at, course: record })
          if (!started.ok) throw new Error(`not started: ${started.code === 'review_first' ? started.lessons.join(', ') : started.code}`)
          return started.value
        },
        respond: async (attempt: string, item: string, response: string) => {
          const { id, now: at } = tick()
          const reply = await respond(db, actor, attempt, { id, item, response }, contentOf, { now: at, course: record })
          if (!reply.ok) throw new Error(`${item}: ${reply.code}`)
          return reply.value
        },
        look: async (attempt: string) => {
          const found = await readAttempt(db, actor, attempt, contentOf)
          if (!found.ok) throw new Error(found.code)
          return found.value
        },
        finish: async (attempt: string) => {
          const { id, now: at } = tick()
          const done = await finishAttempt(db, actor, attempt, { id }, contentOf, { now: at, course: record })
          if (!done.ok) throw new Error(done.code)
          return done.value
        },
        award: async () => {
          const { id, now: at } = tick()
          await db.transaction().execute((trx) =>
            appendServerStatements(trx, actor, [{ id, verb: 'awarded', object: slug, contentHash: '0123456789ab', at }], {
              now: at,
              course: record,
            }),
          )
        },
      }
    },
    log: async (): Promise<Statement[]> => (await readStatements(db, actor, 0)).statements,
  }
}

/** Everything there is to do in a module, once: two runs, a check not reached and one reached, the task, the certificate. */
async function wholeLife(db: Kysely<Database>): Promise<Statement[]> {
  const me = learner(db, 'amal')
  const here = me.in(course)
  const [first, second] = [idAt(1), idAt(2)]
  for (const lesson of ['one', 'two']) await here.read(lesson)
  await here.begin(first)
  await here.choose(first, 'sc1-n01', 'a')
  await here.choose(first, 'sc1-n02', 'b')
  await here.choose(first, 'sc1-n03', 'a')
  await here.close(first, 'sc1-e1')
  await here.begin(second, { attempt: first, step: 2 })
  await here.choose(second, 'sc1-n03', 'b')
  await here.close(second, 'sc1-e2')
  for (const tries of ['wrong', 'right']) {
    const attempt = await here.start()
    for (const { id } of attempt.items) {
      const ofSecond = Number(id.slice(-1)) > 3
      await here.respond(attempt.id, id, tries === 'wrong' && ofSecond ? 'blue' : 'red')
    }
    await here.finish(attempt.id)
    await here.read('three')
  }
  await here.send({ verb: 'completed', object: `${slug}/task`, contentHash: '0123456789ab', result: { completion: true } })
  await here.award()
  return me.log()
}

const standing = (now: LoadedCourse, statements: readonly Statement[], module = slug) => {
  const { rules } = recordOf(now)
  return deriveModule(statements, rules.shapeOf(module), rules.runsOf)
}
const attemptsOf = (now: LoadedCourse, statements: readonly Statement[], module = slug): Attempt[] => {
  const about = statements.filter(({ object }) => object === objectId.quiz(module) || object.startsWith(`${objectId.quiz(module)}/`))
  return readAttempts(module, about, quizContentOf(now, module)?.moved)
}

/** What a learner had in the first release is there in the next, under its present name, if it is still there at all. */
function expectNothingLost(then: LoadedCourse, now: LoadedCourse, statements: readonly Statement[], module = slug) {
  const { rules } = recordOf(now)
  const [before, after] = [standing(then, statements, module), standing(now, statements, module)]
  const today = (path: string) => rules.currentId(`${module}/${path}`).slice(module.length + 1)
  const lessons = now.modules.get(module)!.lessons.map(({ slug: lesson }) => `lessons/${lesson}`)
  const stillThere = before.lessonsDone.map((lesson) => today(`lessons/${lesson}`)).filter((lesson) => lessons.includes(lesson))
  expect(new Set(after.lessonsDone.map((lesson) => `lessons/${lesson}`))).toEqual(new Set(stillThere))
  expect(after.scenario.endings).toEqual(
    expect.arrayContaining(before.scenario.endings.map((ending) => today(`scenario/${ending}`).slice(9))),
  )
  expect(after.scenario.runs).toBe(before.scenario.runs)
  expect(after.scenario.open === null || after.scenario.open === before.scenario.open).toBe(true)
  const kept = ({ quiz: check, taskDone, satisfiedAt, awarded }: ModuleProgress) => ({ check, taskDone, satisfiedAt, awarded })
  expect(kept(after)).toEqual(kept(before))
  if (before.satisfiedAt !== null || before.awarded)
    expect(after.next.kind === 'certificate' || after.scenario.open !== null || after.quiz.open !== null).toBe(true)
  const results = (of: LoadedCourse) => attemptsOf(of, statements, module).map(({ finished }) => finished?.objectives ?? [])
  const objectives = (id: string) => today(`objectives/${id}`).slice(11)
  expect(results(now)).toEqual(results(then).map((list) => list.map((result) => ({ ...result, id: objectives(result.id) }))))
}

/**
 * Every state a learner can be found in. The last choice of a run and its end are one: the page records the end in the
 * same breath.
 */
function statesOf(log: readonly Statement[]): Statement[][] {
  return Array.from({ length: log.length + 1 }, (_, end) => log.slice(0, end)).filter((state) => {
    const [last, next] = [state.at(-1), log[state.length]]
    return !(last?.verb === 'chose' && next?.verb === 'finished' && next.attempt === last.attempt)
  })
}

const all: Edit[] = [
  edits.lessonRemoved(0.4),
  edits.lessonRenamed(0),
  edits.lessonsReordered(),
  edits.sceneRemoved(0),
  edits.sceneRemoved(0.9),
  edits.choiceReworded(0),
  edits.choiceRetired(0.5),
  edits.itemRetired(0),
  edits.itemRenumbered(0.9),
  edits.objectiveRenamed(0.9),
  edits.taskRenamed(),
  edits.modulesReordered(),
]
const together = [
  edits.lessonRemoved(0.4),
  edits.sceneRemoved(0),
  edits.choiceReworded(0),
  edits.itemRetired(0),
  edits.objectiveRenamed(0.9),
  edits.taskRenamed(),
  edits.lessonsReordered(),
  edits.modulesReordered(),
]
const named = [...all.map((edit, at) => [`${edit.name} (${at})`, [edit]] as const), ['all of them together', together] as const]

describeDatabases('learners over a release', (open, kind) => {
  it.each(named)('lose nothing in any state: %s', async (_, made) => {
    const db = await open()
    const log = await wholeLife(db)
    const next = nextRelease(course, slug, made)
    expect(publishedIds(next)).toEqual([])
    for (const state of statesOf(log)) expectNothingLost(course, next, state)
    // and so says the database, once its projections are made again
    const { rules } = recordOf(next)
    await rebuildProjections(db, rules, kind)
    const [row] = await readProgress(db, 'amal')
    const derived = standing(next, log)
    expect(row).toMatchObject({
      lessons_done: derived.lessonsDone.length,
      scenario_runs: 2,
      scenario_endings: JSON.stringify(derived.scenario.endings),
      quiz_attempts: 2,
      reached_at: derived.quiz.reachedAt,
      satisfied_at: derived.satisfiedAt,
    })
    expect(derived.scenario.endings.length).toBe(2)
    expect(derived.satisfiedAt).not.toBeNull()
  })

  it('in the middle of a run go on where the story goes on, with the meters of what they have played', async () => {
    const db = await open()
    const me = learner(db, 'jonas')
    const run = idAt(3)
    const then = me.in(course)
    await then.begin(run)
    await then.choose(run, 'sc1-n01', 'a')
    const next = nextRelease(course, slug, [edits.sceneRemoved(0), edits.choiceReworded(0)])
    const replayed = async () => {
      const { rules } = recordOf(next)
      const [only] = selectRuns(next.modules.get(slug)!.scenario!, await me.log(), scenario, rules.shapeOf(slug).moved)
      return replayRun(next.modules.get(slug)!.scenario!, only!.choices)
    }
    expect(await replayed()).toMatchObject({ scene: 'sc1-n03', meters: { trust: 3 } })
    const now = me.in(next)
    // a device that was offline still sends what was chosen in the scene that is gone
    await now.send({ verb: 'chose', object: `${scenario}/sc1-n02`, contentHash: '0123456789ab', attempt: run, result: { choice: 'b' } })
    expect(await replayed()).toMatchObject({ scene: 'sc1-n03', meters: { trust: 3 } })
    await now.choose(run, 'sc1-n03', 'a')
    expect(await replayed()).toMatchObject({ scene: null, ending: 'sc1-e1', meters: { trust: 4 } })
    expect(standing(next, await me.log()).scenario).toEqual({ runs: 1, endings: ['sc1-e1'], open: null })
  })

  it('whose choice is gone stand before it again, with all that came earlier', async () => {
    const db = await open()
    const me = learner(db, 'jonas')
    const then = me.in(course)
    const run = idAt(3)
    await then.begin(run)
    await then.choose(run, 'sc1-n01', 'b')
    await then.choose(run, 'sc1-n02', 'a')
    const next = nextRelease(course, slug, [edits.choiceRetired(0.5)])
    const [only] = selectRuns(next.modules.get(slug)!.scenario!, await me.log(), scenario)
    expect(replayRun(next.modules.get(slug)!.scenario!, only!.choices)).toMatchObject({
      scene: 'sc1-n02',
      meters: { trust: 1 },
      offered: ['b'],
    })
  })

  it('who had turned back keep what they brought along, and nothing more', async () => {
    const db = await open()
    const me = learner(db, 'jonas')
    const then = me.in(course)
    const [first, turned] = [idAt(3), idAt(4)]
    await then.begin(first)
    for (const scene of ['sc1-n01', 'sc1-n02', 'sc1-n03']) await then.choose(first, scene, 'a')
    await then.begin(turned, { attempt: first, step: 2 })
    const next = nextRelease(course, slug, [edits.sceneRemoved(0)])
    const story = next.modules.get(slug)!.scenario!
    const stand = async () => replayRun(story, selectRuns(story, await me.log(), scenario).find(({ id }) => id === turned)!.choices)
    expect(await stand()).toMatchObject({ scene: 'sc1-n03', meters: { trust: 3 } })
    await me.in(next).choose(turned, 'sc1-n03', 'b')
    expect(await stand()).toMatchObject({ ending: 'sc1-e2' })
    // the story now leaves a scene out on this way: what was decided after turning back still comes before what was brought along
    const shorter: Edit = {
      name: 'a choice that leads elsewhere',
      apply({ scenario: told }) {
        told!.scenes[0]!.choices[0]!.to = 'sc1-n03'
        return []
      },
    }
    const rerouted = nextRelease(course, slug, [shorter]).modules.get(slug)!.scenario!
    const choices = selectRuns(rerouted, await me.log(), scenario).find(({ id }) => id === turned)!.choices
    expect(replayRun(rerouted, choices)).toMatchObject({ ending: 'sc1-e2' })
  })

  it('who finished while offline are believed afterwards, as far as the release they played in is known', async () => {
    const db = await open()
    const me = learner(db, 'jonas')
    const next = nextRelease(course, slug, [edits.choiceRetired(0)])
    const run = idAt(3)
    const place = { object: scenario, hashes: course.modules.get(slug)!.fingerprints }
    const now = me.in(next)
    await now.send(draftStarted(place, run))
    for (const scene of ['sc1-n01', 'sc1-n02', 'sc1-n03']) await now.send(draftChose(place, run, scene, 'a'))
    await now.send(draftFinished(place, run, 'sc1-e1'))
    expect((await readProgress(db, 'jonas'))[0]).toMatchObject({ scenario_endings: '["sc1-e1"]' })
    const false_ = idAt(4)
    await now.begin(false_)
    await now.close(false_, 'sc1-e2')
    expect((await readProgress(db, 'jonas'))[0]).toMatchObject({ scenario_endings: '["sc1-e1"]' })
  })

  it.each([0, 1, 2, 3, 4])('in the middle of a check, %i responses given, finish it without the item that is gone', async (given) => {
    const db = await open()
    const me = learner(db, 'mei')
    const then = me.in(course)
    const attempt = await then.start()
    for (const { id } of attempt.items.slice(0, given)) await then.respond(attempt.id, id, 'red')
    const gone = attempt.items[1]!.id
    const bank = course.modules.get(slug)!.items
    const pick = (bank.findIndex(({ id }) => id === gone) + 0.5) / bank.length
    const next = nextRelease(course, slug, [edits.itemRetired(pick), edits.objectiveRenamed(0.9)])
    const now = me.in(next)
    const resumed = await now.look(attempt.id)
    expect(resumed.items.map(({ state }) => state)).toEqual([
      given > 0 ? 'marked' : 'open',
      'gone',
      given > 2 ? 'marked' : 'open',
      given > 3 ? 'marked' : 'open',
    ])
    for (const item of resumed.items) if (item.state === 'open') await now.respond(attempt.id, item.id, 'red')
    const result = await now.finish(attempt.id)
    expect(result).toMatchObject({ score: { raw: 3, max: 3, scaled: 1 }, reached: true })
    expect(result.objectives.map(({ id }) => id)).not.toContain('M1.O2')
    expect((await me.in(next).start()).items).toHaveLength(4)
  })

  it('in the middle of a check go on with an item that has another number, also from a page opened before', async () => {
    const db = await open()
    const me = learner(db, 'mei')
    const then = me.in(course)
    const attempt = await then.start()
    const [first, second] = attempt.items
    await then.respond(attempt.id, first!.id, 'red')
    const bank = course.modules.get(slug)!.items
    const pick = (id: string) => (bank.findIndex((item) => item.id === id) + 0.5) / bank.length
    const next = nextRelease(course, slug, [edits.itemRenumbered(pick(first!.id))])
    const resumed = await me.in(next).look(attempt.id)
    expect(resumed.items[0]).toMatchObject({ id: 'M1-Q99', state: 'marked' })
    const after = nextRelease(course, slug, [edits.itemRenumbered(pick(second!.id))])
    expect(await me.in(after).respond(attempt.id, second!.id, 'red')).toMatchObject({ state: 'marked', score: { scaled: 1 } })
    await expect(me.in(after).respond(attempt.id, 'M1-Q99', 'red')).rejects.toThrow('already_answered')
  })

  it('who are to look at a lesson again have done so if they read it before it was renamed', async () => {
    const db = await open()
    const me = learner(db, 'mei')
    const then = me.in(course)
    const attempt = await then.start()
    for (const { id } of attempt.items) await then.respond(attempt.id, id, Number(id.slice(-1)) > 3 ? 'blue' : 'red')
    await then.finish(attempt.id)
    const next = nextRelease(course, slug, [edits.lessonRenamed(0.9), edits.objectiveRenamed(0.9)])
    await expect(me.in(next).start()).rejects.toThrow('under-another-name')
    await me.in(next).read('three')
    expect((await me.in(next).start()).items).toHaveLength(4)
  })

  it('complete the module in the new release with halves from both', async () => {
    const db = await open()
    const me = learner(db, 'noor')
    const then = me.in(course)
    const run = idAt(3)
    await then.begin(run)
    for (const scene of ['sc1-n01', 'sc1-n02', 'sc1-n03']) await then.choose(run, scene, 'a')
    await then.close(run, 'sc1-e1')
    const next = nextRelease(course, slug, [edits.choiceRetired(0), edits.sceneRemoved(0)])
    const now = me.in(next)
    const attempt = await now.start()
    for (const { id } of attempt.items) await now.respond(attempt.id, id, 'red')
    await now.finish(attempt.id)
    expect(standing(next, await me.log()).satisfiedAt).not.toBeNull()
  })
})

describe('the course as it is', () => {
  it('takes learners of every kind over any of these edits', { timeout: 60_000 }, async () => {
    const real = firstRelease((await loadDraft()).written)
    const db = await openDatabase({ file: join(inject('temporaryFolder'), 'real-course.sqlite') })
    const logs: Statement[][] = []
    const { known, ...rules } = courseRules(real)
    const record: CourseRecord = { known, project: (trx, actor, stored) => projectStatements(trx, actor, stored, rules) }
    const day = 24 * 60 * 60 * 1000
    const assigned = [...real.modules.keys()].map((module, i) => ({
      slug: module,
      opensAt: someDay + i * 7 * day,
      dueAt: someDay + (i + 1) * 7 * day,
    }))
    const character = { ability: 0.6, care: 0.6, diligence: 0.5, turningPoint: 1, stopsAfter: 3 }
    for (const habit of ['steady', 'failer', 'tester', 'stopper'] as const) {
      const actor = `learner-${habit}`
      const who = { learner: actor, name: 'Amal', seed: actor, character: { ...character, habit } }
      await playLearner({
        db,
        course: real,
        record,
        ...who,
        joinedAt: someDay,
        offset: 0,
        modules: assigned,
        until: someDay + 90 * day,
      })
      logs.push(await wholeLog(db, actor))
    }
    await db.destroy()
    const modules = [...real.modules.values()]
      .filter(({ scenario: story, items }) => story && items.length > 0)
      .map((module) => module.slug)
    const pick = fc.double({ min: 0, max: 0.999, noNaN: true })
    const anyEdit = fc.oneof(...Object.values(edits).map((make) => pick.map((place) => make(place))))
    const states = logs.map(statesOf)
    fc.assert(
      fc.property(
        fc.constantFrom(...modules),
        fc.uniqueArray(anyEdit, { minLength: 1, maxLength: 5, selector: ({ name }) => name }),
        fc.array(pick, { minLength: 8, maxLength: 8 }),
        (module, made, places) => {
          const next = nextRelease(real, module, made)
          for (const all of states) {
            for (const place of [...places, 0.999]) expectNothingLost(real, next, all[Math.floor(place * all.length)]!, module)
          }
        },
      ),
      { numRuns: 25, seed: 20261122 },
    )
  })
})

async function wholeLog(db: Kysely<Database>, actor: string): Promise<Statement[]> {
  const log: Statement[] = []
  for (let since = 0, more = true; more; ) {
    const page = await readStatements(db, actor, since)
    log.push(...page.statements)
    since = page.next
    more = page.more
  }
  return log
}
