/** Plays one learner through the open modules by a habit, with the rules that real learners meet. Repeatable: the learner's id is the seed. */
import type { Kysely } from 'kysely'
import type { LoadedCourse, LoadedModule } from '#lib/course/loaded.ts'
import { objectId } from '#lib/course/schema.ts'
import { achievementOf } from '#lib/credential/achievement-of.ts'
import { issueCertificate } from '#lib/credential/store.ts'
import type { Database } from '#lib/db/schema.ts'
import { courseRules } from '#lib/progress/course-rules.ts'
import { projectStatements } from '#lib/progress/store.ts'
import { quizContentOf } from '#lib/quiz/content-of.ts'
import type { ItemResponse } from '#lib/quiz/public-item.ts'
import type { Item } from '#lib/quiz/schema.ts'
import { finishAttempt, respond, startAttempt } from '#lib/quiz/store.ts'
import { seededRandom, shuffled } from '#lib/random/seeded-random.ts'
import { draftChose, draftFinished, draftStarted } from '#lib/scenario/draft-statements.ts'
import { replayRun } from '#lib/scenario/run-scenario.ts'
import type { StatementDraft } from '#lib/statement/schema.ts'
import { storeStatements } from '#lib/statement/store.ts'
import { uuid7 } from '#lib/statement/uuid7.ts'

/** `hurried` fails the check once and plays weakly; `tests-out` skips the lessons; `stops-early` leaves in the middle of the scenario. */
export type Habit = 'thorough' | 'hurried' | 'tests-out' | 'stops-early'

type Play = { db: Kysely<Database>; course: LoadedCourse; learner: string; name: string; habit: Habit; begin: number }
const minute = 60_000

/** @returns the id of the last certificate earned, or null */
export async function playLearner({ db, course, learner, name, habit, begin }: Play): Promise<{ certificate: string | null }> {
  const random = seededRandom(learner)
  const bytes = (count: number) => Uint8Array.from({ length: count }, () => Math.floor(random() * 256))
  const rules = courseRules(course)
  const record = {
    known: rules.known,
    project: (...[trx, actor, stored]: Parameters<Parameters<typeof storeStatements>[3]['course']['project']>) =>
      projectStatements(trx, actor, stored, rules),
  }
  let now = begin
  const later = (minutes: number) => {
    now += Math.round(minutes * minute * (0.6 + random()))
    return now
  }
  const newId = () => uuid7(now, bytes(10))
  const options = () => ({ now, course: record })
  const send = (draft: StatementDraft) => storeStatements(db, learner, [{ id: newId(), at: now, ...draft }], options())

  async function readLessons({ slug, lessons, fingerprints }: LoadedModule, from = 0) {
    for (const lesson of lessons.slice(from)) {
      later(lesson.minutes)
      const object = objectId.lesson(slug, lesson.slug)
      await send({ verb: 'experienced', object, contentHash: fingerprints[object]!, result: { completion: true } })
    }
  }

  async function playScenario({ slug, scenario, fingerprints }: LoadedModule) {
    if (!scenario) return
    const run = newId()
    const place = { object: objectId.scenario(slug), hashes: fingerprints }
    await send(draftStarted(place, run))
    const choices: { scene: string; choice: string }[] = []
    for (;;) {
      const state = replayRun(scenario, choices)
      if (state.ending) {
        await send(draftFinished(place, run, state.ending))
        return
      }
      if (habit === 'stops-early' && choices.length === 5) return
      const scene = scenario.scenes.find(({ id }) => id === state.scene)!
      const wanted = random() < (habit === 'hurried' ? 0.25 : 0.75) ? 'strong' : random() < 0.6 ? 'mixed' : 'weak'
      const choice = scene.choices.find(({ quality }) => quality === wanted) ?? scene.choices[0]!
      later(0.6)
      await send(draftChose(place, run, scene.id, choice.id))
      choices.push({ scene: scene.id, choice: choice.id })
    }
  }

  async function takeCheck(module: LoadedModule, skill: number): Promise<boolean> {
    const content = quizContentOf(course, module.slug)
    if (!content) return false
    const started = await startAttempt(db, learner, content, { id: newId(), seed: learner + now }, options())
    if (!started.ok) return false
    const contentOf = (slug: string) => quizContentOf(course, slug)
    for (const { id } of started.value.items) {
      const item = module.items.find((one) => one.id === id)!
      later(0.8)
      const given = { id: newId(), item: id, response: responseTo(item, random() < skill, random) }
      await respond(db, learner, started.value.id, given, contentOf, options())
    }
    const finished = await finishAttempt(db, learner, started.value.id, { id: newId() }, contentOf, options())
    return finished.ok && finished.value.reached
  }

  let certificate: string | null = null
  for (const module of course.modules.values()) {
    if (habit !== 'tests-out') await readLessons(module)
    await playScenario(module)
    if (habit === 'stops-early') continue
    let reached = await takeCheck(module, habit === 'hurried' ? 0.2 : 0.95)
    for (let tries = 0; !reached && tries < 3; tries++) {
      later(60)
      await readLessons(module)
      reached = await takeCheck(module, 1)
    }
    const achievement = achievementOf(course, module.slug)
    if (!reached || !achievement) continue
    later(2)
    const issued = await issueCertificate(
      db,
      { actor: learner, module: module.slug, name, achievement, contentHash: module.fingerprints[module.slug]! },
      { now, random: bytes, course: record },
    )
    if (issued.ok) certificate = issued.certificate.id
  }
  return { certificate }
}

/** A whole response, the key or a chance one. */
function responseTo(item: Item, right: boolean, random: () => number): ItemResponse {
  const some = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
  switch (item.kind) {
    case 'single':
    case 'tf-reason':
      return right ? item.key : some(item.options).id
    case 'multi':
      return right
        ? item.key
        : shuffled(
            item.options.map(({ id }) => id),
            random,
          ).slice(0, item.key.length)
    case 'order':
    case 'sjt': {
      const ids = item.options.map(({ id }) => id)
      return right ? ids : shuffled(ids, random)
    }
    case 'match': {
      const rights = item.pairs.map((pair) => pair.right.id)
      const given = right ? rights : shuffled(rights, random)
      return Object.fromEntries(item.pairs.map(({ left }, i) => [left.id, given[i]!]))
    }
    case 'sort':
      return Object.fromEntries(item.cards.map((card) => [card.id, right ? card.category : some(item.categories).id]))
    case 'reflect':
      throw new Error(`${item.id}: a reflection is never drawn`)
  }
}
