/** Where the links of letters and of the command line lead. Each page asks for a press before anything happens: mail programs open links too. */
export const setupAddress = (baseUrl: string, token: string): string => `${baseUrl}/setup?token=${token}`
export const staffInvitationAddress = (baseUrl: string, token: string): string => `${baseUrl}/invited?token=${token}`
export const passwordAddress = (baseUrl: string, token: string): string => `${baseUrl}/reset-password?token=${token}`
/** @param next a path of this site to go on to */
export const signInLinkAddress = (baseUrl: string, token: string, next: string | null): string =>
  `${baseUrl}/sign-in/link?token=${token}${next ? `&next=${encodeURIComponent(next)}` : ''}`
export const emailAddress = (baseUrl: string, token: string): string => `${baseUrl}/verify-email?token=${token}`

/** A path of this site and nothing else: what stands in `next` came from outside. */
export function safeNext(value: unknown): string | null {
  return typeof value === 'string' && /^\/(?![/\\])[^\s\\\p{Cc}]{0,500}$/u.test(value) ? value : null
}
