import { describe, expect, it } from 'vitest'
import { emptyForm, formOf, zonesByRegion } from './form-of.ts'
import { endOfDay } from './local-day.ts'
import { type Cohort, cohortFormSchema } from './schema.ts'

const cohort: Cohort = {
  id: 'cohort00000000000000000000',
  name: 'Harda field team',
  startsOn: '2026-09-01',
  endsOn: null,
  timeZone: 'America/St_Johns',
  locale: 'en',
  note: 'We meet on Thursdays.',
  code: 'KMTQ47',
  codeOpen: true,
  codeExpiresAt: endOfDay('2026-11-30', 'America/St_Johns'),
  mostMembers: 40,
  createdAt: 1,
  archivedAt: null,
  version: 3,
}

describe('the form of a cohort', () => {
  it('is one that the site takes, and leaves the cohort as it is', () => {
    const form = formOf(cohort)
    expect(cohortFormSchema.parse(form)).toEqual(form)
    expect(form).toMatchObject({ codeExpiresOn: '2026-11-30', mostMembers: 40, endsOn: null })
  })

  it('says no last day where the code is good without end', () => {
    expect(formOf({ ...cohort, codeExpiresAt: null }).codeExpiresOn).toBeNull()
  })

  it('is one that the site takes also when it is new, once there are a name and a time zone', () => {
    expect(cohortFormSchema.safeParse({ ...emptyForm('en'), name: 'A', timeZone: 'Africa/Nairobi' }).success).toBe(true)
  })
})

describe('time zones to choose from', () => {
  it('stand under their region, each once, and those without one first', () => {
    expect(zonesByRegion(['Asia/Dhaka', 'Africa/Nairobi', 'Asia/Dhaka', 'America/Argentina/Salta'])).toEqual([
      ['', ['UTC']],
      ['Africa', ['Africa/Nairobi']],
      ['America', ['America/Argentina/Salta']],
      ['Asia', ['Asia/Dhaka']],
    ])
  })
})
