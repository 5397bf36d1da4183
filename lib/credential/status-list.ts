/**
 * Bitstring Status Lists: 131,072 positions each, so that whoever fetches one to look at a position is one of very many. Pure, but for the
 * signing. https://www.w3.org/TR/vc-bitstring-status-list/
 */
import { createList } from '@digitalbazaar/vc-bitstring-status-list'
import { credentialsContext } from './contexts.ts'
import { statusListUrl } from './credential-addresses.ts'
import { isoTime } from './iso-time.ts'
import { signCredential } from './issue-credential.ts'
import type { Issuer } from './issuer-store.ts'

export const positionsInList = 131_072

/**
 * @param changedAt Unix milliseconds of the last revocation in it, or of when it was begun: the same content has the same bytes
 * @param revoked positions
 */
export async function signStatusList(
  { list, changedAt, revoked }: { list: number; changedAt: number; revoked: readonly number[] },
  issuer: Issuer,
): Promise<string> {
  const bits = await createList({ length: positionsInList })
  for (const position of revoked) bits.setStatus(position, true)
  const id = statusListUrl(issuer.baseUrl, list)
  const credential = {
    '@context': [credentialsContext],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: issuer.id,
    validFrom: isoTime(changedAt),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: await bits.encode(),
    },
  }
  return JSON.stringify(await signCredential(credential, issuer, changedAt))
}
