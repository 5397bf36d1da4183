/** What a credential says, for a reader: only what is in the one place where it belongs. Pure. */
import { endOf, startOf } from './check-dates.ts'
import { theOnly } from './check-shape.ts'
import { isObject, issuerId, type JsonObject, listOf, textOf } from './read-credential.ts'
import type { Shown } from './verdict.ts'

/** null where it names no achievement and no issuer */
export function describeShown(credential: JsonObject): Shown | null {
  const subject = theOnly(credential['credentialSubject'])
  const achievement = theOnly(subject?.['achievement'])
  const criteria = theOnly(achievement?.['criteria'])
  const issuer = isObject(credential['issuer']) ? credential['issuer'] : {}
  const title = textOf(achievement?.['name']) ?? textOf(credential['name'])
  const id = issuerId(credential)
  if (title === null && id === null) return null
  return {
    id: textOf(credential['id']),
    holder: holderIn(subject),
    achievement: title ?? '',
    issuer: { id: id ?? '', name: textOf(issuer['name']), url: textOf(issuer['url']) },
    validFrom: textOf(startOf(credential)),
    validUntil: textOf(endOf(credential)),
    criteria: textOf(criteria?.['narrative']) ?? textOf(criteria?.['id']),
  }
}

/** The name in the open: an identity of that type that is not hashed, or the older `name` of the subject. */
function holderIn(subject: JsonObject | null): string | null {
  const named = listOf(subject?.['identifier'])
    .filter(isObject)
    .find(({ identityType, hashed }) => identityType === 'name' && hashed !== true && hashed !== 'true')
  return textOf(named?.['identityHash']) ?? textOf(subject?.['name'])
}
