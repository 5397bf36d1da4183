/**
 * What was handed in, as one credential, or why it is none that can be read here. Never throws.
 *
 * A signature of `eddsa-rdfc-2022` covers statements (RDF), not the text. Whatever could change the text, and with it what a reader is
 * shown, without changing a statement is refused here: contexts of its own, JSON-LD keywords, addresses or kinds as keys, `null`, blank node
 * names, numbers with more digits than are signed, halves of characters, and one thing described in two places in two ways. What is left says in its JSON
 * exactly what was signed; the order in arrays and objects, and a context in another version with the same meaning, change nothing.
 */
import { contextAt, credentialsContext } from './contexts.ts'
import type { FormatCode } from './verdict.ts'

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }
export type Credential = JsonObject & { '@context': string[] }

/** `credential` with a failure: what there is to show all the same */
export type Reading = { ok: true; credential: Credential } | { ok: false; code: FormatCode; detail: string; credential: JsonObject | null }

export const largestText = 1_000_000
const deepest = 40
const mostValues = 5000
const mostObjects = 800
/** the first context of Verifiable Credentials 1.1, in which earlier Open Badges 3.0 are written */
const firstContext = 'https://www.w3.org/2018/credentials/v1'
const badgeTypes = ['OpenBadgeCredential', 'AchievementCredential']

/** Text or value of any kind: a credential, an array with one, or a presentation with one. */
export function readCredential(input: unknown): Reading {
  const parsed = parse(input)
  if (!parsed.ok) return { ...parsed, detail: '', credential: null }
  const found = unwrap(parsed.value)
  if (!found.ok) return { ...found, detail: '', credential: null }
  const { credential } = found
  const refuse = (code: FormatCode, detail = ''): Reading => ({ ok: false, code, detail, credential })

  const types = textsIn(credential['type'])
  if (types.some((type) => type.startsWith('EnvelopedVerifiable'))) return refuse('jwt')
  if (!types.includes('VerifiableCredential')) {
    const old = types.includes('Assertion') || types.includes('BadgeClass') || /openbadges\/v[12]/.test(String(credential['@context']))
    return refuse(old ? 'open_badge_2' : 'no_credential')
  }
  const proofs = listOf(credential['proof'])
  if (proofs.length === 0) return refuse('no_proof')
  if (issuerId(credential) === null) return refuse('no_issuer')

  const contexts = listOf(credential['@context'])
  if (!contexts.every((context) => typeof context === 'string')) return refuse('inline_context')
  if (contexts[0] !== credentialsContext && contexts[0] !== firstContext) return refuse('unknown_context', contexts[0] ?? '')
  const unknown = contexts.find((context) => !contextAt(context))
  if (unknown !== undefined) return refuse('unknown_context', unknown)
  const unclear = findUnclear(credential)
  if (unclear !== null) return refuse('ambiguous', unclear)
  return { ok: true, credential: { ...credential, '@context': contexts } }
}

/** Whether it says that it is an Open Badge 3.0. */
export function isOpenBadge(credential: JsonObject): boolean {
  return textsIn(credential['type']).some((type) => badgeTypes.includes(type))
}

export function issuerId(credential: JsonObject): string | null {
  const issuer = credential['issuer']
  const id = isObject(issuer) ? issuer['id'] : issuer
  return typeof id === 'string' && id !== '' ? id : null
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A value that may be there once, several times, or not at all. */
export function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
}

export function textsIn(value: Json | undefined): string[] {
  return listOf(value).filter((one) => typeof one === 'string')
}

export function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

/** @returns plain JSON, whatever came in */
export function parse(input: unknown): { ok: true; value: Json } | { ok: false; code: FormatCode } {
  let text: string | undefined
  try {
    text = typeof input === 'string' ? input.trim() : JSON.stringify(input)
  } catch {
    // a cycle, or a value that throws
    return { ok: false, code: 'not_json' }
  }
  if (text === undefined || text === '') return { ok: false, code: 'empty' }
  if (text.length > largestText) return { ok: false, code: 'too_large' }
  if (/^[\w-]+\.[\w-]+\.[\w-]*(~|$)/.test(text) && text.startsWith('eyJ')) return { ok: false, code: 'jwt' }
  let value: Json
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, code: 'not_json' }
  }
  const excess = excessOf(value)
  return excess ? { ok: false, code: excess } : { ok: true, value }
}

function unwrap(value: Json, left = 3): { ok: true; credential: JsonObject } | { ok: false; code: FormatCode } {
  if (typeof value === 'string' && value.startsWith('eyJ')) return { ok: false, code: 'jwt' }
  if (Array.isArray(value)) {
    if (value.length > 1) return { ok: false, code: 'several_credentials' }
    return value.length === 1 && left > 0 ? unwrap(value[0]!, left - 1) : { ok: false, code: 'no_credential' }
  }
  if (!isObject(value)) return { ok: false, code: 'not_an_object' }
  if (!textsIn(value['type']).includes('VerifiablePresentation')) return { ok: true, credential: value }
  return left > 0 ? unwrap(listOf(value['verifiableCredential']), left - 1) : { ok: false, code: 'no_credential' }
}

/**
 * Why it is more than can be checked in a few seconds, or null: canonical form takes time that grows faster than the credential. A badge
 * has some hundred values. Not by recursion, and not further than it has to: the input may be as deep as it likes.
 */
function excessOf(value: Json): FormatCode | null {
  let level: Json[] = [value]
  let values = 0
  let objects = 0
  for (let depth = 0; level.length > 0; depth++) {
    if (depth >= deepest) return 'too_deep'
    values += level.length
    objects += level.filter(isObject).length
    if (values > mostValues || objects > mostObjects) return 'too_large'
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
  }
  return null
}

/**
 * Words for what is said begin with a small letter, words for kinds of things do not. The contexts give `Criteria` and `criteria` one
 * meaning, so that either could stand in the place of the other. An address has a colon, a keyword an @.
 */
const isProperty = /^[^A-Z\d@][^:]*$/

/** The path of the first thing that could be changed without changing what is signed, or null. */
function findUnclear(credential: JsonObject): string | null {
  /** what is said of each thing that has an id, by its properties */
  const said = new Map<string, Map<string, string>>()
  const look = (value: Json, path: string): string | null => {
    if (value === null) return path
    // halves of a character are all signed as the same replacement character
    if (typeof value === 'string') return value.startsWith('_:') || !value.isWellFormed() ? path : null
    if (typeof value === 'number') return Number(value.toExponential(15)) === value ? null : path
    if (typeof value === 'boolean') return null
    if (Array.isArray(value)) return first(value, (one, index) => look(one, `${path}.${index}`))
    const id = value['id']
    if (typeof id === 'string') {
      const known = said.get(id) ?? new Map<string, string>()
      said.set(id, known)
      for (const [key, one] of Object.entries(value)) {
        if (key === 'type') continue
        const text = JSON.stringify(one)
        if (known.has(key) && known.get(key) !== text) return `${path}.${key}`
        known.set(key, text)
      }
    }
    return first(Object.entries(value), ([key, one]) => {
      if (key === '@context' && value === credential) return null
      if (key === 'type' && textsIn(one).some((type) => isProperty.test(type))) return `${path}.type`
      return !isProperty.test(key) || key === '__proto__' || !key.isWellFormed() ? `${path}.${key}` : look(one, `${path}.${key}`)
    })
  }
  return look(credential, '')?.slice(1) ?? null
}

function first<T>(values: readonly T[], find: (value: T, index: number) => string | null): string | null {
  for (const [index, value] of values.entries()) {
    const found = find(value, index)
    if (found !== null) return found
  }
  return null
}
