/** The file of a report, for both kinds: who asks, which module, and the answer. */
import { guard } from '#app/api/guard.ts'
import { refuse } from '#app/api/reply.ts'
import { type ReportedModule, reportedModule } from '#lib/cohort/report-course.ts'
import { type ModuleReport, readModuleReport } from '#lib/cohort/report-store.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import type { Messages } from '#lib/message/format.ts'
import { isLocale } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export type FileContext = { params: Promise<{ locale: string; cohort: string; module: string }> }
/** @returns the text of the file, or null where there is nothing to write */
export type WriteFile = (report: ModuleReport, module: ReportedModule, messages: Messages, bom: boolean) => string | null

export async function sendFile(request: Request, { params }: FileContext, kind: string, write: WriteFile): Promise<Response> {
  const { locale, cohort: id, module: slug } = await params
  const asked = await guard(request, 'cohort.export', id)
  if (asked instanceof Response) return asked
  const module = isLocale(locale) ? reportedModule(await loadCourse(locale), slug) : undefined
  const report = module && (await readModuleReport(asked.db, id, module))
  const bom = new URL(request.url).searchParams.get('bom') !== '0'
  const text = module && report && isLocale(locale) ? write(report, module, messagesFor(locale).report, bom) : null
  if (text === null) return refuse('not_found')
  return new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${slug}-${kind}.csv"`,
      'cache-control': 'no-store',
    },
  })
}
