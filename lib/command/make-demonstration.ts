/**
 * A demonstration site, made in memory by playing its learners (play-learner.ts), then copied whole into an empty database. Nothing but
 * who there is and how they go about it is written in; every figure is computed by the rules of the site. The same seed and the same
 * `now` give the same rows, but for what must not be guessed: the password and the links in invitations.
 */
import { randomBytes } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { type Kysely, sql } from 'kysely'
import { hashOfToken, newId } from '#lib/account/new-id.ts'
import type { Role } from '#lib/account/role.ts'
import { newLearnerId } from '#lib/account/session.ts'
import { makeCode } from '#lib/cohort/code.ts'
import { bySelf } from '#lib/cohort/join-store.ts'
import { showReflection } from '#lib/cohort/reflection-store.ts'
import type { LoadedCourse } from '#lib/course/loaded.ts'
import { objectId } from '#lib/course/schema.ts'
import { openDatabase } from '#lib/db/client.ts'
import { copyDatabase } from '#lib/db/copy-store.ts'
import type { Database } from '#lib/db/schema.ts'
import { courseRules } from '#lib/progress/course-rules.ts'
import { projectStatements, rebuildProjections } from '#lib/progress/store.ts'
import { seededRandom, shuffled } from '#lib/random/seeded-random.ts'
import { charactersOf } from '#lib/seed/habits.ts'
import { addressOf, namesOf } from '#lib/seed/people.ts'
import { type CohortPlan, planCohorts } from '#lib/seed/plan-cohorts.ts'
import { reflections } from '#lib/seed/reflections.ts'
import { day, hour } from '#lib/seed/working-hours.ts'
import { moduleOf } from '#lib/statement/known-objects.ts'
import type { CourseRecord } from '#lib/statement/store.ts'
import { uuid7 } from '#lib/statement/uuid7.ts'
import { playLearner } from './play-learner.ts'

export type SignIn = { role: Role; name: string; email: string }
export type Made = { signIns: SignIn[]; cohorts: { name: string; people: number; code: string }[]; statements: number }
export type Wish = {
  course: LoadedCourse
  seed: string
  now: number
  password: string
  /** of the cohorts of plan-cohorts.ts; all where none is named */
  only?: readonly CohortPlan['key'][]
  /** called after each learner */
  progress?: (done: number, of: number) => void
}

/** Tables in which a site that nobody has used yet may have rows of its own. */
const ofTheSite = ['meta', 'job', 'staff_invitation', 'auth_verification', 'auth_rate_limit']
const marker = 'demonstration'

export type Kept = { state: 'empty' | 'people' } | { state: 'demonstration'; seed: string; now: number }

/** What is in a database: nobody, the people of a demonstration, or others, who are left alone. */
export async function lookAt(db: Kysely<Database>): Promise<Kept> {
  const note = await db.selectFrom('meta').select('value').where('key', '=', marker).executeTakeFirst()
  if (note) return { state: 'demonstration', ...(JSON.parse(note.value) as { seed: string; now: number }) }
  const learner = await db.selectFrom('learner').select('id').limit(1).executeTakeFirst()
  const user = await db.selectFrom('auth_user').select('id').limit(1).executeTakeFirst()
  return { state: learner || user ? 'people' : 'empty' }
}

/** Fills a database in which there is nobody, or which is a demonstration: then everything that is in it goes first. */
export async function makeDemonstration(db: Kysely<Database>, wish: Wish): Promise<Made> {
  const memory = await openDatabase({ file: ':memory:' })
  try {
    const made = await fill(memory, wish)
    const copied = await copyDatabase(memory, db, {
      besides: ofTheSite,
      async first(target, all) {
        const kept = await lookAt(target)
        if (kept.state === 'people') throw new Error('Somebody came while the demonstration was made. Nothing was changed.')
        if (kept.state === 'demonstration') for (const table of all.toReversed()) await sql`delete from ${sql.table(table)}`.execute(target)
        const value = JSON.stringify({ seed: wish.seed, now: wish.now })
        await target
          .insertInto('meta')
          .values({ key: marker, value })
          .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
          .execute()
      },
    })
    if (!copied.ok) throw new Error(`The table ${copied.table} has rows already. Nothing was changed.`)
    return made
  } finally {
    await memory.destroy()
  }
}

async function fill(db: Kysely<Database>, { course, seed, now, password, only, progress }: Wish): Promise<Made> {
  const random = seededRandom(seed)
  const bytes = (count: number) => Uint8Array.from({ length: count }, () => Math.floor(random() * 256))
  const plans = planCohorts([...course.modules.keys()], now).filter(({ key }) => !only || only.includes(key))
  const people = plans.reduce((sum, { people }) => sum + people, 0)
  const names = namesOf(seed, people + 2 + plans.reduce((sum, { invited }) => sum + invited, 0))
  const hash = await hashPassword(password)
  const record = playedRecord(course)
  const signIns: SignIn[] = []
  const cohorts: Made['cohorts'] = []

  async function addAccount(role: Role, name: string, email: string, at: number): Promise<string> {
    const id = newId(bytes(16))
    const date = new Date(at).toISOString()
    const dates = { createdAt: date, updatedAt: date }
    await db
      .insertInto('auth_user')
      .values({ id, name, email, role, emailVerified: 1, image: null, twoFactorEnabled: null, ...dates })
      .execute()
    const none = {
      accessToken: null,
      refreshToken: null,
      idToken: null,
      accessTokenExpiresAt: null,
      refreshTokenExpiresAt: null,
      scope: null,
    }
    await db
      .insertInto('auth_account')
      .values({ id: newId(bytes(16)), accountId: id, providerId: 'credential', userId: id, password: hash, ...none, ...dates })
      .execute()
    signIns.push({ role, name, email })
    return id
  }

  async function addCohort(plan: CohortPlan, facilitators: readonly string[]): Promise<string> {
    const id = newId(bytes(16))
    const code = makeCode((below) => Math.floor(random() * below))
    const created = plan.beginsAt - 5 * day
    const by = facilitators[0]!
    await db
      .insertInto('cohort')
      .values({
        id,
        name: plan.name,
        starts_on: plan.startsOn,
        ends_on: null,
        time_zone: plan.timeZone,
        locale: 'en',
        note: plan.note,
        code,
        code_open: 1,
        code_expires_at: null,
        most_members: null,
        created_by: by,
        created_at: created,
        archived_at: null,
        version: 1,
      })
      .execute()
    for (const user_id of facilitators)
      await db
        .insertInto('cohort_facilitator')
        .values({ cohort_id: id, user_id, added_by: by, added_at: created, removed_at: null })
        .execute()
    for (const [i, { slug, opensAt, dueAt }] of plan.modules.entries())
      await db
        .insertInto('assignment')
        .values({
          id: newId(bytes(16)),
          cohort_id: id,
          module: slug,
          everyone: 1,
          position: i + 1,
          in_order: 0,
          opens_at: opensAt,
          due_at: dueAt,
          pass_mark: null,
          attempts_allowed: null,
          created_by: by,
          created_at: created,
          updated_at: created,
          ended_at: null,
        })
        .execute()
    cohorts.push({ name: plan.name, people: plan.people, code })
    return id
  }

  const first = plans.map(({ beginsAt }) => beginsAt - 30 * day).reduce((a, b) => Math.min(a, b), now)
  const facilitators: string[] = []
  for (const [i, name] of names.splice(0, 2).entries())
    facilitators.push(await addAccount('facilitator', name, `facilitator.${i + 1}@example.org`, first))

  let done = 0
  for (const [c, plan] of plans.entries()) {
    // the first runs the small and the large one, the second the middle one; both see the large one
    const cohort = await addCohort(plan, plan.key === 'large' ? facilitators : [facilitators[c % 2]!])
    const characters = charactersOf(`${seed} ${plan.key}`, plan.people, plan.modules.length)
    let account: string | null = plan.key === 'small' ? 'learner@example.org' : null
    for (const [i, character] of characters.entries()) {
      const name = names.shift()!
      const learner = newLearnerId(bytes(16))
      const joinedAt = plan.beginsAt + 8 * hour + Math.floor(random() ** 2 * 5 * day)
      const withAccount = account !== null && character.habit === 'steady'
      const email = withAccount ? account : random() < 0.7 ? addressOf(name, i + 1) : null
      await db.insertInto('learner').values({ id: learner, created_at: joinedAt, last_seq: 0 }).execute()
      if (withAccount) {
        const user_id = await addAccount('learner', name, account!, joinedAt)
        await db.insertInto('account_learner').values({ user_id, learner_id: learner, linked_at: joinedAt }).execute()
        account = null
      }
      const left = plan.people > 20 && i % 25 === 24 ? Math.min(now, joinedAt + 40 * day) : null
      await db
        .insertInto('cohort_member')
        .values({
          cohort_id: cohort,
          learner_id: learner,
          name,
          email,
          joined_at: joinedAt,
          ended_at: left,
          ended_by: left === null ? null : bySelf,
        })
        .execute()
      const { offset, modules } = plan
      await playLearner({
        db,
        course,
        record,
        learner,
        name,
        character,
        seed: `${seed} ${plan.key} ${i}`,
        joinedAt,
        offset,
        modules,
        until: left ?? now,
      })
      progress?.(++done, people)
    }
    for (let i = 0; i < plan.invited; i++) {
      const name = names.shift()!
      await db
        .insertInto('cohort_invitation')
        .values({
          id: newId(bytes(16)),
          cohort_id: cohort,
          email: addressOf(name, 900 + i),
          name,
          token_hash: hashOfToken(randomBytes(24).toString('base64url')),
          invited_by: facilitators[c % 2]!,
          invited_at: plan.beginsAt - day,
          joined_learner: null,
          joined_at: null,
          withdrawn_at: null,
        })
        .execute()
    }
  }
  await showReflections(db, seed, now)
  await nameSatisfied(db, seed)
  await rebuildProjections(db, courseRules(course), 'sqlite')
  const { n } = await db
    .selectFrom('statement')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return { signIns, cohorts, statements: n }
}

/** Projections are made once, at the end; on the way only what may complete a module is projected, for its `satisfied`. */
function playedRecord(course: LoadedCourse): CourseRecord {
  const rules = courseRules(course)
  return {
    known: rules.known,
    async project(trx, actor, stored) {
      return stored.some(({ verb }) => verb === 'finished') ? projectStatements(trx, actor, stored, rules) : []
    },
  }
}

/** Of those who reflected and are still there, a few show it; nobody shows the same words as another. */
async function showReflections(db: Kysely<Database>, seed: string, now: number): Promise<void> {
  const random = seededRandom(`${seed} reflections`)
  const reflected = await db
    .selectFrom('statement')
    .innerJoin('cohort_member', 'cohort_member.learner_id', 'statement.actor')
    .select(['cohort_id as cohort', 'actor as learner', 'object', 'at'])
    .where('verb', '=', 'reflected')
    .where('ended_at', 'is', null)
    .orderBy('at')
    .orderBy('statement.id')
    .execute()
  const left = new Map<string, string[]>()
  for (const { cohort, learner, object, at } of reflected) {
    const module = moduleOf(object)
    if (object !== objectId.moduleActivity(module, 'reflection') || random() < 0.6) continue
    const key = `${cohort} ${module}`
    const words = left.get(key) ?? shuffled(reflections[module] ?? [], random)
    left.set(key, words)
    const one = words.pop()
    if (one) await showReflection(db, { cohort, learner, object, words: one, now: Math.min(now, at + 60_000) })
  }
}

/** The store gives what it makes itself an id by chance; here it gets one from the seed. */
async function nameSatisfied(db: Kysely<Database>, seed: string): Promise<void> {
  const rows = await db.selectFrom('statement').select(['id', 'actor', 'object', 'at']).where('verb', '=', 'satisfied').execute()
  for (const { id, actor, object, at } of rows) {
    const random = seededRandom(`${seed} ${actor} ${object}`)
    const fresh = uuid7(
      at,
      Uint8Array.from({ length: 10 }, () => Math.floor(random() * 256)),
    )
    await db.updateTable('statement').set({ id: fresh }).where('id', '=', id).execute()
  }
}
