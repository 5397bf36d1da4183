/**
 * The parts that an Open Badge 3.0 has to have, looked at by hand: a validator of the whole JSON schema would be larger than all else that
 * the browser loads. Pure. What is signed but incomplete is genuine all the same, so this changes no verdict.
 * https://www.imsglobal.org/spec/ob/v3p0/#achievementcredential
 */
import { isObject, issuerId, type Json, type JsonObject, listOf, textOf, textsIn } from './read-credential.ts'
import type { Check } from './verdict.ts'

export function checkShape(credential: JsonObject): Check {
  const missing = missingIn(credential)
  return {
    check: 'schema',
    result: missing.length > 0 ? 'failed' : 'passed',
    code: missing.length > 0 ? 'incomplete' : 'complete',
    detail: missing.join(', '),
  }
}

function missingIn(credential: JsonObject): string[] {
  const subject = theOnly(credential['credentialSubject'])
  const achievement = theOnly(subject?.['achievement'])
  const criteria = theOnly(achievement?.['criteria'])
  const issuer = credential['issuer']
  const needs: [string, boolean][] = [
    ['@context', textsIn(credential['@context']).some((context) => /\/ob\/v3p0\/context/.test(context))],
    ['id', textOf(credential['id']) !== null],
    ['validFrom', textOf(credential['validFrom'] ?? credential['issuanceDate']) !== null],
    ['issuer.id', URL.canParse(issuerId(credential) ?? '')],
    ['issuer.type', !isObject(issuer) || textsIn(issuer['type']).includes('Profile')],
    ['credentialSubject', subject !== null],
    ['credentialSubject.type', textsIn(subject?.['type']).includes('AchievementSubject')],
    ['credentialSubject.id', textOf(subject?.['id']) !== null || listOf(subject?.['identifier']).some(isObject)],
    ['credentialSubject.achievement', achievement !== null],
    ['credentialSubject.achievement.id', textOf(achievement?.['id']) !== null],
    ['credentialSubject.achievement.type', textsIn(achievement?.['type']).includes('Achievement')],
    ['credentialSubject.achievement.name', textOf(achievement?.['name']) !== null],
    ['credentialSubject.achievement.description', textOf(achievement?.['description']) !== null],
    ['credentialSubject.achievement.criteria', textOf(criteria?.['narrative']) !== null || textOf(criteria?.['id']) !== null],
  ]
  const missing = needs.filter(([, met]) => !met).map(([path]) => path)
  // not what is missing inside of what is missing
  return missing.filter((path) => !missing.some((other) => path.startsWith(`${other}.`)))
}

/** The object, also where it is the only one of a list. */
export function theOnly(value: Json | undefined): JsonObject | null {
  const all = listOf(value)
  return all.length === 1 && isObject(all[0]) ? all[0] : null
}
