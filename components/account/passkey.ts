/** Passkeys: what the browser is asked for between two calls to the site. The library is loaded at the press. */
import { type Called, call } from '#components/device/call.ts'

const closed = { ok: false, code: 'passkey_cancelled' } as const

export async function signInWithPasskey(): Promise<Called<unknown>> {
  const options = await call<never>('GET', '/api/auth/passkey/generate-authenticate-options')
  if (!options.ok) return options
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const response = await startAuthentication({ optionsJSON: options.value }).catch(() => null)
  if (!response) return closed
  return call('POST', '/api/auth/passkey/verify-authentication', { response })
}

export async function addPasskey(name: string): Promise<Called<unknown>> {
  const options = await call<never>('GET', `/api/auth/passkey/generate-register-options?name=${encodeURIComponent(name)}`)
  if (!options.ok) return options
  const { startRegistration } = await import('@simplewebauthn/browser')
  try {
    const response = await startRegistration({ optionsJSON: options.value })
    return await call('POST', '/api/auth/passkey/verify-registration', { response, name })
  } catch (error) {
    return { ok: false, code: Object(error).code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED' ? 'passkey_known' : closed.code }
  }
}

const nothing = () => () => undefined
export const passkeySupport = {
  subscribe: nothing,
  here: () => typeof PublicKeyCredential === 'function',
  onServer: () => false,
}
