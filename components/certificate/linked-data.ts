/**
 * What a machine reads on the page of a certificate: schema.org’s EducationalOccupationalCredential, as JSON-LD in a data block. The skills
 * are what was taught (`teaches`), because nobody measured them; `competencyRequired` would say that the holder has shown them. A data block
 * is no script, so no Content-Security-Policy asks about it (HTML, “prepare the script element”); `<` is escaped, so nothing ends it early.
 * https://schema.org/EducationalOccupationalCredential
 */
import { isOfCourse } from '#lib/credential/describe-achievement.ts'
import type { Achievement } from '#lib/credential/schema.ts'

export type Described = {
  url: string
  id: string
  name: string
  description: string
  image: string
  /** null where the holder does not show it */
  holder: string | null
  issuedAt: number
  updatedAt: number
  achievement: Achievement
  issuer: { name: string; url: string }
  /** address of the competency framework */
  framework: string
}

export function linkedData(described: Described): Record<string, unknown> {
  const { url, id, name, description, image, holder, issuedAt, updatedAt, achievement, issuer, framework } = described
  const skills = (achievement.indicators ?? []).map(({ id: code, text }) => ({
    '@type': 'DefinedTerm',
    termCode: code,
    name: text,
    url: `${framework}#${code}`,
    inDefinedTermSet: framework,
  }))
  const provider = { '@type': 'Organization', ...issuer }
  const course = { '@type': 'Course', name: achievement.course, provider }
  const taught = { timeRequired: `PT${achievement.minutes}M`, ...(skills.length > 0 ? { teaches: skills } : {}) }
  return {
    '@context': 'https://schema.org',
    '@type': 'EducationalOccupationalCredential',
    '@id': url,
    url,
    name,
    description,
    image,
    identifier: id,
    credentialCategory: 'Certificate',
    dateCreated: dayOf(issuedAt),
    dateModified: dayOf(updatedAt),
    recognizedBy: provider,
    about: isOfCourse(achievement) ? { ...course, ...taught } : { '@type': 'Course', name, isPartOf: course, provider, ...taught },
    ...(holder === null ? {} : { '@reverse': { hasCredential: { '@type': 'Person', name: holder } } }),
  }
}

/** For the inside of a `script` element. */
export function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
}

/** In UTC, as on the certificate. */
function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
