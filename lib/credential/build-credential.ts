/**
 * A certificate as an Open Badges 3.0 credential, not signed yet. Pure. Invariants:
 * - a name is there only where its holder shows it, and an address of mail only beside one, as a salted hash: whoever guesses the address
 *   can check it, and so would know the name that was hidden;
 * - nothing is claimed but what was done: `criteria` and `evidence` say how it was assessed;
 * - each thing has an id of its own: where two shared one, words could be moved from one to the other under the signature.
 * https://www.imsglobal.org/spec/ob/v3p0/ https://www.w3.org/TR/vc-data-model-2.0/
 */
import { say } from '#lib/message/format.ts'
import { messagesFor } from '#lib/message/messages.ts'
import { credentialsContext, openBadgesContext, openBadgesExtensions } from './contexts.ts'
import { achievementUrl, indicatorUrl, logoUrl, shareUrl, statusListUrl } from './credential-addresses.ts'
import { isOfCourse, partsOf, titleOf } from './describe-achievement.ts'
import { isoTime } from './iso-time.ts'
import type { Issuer, IssuerProfile } from './issuer-store.ts'
import type { Achievement, Certificate } from './schema.ts'

export type UnsignedCredential = Record<string, unknown> & { id: string; validFrom: string }
export type SignedCredential = UnsignedCredential & { proof: Record<string, unknown> }

/** `identityHash`: `sha256$` and the hash of the address and the salt, as Open Badges writes it */
export type HashedEmail = { identityHash: string; salt: string }

export type CredentialParts = {
  certificate: Pick<Certificate, 'id' | 'module' | 'name' | 'showsName' | 'issuedAt'>
  /** with its indicators */
  achievement: Achievement
  /** random, and the same as long as the certificate is */
  subject: string
  email: HashedEmail | null
  status: { list: number; position: number }
  issuer: Pick<Issuer, 'id' | 'profile' | 'baseUrl'>
}

export const achievementSchemaUrl = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json'

const locale = 'en'

export function buildCredential({ certificate, achievement, subject, email, status, issuer }: CredentialParts): UnsignedCredential {
  const { baseUrl } = issuer
  const share = shareUrl(baseUrl, certificate.id)
  const list = statusListUrl(baseUrl, status.list)
  const identifier = certificate.showsName
    ? [
        ...(email ? [{ type: 'IdentityObject', hashed: true, identityType: 'emailAddress', ...email }] : []),
        { type: 'IdentityObject', hashed: false, identityType: 'name', identityHash: certificate.name },
      ]
    : []
  return {
    '@context': [credentialsContext, openBadgesContext, openBadgesExtensions],
    id: share,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: titleOf(achievement),
    validFrom: isoTime(certificate.issuedAt),
    issuer: { id: issuer.id, ...profileOf(issuer) },
    credentialSubject: {
      id: `urn:uuid:${subject}`,
      type: ['AchievementSubject'],
      ...(identifier.length > 0 ? { identifier } : {}),
      achievement: describeAchievement(achievement, certificate.module, baseUrl),
    },
    evidence: [{ id: `${share}#evidence`, type: ['Evidence'], name: titleOf(achievement), narrative: narrativeOf(achievement) }],
    credentialSchema: [{ id: achievementSchemaUrl, type: '1EdTechJsonSchemaValidator2019' }],
    credentialStatus: {
      id: `${list}#${status.position}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(status.position),
      statusListCredential: list,
    },
  }
}

/** The issuer as Open Badges describes one, without its id. */
export function profileOf({ profile, baseUrl }: { profile: IssuerProfile; baseUrl: string }): Record<string, unknown> {
  const { name, url, email, description, logo, signatory } = profile
  return {
    type: ['Profile'],
    name,
    url,
    ...(description === '' ? {} : { description }),
    ...(email === null ? {} : { email }),
    ...(logo === null ? {} : { image: { id: logoUrl(baseUrl), type: 'Image' } }),
    ...(signatory === null ? {} : { official: signatory.name }),
  }
}

/** @param module slug of a module, or id of the course */
export function describeAchievement(achievement: Achievement, module: string, baseUrl: string): Record<string, unknown> {
  const words = messagesFor(locale).certificate
  const id = achievementUrl(baseUrl, module)
  const alignment = (achievement.indicators ?? []).map(({ id: code, competency, text }) => ({
    type: ['Alignment'],
    targetType: 'CFItem',
    targetName: text,
    targetDescription: competency,
    targetUrl: indicatorUrl(baseUrl, code),
    targetCode: code,
    // the words above are the course's own, not the official ones
    ...(achievement.framework === undefined ? {} : { targetFramework: `${achievement.framework}, paraphrased for this course` }),
  }))
  const ofCourse = isOfCourse(achievement)
  const course = `course “${achievement.course}”`
  const whole = ofCourse ? `The ${course}` : `The module “${achievement.module.title}” of the ${course}`
  const able = ofCourse ? achievement.outcomes : achievement.objectives
  const lead = say(words, ofCourse ? 'objectivesLeadCourse' : 'objectivesLead')
  return {
    id,
    type: ['Achievement'],
    name: titleOf(achievement),
    description: `${whole}. ${lead} ${able.map(plainEnd).join('; ')}.`,
    criteria: { id: `${id}#criteria`, narrative: narrativeOf(achievement) },
    achievementType: 'CertificateOfCompletion',
    inLanguage: locale,
    creditsAvailable: hoursOf(achievement.minutes),
    ...(alignment.length > 0 ? { alignment } : {}),
  }
}

/** How it was assessed, in sentences. */
export function narrativeOf(achievement: Achievement): string {
  const words = messagesFor(locale).certificate
  const mark = achievement.passMark.toLocaleString(locale, { style: 'percent' })
  const sentences = isOfCourse(achievement)
    ? [
        say(words, 'criteriaCheckCourse', { mark }),
        ...(achievement.scenarios > 0 ? [say(words, 'criteriaScenarioCourse')] : []),
        say(words, 'criteriaTasksCourse'),
        say(words, 'criteriaLessonsCourse'),
      ]
    : [
        say(words, 'criteriaCheck', { mark }),
        ...(achievement.scenario ? [say(words, 'criteriaScenario')] : []),
        ...(achievement.lessons > 0 ? [say(words, 'criteriaLessons')] : []),
      ]
  const whole = `The ${isOfCourse(achievement) ? 'course' : 'module'} has ${partsOf(achievement, words, locale)}.`
  return [whole, ...sentences, say(words, 'criteriaLimit')].join(' ')
}

/** Whole hours and quarters, at least one quarter. */
export function hoursOf(minutes: number): number {
  return Math.max(1, Math.round(minutes / 15)) / 4
}

const plainEnd = (text: string) => text.replace(/\.$/, '')
