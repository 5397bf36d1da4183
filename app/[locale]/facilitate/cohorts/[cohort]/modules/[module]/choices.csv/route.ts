import { type FileContext, sendFile } from '#app/[locale]/facilitate/cohorts/[cohort]/modules/[module]/send-file.ts'
import { choiceFile } from '#lib/cohort/report-file.ts'

export const dynamic = 'force-dynamic'

export function GET(request: Request, context: FileContext): Promise<Response> {
  return sendFile(request, context, 'choices', ({ scenario }, module, messages, bom) =>
    scenario && module.scenario ? choiceFile(scenario, module.scenario.story, messages, bom) : null,
  )
}
