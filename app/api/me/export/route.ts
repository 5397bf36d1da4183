/** GET: everything that is stored about whoever asks, as a file; app/[locale]/me/README.md says what each part is. */
import { answer } from '#app/api/answer.ts'
import { guard } from '#app/api/guard.ts'
import { exportPerson } from '#lib/account/export-store.ts'
import { loadCourse } from '#lib/course/load-course.ts'

export const dynamic = 'force-dynamic'

export const GET = answer(async (request: Request): Promise<Response> => {
  const asked = await guard(request, 'self.download')
  if (asked instanceof Response) return asked
  const { learner, user } = asked.who
  const at = Date.now()
  const file = await exportPerson(asked.db, { learner, user }, { at, site: (await loadCourse()).course.site })
  return new Response(`${JSON.stringify(file, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="my-record-${new Date(at).toISOString().slice(0, 10)}.json"`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
})
