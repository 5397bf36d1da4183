/**
 * GET: the grid as a CSV file. `?what=people` (the default; takes the parameters of the page too, and then has only who is shown) or
 * `?what=totals`; `&bom=no` without the byte order mark.
 */
import { answer } from '#app/api/answer.ts'
import { gridOf } from '#app/api/cohorts/grid-of.ts'
import { guard } from '#app/api/guard.ts'
import { byteOrderMark, toCsv } from '#lib/activity/csv.ts'
import { peopleTable, totalsTable } from '#lib/cohort/export-grid.ts'
import { readView, viewed } from '#lib/cohort/grid-view.ts'
import { toCohort } from '#lib/cohort/store.ts'
import { defaultLocale } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ cohort: string }> }

export const GET = answer(async (request: Request, context: Context): Promise<Response> => {
  const { cohort: id } = await context.params
  const asked = await guard(request, 'cohort.export', id)
  if (asked instanceof Response) return asked
  const cohort = toCohort(asked.cohort)
  const parameters = Object.fromEntries(new URL(request.url).searchParams)
  const now = Date.now()
  const grid = await gridOf(asked.db, cohort, now)
  const words = { messages: messagesFor(defaultLocale).facilitate, timeZone: cohort.timeZone }
  const view = readView(
    parameters,
    grid.columns.map(({ slug }) => slug),
  )
  const totals = parameters['what'] === 'totals'
  const csv = toCsv(totals ? totalsTable(grid, words) : peopleTable(grid, viewed(grid, view, cohort.locale), words))
  const name = `${plain(cohort.name)}-${totals ? 'totals' : 'people'}-${new Date(now).toISOString().slice(0, 10)}.csv`
  return new Response(parameters['bom'] === 'no' ? csv.slice(byteOrderMark.length) : csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  })
})

/** A file name that every system takes. */
function plain(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .toLowerCase()
  return ascii || 'cohort'
}
