/** A certificate to draw in tests, with a drawing of its own. */
import { codeOf } from '#lib/credential/draw-code.ts'
import type { ModuleAchievement, PublicCertificate } from '#lib/credential/schema.ts'
import certificateWords from '#lib/message/en/certificate.json' with { type: 'json' }
import pdf from '#lib/message/en/pdf.json' with { type: 'json' }
import { type ContentInput, contentOf } from './content.ts'
import type { PdfInput } from './draw-pdf.ts'

export const sampleAchievement: ModuleAchievement = {
  site: 'Common Ground',
  course: 'People behind the data',
  courseVersion: '1.0.0',
  passMark: 0.75,
  minutes: 52,
  module: { slug: 'networking', number: 3, title: 'Networking', motif: 'links' },
  lessons: 5,
  scenario: true,
  objectives: ['define networking and say why it is powerful', 'choose the type that fits a situation'],
}

export const sampleUrl = 'https://learn.example.org/certificates/7Q2M-K4XD-PPPP-1234'
export const sampleJson = JSON.stringify({ type: 'OpenBadgeCredential', name: 'Networking: “Zoë & 王”', list: [1, 2, 3] }, null, 1)

export function sampleContent(
  certificate: Partial<PublicCertificate> = {},
  { standing = { revokedAt: null, reason: '' }, skills = [], issuer }: Partial<ContentInput> = {},
) {
  return contentOf({
    certificate: {
      id: '7Q2M-K4XD-PPPP-1234',
      module: 'networking',
      name: 'Amal Haddad-Okoye',
      version: 1,
      template: 'module',
      achievement: sampleAchievement,
      issuedAt: Date.UTC(2026, 10, 21, 12),
      updatedAt: Date.UTC(2026, 10, 21, 12),
      visibility: 'unlisted',
      showsName: true,
      ...certificate,
    },
    issuer: issuer ?? { name: 'Relief & Learning <Ltd>', signatory: { name: 'Ines Tavares', title: 'Head of information management' } },
    standing,
    skills,
    shareUrl: sampleUrl,
    locale: 'en',
    messages: { pdf, certificate: certificateWords },
  })
}

const svg = (body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="#1a2330" stroke-linecap="round">${body}</svg>`

export function sampleInput(content = sampleContent(), size: PdfInput['size'] = 'a4'): PdfInput {
  return {
    content,
    size,
    drawings: {
      mark: svg('<path d="M2 14c3.5-6 6.5-6 10 0s6.5 6 10-1.5" stroke-width="2"/>'),
      motif: { svg: svg('<circle cx="12" cy="12" r="9" fill="#3b4ba3" stroke="#ffffff" stroke-width="2"/>'), width: 24, height: 18 },
      accent: '#3b4ba3',
      logo: null,
    },
    code: codeOf(`${sampleUrl}#${'1234567890'.repeat(40)}`),
    credential: sampleJson,
  }
}
