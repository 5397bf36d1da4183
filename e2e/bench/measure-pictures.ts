/**
 * Pictures of certificates, as a browser gets them: `drawn`, one whose name has just changed, milliseconds at the median; `kept`, one that
 * was sent before, a second; and the memory of the server while very many are drawn, which has to stay where it is after the first few.
 * The names are in twelve scripts, so the fonts come and go as they do on a real site.
 */
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type { LoadedCourse } from '#lib/course/loaded.ts'
import { achievementOf, courseAchievementOf } from '#lib/credential/achievement-of.ts'
import { makeCertificateId } from '#lib/credential/certificate-id.ts'
import { type DatabaseKind, openDatabase } from '#lib/db/client.ts'
import type { Database } from '#lib/db/schema.ts'
import { startPostgres } from '#lib/testing/postgres.ts'
import { startServer, stopServer } from './measure-cohort.ts'
import { measureSpeed } from './measure-speed.ts'
import type { MemoryTold } from './tell-memory.ts'

const names = [
  'Amal Haddad',
  'محمد عبد الرحمن الحسيني',
  'प्रियांका श्रीवास्तव',
  'ኃይለማርያም ደሳለኝ',
  'ဒေါ်အောင်ဆန်းစုကြည်',
  '欧阳小龙',
  'สมชาย ใจดี',
  'שָׁלוֹם בן־דוד',
  'Олександра Шевченко',
  'তাসনিম জাহান চৌধুরী',
  '김민준 박서연',
  'María del Carmen Fernández de Córdoba y Álvarez de Toledo Montemayor',
]
/** so many are drawn before anything is counted */
const warming = 60
const measured = 240

export type PictureRows = {
  drawn: { database: DatabaseKind; median: number; ninetieth: number; slowest: number; kilobytes: number }
  kept: Awaited<ReturnType<typeof measureSpeed>>
  /** of the server, in MB, after so many drawings */
  memory: ({ drawings: number } & MemoryTold)[]
}

/** @param renders how many pictures are drawn in all to watch the memory; 0: do not watch */
export async function measurePictures(
  kind: DatabaseKind,
  course: LoadedCourse,
  { port, renders }: { port: number; renders: number },
): Promise<PictureRows> {
  const base = `http://localhost:${port}`
  const folder = await mkdtemp(join(tmpdir(), 'common-ground-bench-'))
  const postgres = kind === 'postgresql' ? await startPostgres() : null
  const url = await postgres?.createDatabase()
  const db = await openDatabase(url ? { url } : { file: join(folder, 'common-ground.sqlite') })
  let server: ChildProcess | undefined
  try {
    server = await startServer(port, { DATA_DIR: folder, BASE_URL: base, DATABASE_URL: url }, [
      '--expose-gc',
      `--import=${import.meta.resolve('./tell-memory.ts')}`,
    ])
    const ids = await addCertificates(db, course)
    let drawings = 0
    const draw = async () => {
      const id = ids[drawings % ids.length]!
      drawings++
      const version = drawings + 1
      const name = `${names[drawings % names.length]} ${drawings}`
      await db.updateTable('certificate').set({ version, name }).where('id', '=', id).execute()
      const begun = performance.now()
      const bytes = await fetched(`${base}/certificates/${id}/image.png?v=${version}`, 'image/png')
      return { took: performance.now() - begun, bytes }
    }
    // signed first: that happens once, whatever is drawn
    for (const id of ids) await fetched(`${base}/certificates/${id}/credential.json`, 'json')
    for (let i = 0; i < warming; i++) await draw()
    const all: { took: number; bytes: number }[] = []
    for (let i = 0; i < measured; i++) all.push(await draw())
    const took = all.map((one) => one.took).sort((a, b) => a - b)
    const at = (share: number) => Math.round(took[Math.min(took.length - 1, Math.floor(took.length * share))]! * 10) / 10
    const kilobytes = Math.round(all.reduce((sum, { bytes }) => sum + bytes, 0) / all.length / 1000)
    const again = `/certificates/${ids[0]}/image.png?v=1`
    // what is counted next is not looked at
    await fetched(base + again, 'image/png')
    const kept = await measureSpeed(base, ['/api/health', again])
    const memory: PictureRows['memory'] = []
    while (drawings < renders) {
      await draw()
      if (drawings % 1000 === 0 || drawings === renders) memory.push({ drawings, ...(await memoryOf(server)) })
    }
    return { drawn: { database: kind, median: at(0.5), ninetieth: at(0.9), slowest: at(1), kilobytes }, kept, memory }
  } finally {
    if (server) await stopServer(server)
    await db.destroy()
    await postgres?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** @returns its length in bytes */
async function fetched(url: string, type: string): Promise<number> {
  const response = await fetch(url)
  const { length } = await response.bytes()
  const told = response.headers.get('content-type') ?? ''
  if (response.status !== 200 || !told.includes(type) || length === 0)
    throw new Error(`${url} answered ${response.status}, ${told}, ${length} bytes`)
  return length
}

/** Ten certificates of each module and of the course. */
async function addCertificates(db: Kysely<Database>, course: LoadedCourse): Promise<string[]> {
  const ids: string[] = []
  const dates = { issued_at: Date.now(), updated_at: Date.now() }
  for (let learner = 0; learner < 10; learner++) {
    const actor = `picture-${learner}`
    await db.insertInto('learner').values({ id: actor, created_at: 0, last_seq: 0 }).execute()
    for (const module of [...course.modules.keys(), course.course.id]) {
      const id = makeCertificateId(crypto.getRandomValues(new Uint8Array(10)))
      const template = module === course.course.id ? 'course' : 'module'
      const achieved = template === 'course' ? courseAchievementOf(course) : achievementOf(course, module)
      if (!achieved) throw new Error(`The course has nothing to certify for ${module}.`)
      const achievement = JSON.stringify(achieved)
      await db
        .insertInto('certificate')
        .values({ id, actor, module, name: 'Amal', version: 1, template, achievement, ...dates })
        .execute()
      ids.push(id)
    }
  }
  return ids
}

async function memoryOf(server: ChildProcess): Promise<MemoryTold> {
  const told = once(server, 'message')
  server.send('memory')
  const [{ live, resident }] = (await told) as [MemoryTold]
  return { live: Math.round(live / 1e6), resident: Math.round(resident / 1e6) }
}
