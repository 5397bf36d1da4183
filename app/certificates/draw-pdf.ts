/** The certificate as a PDF: its words, its drawings and its signed credential put together. The drawing itself is in lib/credential/pdf. */
import { linksMotif } from '#components/certificate/templates/links-motif.tsx'
import { markMotif } from '#components/certificate/templates/mark-motif.tsx'
import { colour, mark } from '#components/certificate/templates/parts.tsx'
import { routeMotif } from '#components/certificate/templates/route-motif.tsx'
import { courseMotif } from '#components/certificate/templates/way-motif.ts'
import { fingerprint } from '#lib/course/fingerprint.ts'
import { isOfCourse, titleOf } from '#lib/credential/describe-achievement.ts'
import { codeOf } from '#lib/credential/draw-code.ts'
import type { IssuerProfile } from '#lib/credential/issuer-store.ts'
import { contentOf, fileName, type PdfContent } from '#lib/credential/pdf/content.ts'
import { type Drawings, drawPdf, type PageSize } from '#lib/credential/pdf/draw-pdf.ts'
import { skillsIn } from '#lib/credential/pdf/skills.ts'
import type { Achievement, PublicCertificate } from '#lib/credential/schema.ts'
import { defaultLocale } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

/** Goes up with every change of what the PDF looks like or says: it is part of its ETag. */
const pdfVersion = 2

export type PdfParts = {
  certificate: PublicCertificate
  issuer: Pick<IssuerProfile, 'name' | 'signatory' | 'logo'>
  standing: { revokedAt: number | null; reason: string }
  /** the signed credential, as it is served */
  json: string
  shareUrl: string
}

function pdfContent({ json, ...parts }: PdfParts): PdfContent {
  const { pdf, certificate } = messagesFor(defaultLocale)
  return contentOf({ ...parts, skills: skillsIn(json), locale: defaultLocale, messages: { pdf, certificate } })
}

/** Everything a PDF depends on, as one word that begins with the certificate and the size: its key in the store and its ETag. */
export function pdfKey({ certificate, issuer, standing, json, shareUrl }: PdfParts, size: PageSize, keyId: string): string {
  const { id, version } = certificate
  return `${id}-${size}-${version}-${pdfVersion}-${fingerprint({ issuer, standing, json, shareUrl, keyId })}`
}

/** The name it is saved under. */
export function pdfFileName({ certificate }: Pick<PdfParts, 'certificate'>): string {
  return fileName(titleOf(certificate.achievement))
}

/** @param digits the compact signed form, for the code */
export function drawCertificatePdf(parts: PdfParts, size: PageSize, digits: string): Promise<Uint8Array> {
  return drawPdf({
    content: pdfContent(parts),
    size,
    drawings: drawingsOf(parts.certificate.achievement, logoOf(parts.issuer.logo)),
    code: codeOf(`${parts.shareUrl}#${digits}`),
    credential: parts.json,
  })
}

function logoOf(address: string | null): Uint8Array | null {
  return address === null ? null : Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')
}

/** The paper of a printer is white. */
const paper = '#ffffff'

function drawingsOf(achievement: Achievement, logo: Uint8Array | null): Drawings {
  const { ink, modules } = colour
  if (isOfCourse(achievement)) {
    const numbers = achievement.modules.map(({ number }) => number)
    return {
      mark: mark(),
      motif: { svg: courseMotif({ ink, paper, colours: modules, numbers }), width: 430, height: 250 },
      accent: ink,
      logo,
    }
  }
  const { motif, number } = achievement.module
  const accent = modules[number - 1] ?? ink
  const svg =
    motif === 'links'
      ? linksMotif({ ink, accent, paper })
      : motif === 'route'
        ? routeMotif({ ink, accent, paper, number })
        : markMotif({ accent, paper, kind: motif })
  return { mark: mark(), motif: { svg, width: 430, height: 330 }, accent, logo }
}
