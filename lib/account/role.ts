/** What an account may be. Everybody begins as a learner; a facilitator and an administrator are learners too. */
export const roles = ['learner', 'facilitator', 'administrator'] as const
export type Role = (typeof roles)[number]

/** An unknown word in the database gives no rights. */
export function roleOf(value: string | null | undefined): Role {
  return roles.find((role) => role === value) ?? 'learner'
}

export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value)
}
