/** What a certificate says on paper, in words: from the record, the issuer and the state of the credential. Pure; no layout. */
import { dateOf, durationOf, isOfCourse, keyFor, sentenceOf, titleOf } from '#lib/credential/describe-achievement.ts'
import type { PublicCertificate } from '#lib/credential/schema.ts'
import { type Messages, say } from '#lib/message/format.ts'
import { formatLocale } from '#lib/message/locale.ts'
import { competenciesAlone, type Skill, skillLines } from './skills.ts'

export type Section = { heading: string; lead: string | null; items: string[] }

export type PdfContent = {
  title: string
  author: string
  subject: string
  language: string
  /** Unix milliseconds */
  created: number
  site: string
  heading: string
  certifies: string
  /** null: the holder does not show it */
  name: string | null
  /** what stands in place of the name, and why */
  nameless: { holder: string; note: string }
  /** `*` around what is bold */
  sentence: string
  facts: { label: string; value: string }[]
  sections: Section[]
  revoked: { title: string; text: string } | null
  verify: { heading: string; text: string; address: string; url: string; alt: string; file: string }
  signatory: { name: string; lines: string[] } | null
  limit: string
  attachment: string
  pageOf: (page: number, pages: number) => string
}

export type ContentInput = {
  certificate: PublicCertificate
  issuer: { name: string; signatory: { name: string; title: string } | null }
  standing: { revokedAt: number | null; reason: string }
  /** of the competency framework */
  skills: readonly Skill[]
  /** where it can be checked */
  shareUrl: string
  locale: string
  messages: { pdf: Messages; certificate: Messages }
}

export const attachedName = 'credential.json'

export function contentOf({ certificate, issuer, standing, skills, shareUrl, locale, messages }: ContentInput): PdfContent {
  const { achievement, issuedAt, showsName } = certificate
  const words = messages.pdf
  const tell = (key: string, values: Record<string, string | number> = {}) => say(words, key, values, locale)
  const title = titleOf(achievement)
  const name = showsName ? certificate.name : null
  const sentence = sentenceOf(achievement, messages.certificate, locale)
  const address = shareUrl.replace(/^https?:\/\//, '')
  return {
    title: name === null ? tell('titleNameless', { title }) : tell('title', { title, name }),
    author: issuer.name,
    subject: `${name ?? tell('holder')} ${sentence.replaceAll('*', '')}`,
    language: formatLocale(locale),
    created: issuedAt,
    site: achievement.site,
    heading: tell('heading'),
    certifies: tell('certifies'),
    name,
    nameless: { holder: tell('holder'), note: tell('holderNote') },
    sentence,
    facts: [
      { label: tell('issuedOn'), value: dateOf(issuedAt, locale) },
      { label: tell(keyFor(achievement, 'length')), value: durationOf(achievement.minutes, messages.certificate, locale) },
      { label: tell('number'), value: certificate.id },
      { label: tell('issuedBy'), value: issuer.name },
    ],
    sections: sectionsOf(certificate, skills, words, locale),
    revoked: revokedOf(standing, words, locale),
    verify: {
      heading: tell('verify'),
      text: tell('verifyText'),
      address,
      url: shareUrl,
      alt: tell('codeAlt', { address }),
      file: tell('verifyFile', { file: attachedName }),
    },
    signatory: issuer.signatory && {
      name: issuer.signatory.name,
      lines: [issuer.signatory.title, tell('signedFor', { issuer: issuer.name })].filter((line) => line !== ''),
    },
    limit: tell(name === null ? 'limitNameless' : 'limit'),
    attachment: tell('attachment'),
    pageOf: (page, pages) => tell('page', { number: certificate.id, page, pages }),
  }
}

function sectionsOf({ achievement }: PublicCertificate, skills: readonly Skill[], words: Messages, locale: string): Section[] {
  const tell = (key: string, values: Record<string, string | number> = {}) => say(words, keyFor(achievement, key), values, locale)
  const mark = new Intl.NumberFormat(formatLocale(locale), { style: 'percent' }).format(achievement.passMark)
  const ofCourse = isOfCourse(achievement)
  const scenario = ofCourse ? achievement.scenarios > 0 : achievement.scenario
  const able = ofCourse ? achievement.outcomes : achievement.objectives
  const sections: Section[] = [
    {
      heading: say(words, 'assessed'),
      lead: null,
      items: [
        tell('check', { mark }),
        ...(scenario ? [tell('scenario')] : []),
        ...(ofCourse ? [say(words, 'tasksCourse')] : []),
        ...(achievement.lessons > 0 ? [say(words, 'lessons')] : []),
      ],
    },
    ...(ofCourse
      ? [
          {
            heading: say(words, 'modules'),
            // neither a number nor a dot stands alone at the edge of a line
            lead: achievement.modules.map(({ number, title }) => say(words, 'module', { number, module: title })).join('\u00a0· '),
            items: [],
          },
        ]
      : []),
    // one or the other: both would not leave room on a page for what they say
    ...(skills.length > 0
      ? [skillSection(skills, tell, locale)]
      : able.length > 0
        ? [{ heading: tell('objectives'), lead: tell('objectivesLead'), items: [...able] }]
        : []),
  ]
  return sections
}

function skillSection(skills: readonly Skill[], tell: (key: string, values?: Record<string, string>) => string, locale: string): Section {
  const alone = competenciesAlone(skills)
  const heading = tell('skills')
  if (alone === null) return { heading, lead: tell('skillsLead'), items: skillLines(skills) }
  const competencies = new Intl.ListFormat(formatLocale(locale), { type: 'conjunction' }).format(alone)
  return { heading, lead: tell('competencies', { competencies }), items: [] }
}

function revokedOf({ revokedAt, reason }: ContentInput['standing'], words: Messages, locale: string): PdfContent['revoked'] {
  if (revokedAt === null) return null
  return {
    title: say(words, 'revoked', { date: dateOf(revokedAt, locale) }),
    text: reason === '' ? say(words, 'revokedText') : say(words, 'revokedReason', { reason }),
  }
}

/** The title as it may be the name of a file anywhere, e.g. “networking-certificate.pdf”. */
export function fileName(title: string): string {
  const plain = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return `${Array.from(plain).slice(0, 60).join('') || 'module'}-certificate.pdf`
}
