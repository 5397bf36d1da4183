import { describe, expect, it } from 'vitest'
import { type Action, isOfCohort, may, permissions, type Relation, type Role } from './permissions.ts'

const roles: readonly (Role | 'guest')[] = ['guest', 'learner', 'facilitator', 'administrator']
const relations: readonly Relation[] = ['none', 'member', 'facilitator']
const allowed = (action: Action) =>
  roles.flatMap((role) => relations.flatMap((relation) => (may(action, { role, relation }) ? [`${role} ${relation}`] : [])))

describe('the permission table', () => {
  it('lets a facilitator see their own cohorts and nobody else’s', () => {
    expect(allowed('cohort.see')).toEqual([
      'facilitator facilitator',
      'administrator none',
      'administrator member',
      'administrator facilitator',
    ])
  })
  it('lets nobody facilitate who is no facilitator of the site any more', () => {
    expect(may('cohort.see', { role: 'learner', relation: 'facilitator' })).toBe(false)
    expect(may('cohort.see', { role: 'guest', relation: 'facilitator' })).toBe(false)
  })
  it('gives a member nothing of the facilitator’s', () => {
    for (const action of Object.keys(permissions) as Action[])
      if (permissions[action] === 'facilitator') expect(may(action, { role: 'learner', relation: 'member' })).toBe(false)
  })
  it('gives an administrator all that anybody else may', () => {
    for (const action of Object.keys(permissions) as Action[])
      for (const role of roles)
        for (const relation of relations)
          if (may(action, { role, relation })) expect([action, may(action, { role: 'administrator', relation })]).toEqual([action, true])
  })
  it('knows which actions hang on a cohort', () => {
    expect([isOfCohort('cohort.see'), isOfCohort('self.leave'), isOfCohort('cohort.create'), isOfCohort('admin.audit')]).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})
