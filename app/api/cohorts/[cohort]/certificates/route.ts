/**
 * GET: the certificates of a cohort that are shared, for the zip; takes the parameters of the page (`module`, `name`, `sort`). Those
 * that their holders have made private are not among them.
 * @returns `{ certificates: PackedCertificate[] }`
 */
import { answer } from '#app/api/answer.ts'
import { certificatesOf } from '#app/api/cohorts/certificates-of.ts'
import { guard } from '#app/api/guard.ts'
import { ok } from '#app/api/reply.ts'
import { certificatesInView, readCertificateView } from '#lib/cohort/certificate-list.ts'
import type { PackedCertificate } from '#lib/cohort/certificate-table.ts'
import { config } from '#lib/config/read-config.ts'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ cohort: string }> }

export const GET = answer(async (request: Request, context: Context): Promise<Response> => {
  const { cohort: id } = await context.params
  const asked = await guard(request, 'cohort.certificates', id)
  if (asked instanceof Response) return asked
  const { all, known } = await certificatesOf(asked.db, id)
  const view = readCertificateView(Object.fromEntries(new URL(request.url).searchParams), known)
  const shared = certificatesInView(all, view, asked.cohort.locale).filter((one) => one.shared)
  const certificates = shared.map(
    ({ id, name, written, title, issuedAt, state }): PackedCertificate => ({
      id,
      name,
      written,
      title,
      issuedAt,
      state,
      address: `${config().baseUrl}/certificates/${id}`,
    }),
  )
  return ok({ certificates }, { headers: { 'Cache-Control': 'no-store' } })
})
