import { describe, expect, it } from 'vitest'
import { someAchievement } from '#lib/testing/signed-certificates.ts'
import { someDay } from '#lib/testing/small-course.ts'
import { buildCredential, type CredentialParts, describeAchievement, hoursOf, narrativeOf } from './build-credential.ts'
import type { CourseAchievement } from './schema.ts'

const baseUrl = 'https://learn.example.org'
const profile = { name: 'Relief', url: baseUrl, email: null, description: '', logo: null, signatory: null }
const parts: CredentialParts = {
  certificate: { id: '0123-4567-89AB-CDEF', module: 'networking', name: 'Amal Haddad', showsName: true, issuedAt: someDay + 789 },
  achievement: someAchievement,
  subject: '7f8e5b64-5d3c-4a0e-9a55-3c1f2b6d9e10',
  email: { identityHash: `sha256$${'ab'.repeat(32)}`, salt: 'abcd' },
  status: { list: 3, position: 77_777 },
  issuer: { id: 'did:web:learn.example.org', profile, baseUrl },
}
const wholeCourse: CourseAchievement = {
  site: 'Common Ground',
  course: 'People',
  courseVersion: '1.0.0',
  modules: [
    { number: 3, title: 'Networking' },
    { number: 7, title: 'Listening' },
  ],
  lessons: 3,
  scenarios: 1,
  passMark: 0.75,
  minutes: 125,
  outcomes: ['Work with people.', 'Listen.'],
}

describe('a credential', () => {
  it('says who, what, when and by whom, and where its status is', () => {
    expect(buildCredential(parts)).toMatchObject({
      id: `${baseUrl}/certificates/0123-4567-89AB-CDEF`,
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      validFrom: `${new Date(someDay).toISOString().slice(0, 19)}Z`,
      issuer: { id: 'did:web:learn.example.org', type: ['Profile'], name: 'Relief', url: baseUrl },
      credentialSubject: {
        id: 'urn:uuid:7f8e5b64-5d3c-4a0e-9a55-3c1f2b6d9e10',
        identifier: [
          { identityType: 'emailAddress', hashed: true, salt: 'abcd' },
          { identityType: 'name', hashed: false, identityHash: 'Amal Haddad' },
        ],
        achievement: {
          id: `${baseUrl}/achievements/networking`,
          name: 'Networking',
          creditsAvailable: 0.75,
          alignment: [
            {
              targetCode: 'C-TW-L1-1',
              targetUrl: `${baseUrl}/framework#C-TW-L1-1`,
              targetFramework: 'A framework, paraphrased for this course',
            },
          ],
        },
      },
      credentialStatus: {
        id: `${baseUrl}/credentials/status/3#77777`,
        statusListIndex: '77777',
        statusListCredential: `${baseUrl}/credentials/status/3`,
      },
    })
  })

  it('gives each thing an id of its own', () => {
    const ids = [...JSON.stringify(buildCredential(parts)).matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toContain(`${baseUrl}/certificates/0123-4567-89AB-CDEF#evidence`)
  })

  it('has no name where the holder does not show it, and no identifier where there is neither', () => {
    const hidden = { ...parts, certificate: { ...parts.certificate, showsName: false } }
    expect(JSON.stringify(buildCredential(hidden))).not.toContain('Amal')
    expect(buildCredential({ ...hidden, email: null }).credentialSubject).not.toHaveProperty('identifier')
  })

  it('refers to the logo and names who signs', () => {
    const full = {
      ...profile,
      email: 'a@relief.example',
      description: 'We help.',
      logo: 'data:image/png;base64,iVBORw0KGgo=',
      signatory: { name: 'Ines Tavares', title: 'Coordinator' },
    }
    expect(buildCredential({ ...parts, issuer: { ...parts.issuer, profile: full } }).issuer).toEqual({
      id: 'did:web:learn.example.org',
      type: ['Profile'],
      name: 'Relief',
      url: baseUrl,
      description: 'We help.',
      email: 'a@relief.example',
      image: { id: `${baseUrl}/issuer/logo.png`, type: 'Image' },
      official: 'Ines Tavares',
    })
  })
})

describe('what was achieved, in words', () => {
  it('of a module', () => {
    expect(narrativeOf(someAchievement)).toMatch(
      /^The module has two lessons, a branching scenario,? and a check\. .*at least 75% of the points.*skipped/,
    )
    expect(narrativeOf({ ...someAchievement, lessons: 0, scenario: false })).not.toMatch(/scenario|lessons/)
    expect(narrativeOf(someAchievement)).toContain('It does not claim competence at work.')
  })

  it('of the course says that the tasks are the holder’s own word', () => {
    expect(narrativeOf(wholeCourse)).toContain('nobody else checked it')
    expect(describeAchievement(wholeCourse, 'people', baseUrl)).toMatchObject({
      name: 'People',
      creditsAvailable: 2,
      description: 'The course “People”. After this course one can: Work with people; Listen.',
    })
  })

  it.each([
    [1, 0.25],
    [20, 0.25],
    [50, 0.75],
    [125, 2],
    [484, 8],
  ])('takes %i minutes for %d hours', (minutes, hours) => {
    expect(hoursOf(minutes)).toBe(hours)
  })
})
