import { describe, expect, it } from 'vitest'
import type { CourseAchievement } from '#lib/credential/schema.ts'
import { type Described, inScript, linkedData } from './linked-data.ts'

const described: Described = {
  url: 'https://learn.example.org/certificates/AAAA-BBBB-CCCC-DDDD',
  id: 'AAAA-BBBB-CCCC-DDDD',
  name: 'Networking',
  description: 'Completed the module Networking.',
  image: 'https://learn.example.org/certificates/AAAA-BBBB-CCCC-DDDD/image.png',
  holder: '</script><script>alert(1)</script>',
  issuedAt: Date.UTC(2026, 10, 22, 23, 30),
  updatedAt: Date.UTC(2026, 10, 23),
  achievement: {
    site: 'Common Ground',
    course: 'People behind the data',
    courseVersion: '1.0.0',
    passMark: 0.8,
    minutes: 55,
    module: { slug: 'networking', number: 3, title: 'Networking', motif: 'links' },
    lessons: 5,
    scenario: true,
    objectives: ['say what networking is'],
    indicators: [{ id: 'C-TW-L1-1', competency: 'Teamwork', text: 'Works with others.' }],
  },
  issuer: { name: 'Common Ground', url: 'https://learn.example.org' },
  framework: 'https://learn.example.org/framework',
}

describe('what a machine reads of a certificate', () => {
  it('says what was achieved, when, who issued it, who holds it, and which skills it is about', () => {
    expect(linkedData(described)).toMatchObject({
      '@type': 'EducationalOccupationalCredential',
      '@id': described.url,
      dateCreated: '2026-11-22',
      recognizedBy: { '@type': 'Organization', name: 'Common Ground' },
      about: { name: 'Networking', timeRequired: 'PT55M', isPartOf: { '@type': 'Course', name: 'People behind the data' } },
      '@reverse': { hasCredential: { '@type': 'Person', name: described.holder } },
    })
  })
  it('claims of no skill that the holder has shown it, only that it was taught', () => {
    const data = linkedData(described)
    expect(data).not.toHaveProperty('competencyRequired')
    expect(data).toMatchObject({ about: { teaches: [{ termCode: 'C-TW-L1-1', url: 'https://learn.example.org/framework#C-TW-L1-1' }] } })
  })
  it('says of the whole course how long the whole course is', () => {
    const { site, course, courseVersion, passMark } = described.achievement
    const achievement: CourseAchievement = {
      ...{ site, course, courseVersion, passMark },
      minutes: 400,
      modules: [{ number: 3, title: 'Networking' }],
      lessons: 5,
      scenarios: 1,
      outcomes: [],
    }
    const { about } = linkedData({ ...described, name: course, achievement })
    expect(about).toMatchObject({ name: course, timeRequired: 'PT400M' })
    expect(about).not.toHaveProperty('isPartOf')
  })
  it('names nobody where the holder shows no name', () => {
    expect(JSON.stringify(linkedData({ ...described, holder: null }))).not.toContain('Person')
  })
  it('cannot end the element it stands in, and reads as what it was', () => {
    const text = inScript(linkedData(described))
    expect(text).not.toContain('<')
    expect(JSON.parse(text)).toEqual(linkedData(described))
  })
})
