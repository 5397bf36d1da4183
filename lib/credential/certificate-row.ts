/** The row of a certificate as the program sees it. Pure. */
import type { Selectable } from 'kysely'
import type { CertificateTable } from '#lib/db/schema.ts'
import { achievementSchema, type Certificate, visibilitySchema } from './schema.ts'

export function toCertificate({
  id,
  actor,
  module,
  name,
  version,
  template,
  achievement,
  issued_at,
  updated_at,
  visibility,
  shows_name,
}: Selectable<CertificateTable>): Certificate {
  return {
    id,
    actor,
    module,
    name,
    version,
    template: template === 'course' ? 'course' : 'module',
    achievement: achievementSchema.parse(JSON.parse(achievement)),
    issuedAt: issued_at,
    updatedAt: updated_at,
    visibility: visibilitySchema.parse(visibility),
    showsName: shows_name === 1,
  }
}
