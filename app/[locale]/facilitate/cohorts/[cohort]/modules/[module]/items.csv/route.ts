import { type FileContext, sendFile } from '#app/[locale]/facilitate/cohorts/[cohort]/modules/[module]/send-file.ts'
import { itemFile } from '#lib/cohort/report-file.ts'

export const dynamic = 'force-dynamic'

export function GET(request: Request, context: FileContext): Promise<Response> {
  return sendFile(request, context, 'items', ({ check }, _module, messages, bom) => itemFile(check.items, messages, bom))
}
