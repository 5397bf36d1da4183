/**
 * `npm run seed`: fills the site of this DATA_DIR (or DATABASE_URL) with demonstration learners. Nothing is written in: each
 * learner is played through the real rules (statements, scenario machine, draw, marking, certificates) by a seeded habit, so every
 * figure that comes out is computed. Running it again changes nothing.
 */
import { readConfig } from '#lib/config/read-config.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import { closeDatabase, database } from '#lib/db/client.ts'
import { type Habit, playLearner } from './play-learner.ts'

const read = readConfig(process.env)
if (!read.ok) {
  console.error(read.sentence)
  process.exit(1)
}

/** Names from many places and scripts: they also show what a certificate can write. */
const names = [
  'Amal Haddad-Okoye',
  'Nguyễn Thị Ánh',
  'أمل حداد',
  'Олена Коваль',
  'សុខា ចាន់',
  'መሠረት ታደሰ',
  'ထွန်းထွန်း',
  '이수민',
  'María José Ñahui',
  'Sefa Orlo',
  'রহিমা খাতুন',
  'Kofi Mensah',
]
const habits: Habit[] = ['thorough', 'hurried', 'tests-out', 'stops-early']

const course = await loadCourse()
const db = await database()
const day = 24 * 60 * 60 * 1000
const certificates: string[] = []
for (const [i, name] of names.entries()) {
  const learner = `demonstration-${String(i + 1).padStart(2, '0')}`
  if (await db.selectFrom('learner').select('id').where('id', '=', learner).executeTakeFirst()) continue
  const habit = habits[i % habits.length]!
  const { certificate } = await playLearner({ db, course, learner, name, habit, begin: Date.now() - (40 - i * 3) * day })
  if (certificate) certificates.push(`${name}: ${read.config.baseUrl}/certificates/${certificate}`)
}
await closeDatabase()
console.log(
  certificates.length === 0
    ? 'The demonstration learners are there already; nothing was changed.'
    : `${names.length} demonstration learners were added. Certificates among them:\n  ${certificates.join('\n  ')}`,
)
