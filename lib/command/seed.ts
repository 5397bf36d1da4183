/**
 * `npm run seed`: makes the site of this DATA_DIR (or DATABASE_URL) a demonstration: two facilitators, three cohorts and months of what
 * their learners did (make-demonstration.ts). Where there are people already it changes nothing.
 *
 *   npm run seed                         a new password is made and shown
 *   npm run seed -- --password <words>   for all accounts of the demonstration
 *   npm run seed -- --again              a demonstration is erased, with all that was done in it since, and made anew, up to today
 *   npm run seed -- --seed <word> --now 2026-11-22   the same word and day give the same site
 */
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { readConfig } from '#lib/config/read-config.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import { closeDatabase, database } from '#lib/db/client.ts'
import { lookAt, makeDemonstration } from './make-demonstration.ts'

const letters = 'abcdefghjkmnpqrstvwxyz23456789'
const part = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')

/** @returns the exit code */
async function run(): Promise<number> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ options: { password: text, seed: text, now: text, again: { type: 'boolean' } } })
  const read = readConfig(process.env)
  if (!read.ok) return refuse(read.sentence)
  const now = values.now === undefined ? Date.now() : Date.parse(values.now)
  if (Number.isNaN(now)) return refuse('A day is written as in --now 2026-11-22.')
  const password = values.password ?? `${part()}-${part()}-${part()}`
  if (password.length < 10) return refuse('A password has at least ten characters.')

  const db = await database()
  const kept = await lookAt(db)
  if (kept.state === 'people')
    return refuse(
      'There are people on this site. The demonstration goes where nobody is: set another DATA_DIR (or DATABASE_URL). Nothing was changed.',
    )
  if (kept.state === 'demonstration' && !values.again)
    return refuse(
      `This is a demonstration site already, made for ${new Date(kept.now).toISOString().slice(0, 10)}. Nothing was changed.\nnpm run seed -- --again erases everything in it and makes it anew, with a new password.`,
    )

  const begun = performance.now()
  let told = begun
  const made = await makeDemonstration(db, {
    course: await loadCourse(),
    seed: values.seed ?? 'common-ground',
    now,
    password,
    progress(done, of) {
      if (performance.now() - told < 5000) return
      told = performance.now()
      console.log(`  ${done} of ${of} learners`)
    },
  })
  const seconds = Math.round((performance.now() - begun) / 1000)
  console.log(`\nMade in ${seconds} s: ${made.statements.toLocaleString('en')} statements.\n`)
  for (const { name, people, code } of made.cohorts) console.log(`  ${name}: ${people} people, code ${code}`)
  console.log(`\nSign in at ${read.config.baseUrl}/sign-in\n`)
  for (const { role, name, email } of made.signIns) console.log(`  ${role.padEnd(12)} ${email.padEnd(28)} ${name}`)
  console.log(`\n  password     ${password}\n\nIt is shown only now. Anybody who has it can sign in as these people.`)
  return 0
}

function refuse(sentence: string): number {
  console.error(sentence)
  return 1
}

try {
  process.exitCode = await run()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
} finally {
  await closeDatabase()
}
