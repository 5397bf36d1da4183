/**
 * A cookie that says no more than that this browser is in a cohort, for the pages that are the same for everybody: only where it
 * stands do they ask what is due. It is no secret and proves nothing; who asks is known by the session.
 */
import { config } from '#lib/config/read-config.ts'

export const hintName = 'cg_cohort'
/** 400 days: the longest a browser keeps a cookie (RFC 6265bis, section 5.5). */
const maxAge = 400 * 24 * 60 * 60

export function hintCookie(inCohort: boolean): string {
  const secure = config().baseUrl.startsWith('https:') ? '; Secure' : ''
  return `${hintName}=${inCohort ? 1 : ''}; Path=/; Max-Age=${inCohort ? maxAge : 0}; SameSite=Lax${secure}`
}
