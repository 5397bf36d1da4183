import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { loadCourse } from '#lib/course/load-course.ts'
import { achievementOf } from '#lib/credential/achievement-of.ts'
import { closeDatabase, database } from '#lib/db/client.ts'
import certificate from '#lib/message/en/certificate.json' with { type: 'json' }
import { everybody, makeAsker, makePlace } from '#lib/testing/cohort-people.ts'
import { someDay } from '#lib/testing/small-course.ts'
import CertificatePage from './page.tsx'

const page = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock('next/headers', () => ({ headers: async () => page.headers, cookies: async () => ({ get: () => undefined }) }))
vi.mock('next/navigation', async (original) => ({ ...(await original<object>()), useRouter: () => ({ refresh() {} }) }))

const secret = 'a secret of more than thirty-two characters'
const id = 'AAAA-BBBB-CCCC-DDDD'
const folder = mkdtempSync(join(tmpdir(), 'common-ground-certificate-'))

beforeAll(() => {
  vi.stubEnv('DATA_DIR', folder)
  vi.stubEnv('SECRET', secret)
  vi.stubEnv('BASE_URL', 'http://localhost:3000')
})
afterAll(async () => {
  await closeDatabase()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

it('gives its tools to the holder, with an account or without, and to nobody else', async () => {
  const db = await database()
  const place = await makePlace(db)
  const shown = async (cookie: string | null) => {
    page.headers = new Headers(cookie ? { cookie } : {})
    const props = { params: Promise.resolve({ locale: 'en', id }), searchParams: Promise.resolve({}) }
    return renderToStaticMarkup(await CertificatePage(props)).includes(certificate.download)
  }
  const achievement = JSON.stringify(achievementOf(await loadCourse(), 'networking'))
  for (const holder of everybody.filter(({ stranger }) => !stranger)) {
    const { learner, cookie } = await makeAsker(db, holder, place, secret)
    await db.deleteFrom('certificate').execute()
    const times = { issued_at: someDay, updated_at: someDay }
    const row = { id, actor: learner!, module: 'networking', name: 'Thandiwe Nkosi', version: 1, template: 'module', achievement, ...times }
    await db.insertInto('certificate').values(row).execute()
    expect([holder.title, await shown(cookie)]).toEqual([holder.title, true])
    for (const other of everybody) {
      const asker = await makeAsker(db, other, place, secret)
      expect([other.title, await shown(asker.cookie)]).toEqual([other.title, false])
    }
  }
})
