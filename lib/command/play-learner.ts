/**
 * Plays one learner of a cohort through its modules by their habit, with the rules that real learners meet: statements are checked and
 * stored, the scenario machine says what can be chosen, checks are drawn, marked and finished by the quiz's own functions. What lies
 * after `until` has not happened. Repeatable: the same seed gives the same record.
 */
import type { Kysely } from 'kysely'
import type { LoadedCourse, LoadedModule } from '#lib/course/loaded.ts'
import { objectId } from '#lib/course/schema.ts'
import { achievementOf } from '#lib/credential/achievement-of.ts'
import { issueCertificate } from '#lib/credential/store.ts'
import type { Database } from '#lib/db/schema.ts'
import { quizContentOf } from '#lib/quiz/content-of.ts'
import { finishAttempt, respond, startAttempt } from '#lib/quiz/store.ts'
import { seededRandom } from '#lib/random/seeded-random.ts'
import { draftChose, draftFinished, draftStarted } from '#lib/scenario/draft-statements.ts'
import { replayRun } from '#lib/scenario/run-scenario.ts'
import { draftActivity } from '#lib/seed/draft-activities.ts'
import type { Character } from '#lib/seed/habits.ts'
import { choiceIn, knows, responseTo } from '#lib/seed/respond.ts'
import { day, WorkClock } from '#lib/seed/working-hours.ts'
import type { Statement, StatementDraft } from '#lib/statement/schema.ts'
import { type CourseRecord, storeStatements } from '#lib/statement/store.ts'
import { uuid7 } from '#lib/statement/uuid7.ts'

export type Play = {
  db: Kysely<Database>
  course: LoadedCourse
  record: CourseRecord
  learner: string
  name: string
  character: Character
  seed: string
  joinedAt: number
  /** hours ahead of UTC */
  offset: number
  modules: readonly { slug: string; opensAt: number; dueAt: number }[]
  until: number
}

/** What comes next would be after the end: nothing more happens. */
class NotYet extends Error {}

export async function playLearner(play: Play): Promise<void> {
  const { db, course, record, learner, name, character, until } = play
  const { habit } = character
  const random = seededRandom(play.seed)
  const bytes = (count: number) => Uint8Array.from({ length: count }, () => Math.floor(random() * 256))
  const clock = new WorkClock(play.joinedAt, play.offset, random)
  const contentOf = (slug: string) => quizContentOf(course, slug)
  const newId = () => uuid7(clock.now, bytes(10))
  let unsent: Statement[] = []

  /** Time goes by, up to the end. */
  function pass(minutes: number) {
    if (clock.pass(minutes) > until) throw new NotYet()
  }
  const say = (draft: StatementDraft) => unsent.push({ id: newId(), at: clock.now, ...draft })
  const options = () => ({ now: Math.min(clock.now, until), course: record })

  async function send() {
    const sent = unsent
    unsent = []
    const results = await storeStatements(db, learner, sent, options())
    const refused = results.findIndex((result) => !result.ok)
    if (refused >= 0) throw new Error(`A statement was refused: ${JSON.stringify(results[refused])} ${JSON.stringify(sent[refused])}`)
  }

  function doActivity(module: LoadedModule, object: string, activity: Parameters<typeof draftActivity>[0]) {
    for (const draft of draftActivity(activity, { object, contentHash: module.fingerprints[object]!, random })) {
      pass(1.2)
      say(draft)
    }
  }

  function readLesson(module: LoadedModule, index: number, diligence: number) {
    const { slug, matter, minutes } = module.lessons[index]!
    pass(minutes * 0.6)
    for (const activity of matter.activities)
      if (random() < diligence) doActivity(module, objectId.activity(module.slug, slug, activity.id), activity)
    pass(1)
    const object = objectId.lesson(module.slug, slug)
    say({ verb: 'experienced', object, contentHash: module.fingerprints[object]!, result: { completion: true } })
  }

  function readModule(module: LoadedModule) {
    pass(2)
    const { guesses } = module.module
    if (random() < character.diligence) doActivity(module, objectId.moduleActivity(module.slug, guesses.id), guesses)
    for (let i = 0; i < module.lessons.length; i++) readLesson(module, i, character.diligence)
  }

  /** @param most choices after which the learner leaves. @returns whether an ending was reached */
  function playScenario(module: LoadedModule, most = Number.POSITIVE_INFINITY): boolean {
    const { slug, scenario, fingerprints } = module
    if (!scenario) return true
    pass(2)
    const run = newId()
    const place = { object: objectId.scenario(slug), hashes: fingerprints }
    say(draftStarted(place, run))
    const choices: { scene: string; choice: string }[] = []
    for (;;) {
      const state = replayRun(scenario, choices)
      if (state.ending) {
        say(draftFinished(place, run, state.ending))
        return true
      }
      if (choices.length >= most) return false
      const scene = scenario.scenes.find(({ id }) => id === state.scene)!
      const choice = choiceIn(scene, state.offered, character.care, random)
      pass(0.9)
      say(draftChose(place, run, scene.id, choice))
      choices.push({ scene: scene.id, choice })
    }
  }

  /** @returns whether the pass mark was reached */
  async function takeCheck(module: LoadedModule, ability: number): Promise<boolean> {
    const content = contentOf(module.slug)
    if (!content) return true
    pass(3)
    await send()
    const started = await startAttempt(db, learner, content, { id: newId(), seed: `${play.seed} ${module.slug} ${clock.now}` }, options())
    if (!started.ok) throw new Error(`A check was refused: ${started.code}`)
    for (const { id } of started.value.items) {
      const item = module.items.find((one) => one.id === id)!
      pass(0.7)
      const response = responseTo(item, knows(item, ability, random), random)
      const marked = await respond(db, learner, started.value.id, { id: newId(), item: id, response }, contentOf, options())
      if (!marked.ok) throw new Error(`A response was refused: ${marked.code}`)
    }
    pass(0.2)
    const finished = await finishAttempt(db, learner, started.value.id, { id: newId() }, contentOf, options())
    if (!finished.ok) throw new Error(`A check did not end: ${finished.code}`)
    return finished.value.reached
  }

  /** Reads again between attempts, which the check asks for, and knows more each time. */
  async function passCheck(module: LoadedModule, ability: number, tries: number): Promise<boolean> {
    for (let i = 0; i < tries; i++) {
      if (i > 0) {
        pass(60)
        for (let lesson = 0; lesson < module.lessons.length; lesson++) readLesson(module, lesson, 0)
      }
      if (await takeCheck(module, ability + i * 0.5)) return true
    }
    return false
  }

  async function finish(module: LoadedModule) {
    const { reflection, task } = module.module
    if (random() < character.diligence) doActivity(module, objectId.moduleActivity(module.slug, reflection.id), reflection)
    if (random() < 0.7) {
      pass(1)
      await send()
      const achievement = achievementOf(course, module.slug)!
      const request = { actor: learner, module: module.slug, name, achievement, contentHash: module.fingerprints[module.slug]! }
      await issueCertificate(db, request, { ...options(), random: bytes })
    }
    if (random() < character.diligence * 0.6) {
      clock.waitUntil(clock.now + 7 * day)
      pass(1)
      doActivity(module, objectId.moduleActivity(module.slug, task.id), task)
    }
  }

  /** @returns whether the learner goes on */
  async function playModule(module: LoadedModule, position: number): Promise<boolean> {
    const turning = position === character.turningPoint
    if (habit === 'silent' && turning) {
      if (random() < 0.6) readLesson(module, 0, character.diligence)
      return false
    }
    if (habit === 'tester') {
      playScenario(module)
      if (!(await takeCheck(module, character.ability))) {
        readModule(module)
        await passCheck(module, character.ability + 0.5, 3)
      }
      await finish(module)
      return true
    }
    readModule(module)
    if (habit === 'stopper' && position >= character.turningPoint && module.scenario) {
      playScenario(module, character.stopsAfter)
      return false
    }
    playScenario(module)
    if (habit === 'steady' && random() < 0.3) playScenario(module)
    if (habit === 'failer' && turning) {
      await passCheck(module, -3, 3)
      return false
    }
    if (await passCheck(module, character.ability, 4)) await finish(module)
    return true
  }

  try {
    for (const [position, { slug, opensAt, dueAt }] of play.modules.entries()) {
      const length = dueAt - opensAt
      clock.waitUntil(habit === 'sprinter' ? dueAt - day * (2.2 - 3 * random() ** 3) : opensAt + length * (0.1 + 0.5 * random()))
      if (clock.now > until) break
      if (!(await playModule(course.modules.get(slug)!, position))) break
    }
  } catch (error) {
    if (!(error instanceof NotYet)) throw error
  }
  await send()
}
