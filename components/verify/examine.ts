/**
 * From what somebody gave to what came of it. Everything that touches the world comes in: sites, this device, the clock, the part that
 * verifies (which is loaded only when there is something to verify). Never throws.
 */
import { calledBackIn } from '#lib/credential/called-back.ts'
import { siteAddress } from '#lib/credential/site-address.ts'
import type { Shown } from '#lib/credential/verdict.ts'
import { identitiesIn } from './addressed-to.ts'
import { examineCompact } from './examine-compact.ts'
import { largest } from './fetch-bytes.ts'
import { bare, type Finding, type FindingCode, type Line, obstacle } from './finding.ts'
import { type Given, whatIsFile, whatIsText } from './what-is.ts'
import { toldBySilence, type World } from './world.ts'

export type Input = { text: string } | { file: Blob; photo: boolean }

export async function examine(input: Input, world: World): Promise<Finding> {
  try {
    world.onStep('read')
    return 'text' in input
      ? await examineGiven(whatIsText(input.text, world.home), world)
      : await examineFile(input.file, input.photo, world)
  } catch {
    // what was to be loaded is not within reach; everything else that can go wrong has a finding of its own
    return obstacle('engine')
  }
}

async function examineGiven(given: Given, world: World): Promise<Finding> {
  switch (given.kind) {
    case 'nothing':
      return obstacle('nothing')
    case 'strange':
      return obstacle('strange_text')
    case 'foreign':
      return { ...bare, code: 'unsupported', detail: given.what }
    case 'json':
      return examineCredential(given.text, world)
    case 'compact':
      return examineCompact(given, world)
    case 'link':
      return examineLink(given.url, world)
  }
}

async function examineLink(url: string, world: World): Promise<Finding> {
  world.onStep('fetch')
  const { host } = new URL(url)
  const fetched = await world.fetchBytes(url).catch(() => null)
  if (!fetched) return obstacle(world.online() ? 'unreachable' : 'offline', host)
  const { status, type, bytes } = fetched
  if (status === 404) return obstacle('absent', host)
  if (status === 410) return obstacle('gone', host)
  if (status >= 300) return obstacle('unreachable', host)
  if (/\bhtml\b/.test(type)) return obstacle('no_credential_here', host)
  return examineBytes(bytes, new Blob([bytes]), { photo: false, behind: host }, world)
}

async function examineFile(file: Blob, photo: boolean, world: World): Promise<Finding> {
  if (file.size > largest) return obstacle('too_big')
  const bytes = await file.arrayBuffer().catch(() => null)
  return bytes ? examineBytes(new Uint8Array(bytes), file, { photo, behind: null }, world) : obstacle('unreadable')
}

/** @param from `behind`: the host of the link that led here, or null. One link is followed, and none that is found behind it. */
async function examineBytes(
  bytes: Uint8Array,
  file: Blob,
  from: { photo: boolean; behind: string | null },
  world: World,
): Promise<Finding> {
  const kind = whatIsFile(bytes)
  if (kind === 'other') return obstacle('unreadable')
  if (kind === 'text') {
    const given = whatIsText(new TextDecoder().decode(bytes), world.home)
    // a file that leads elsewhere is not what was chosen
    return given.kind === 'json' || given.kind === 'foreign' ? examineGiven(given, world) : { ...bare, code: 'not_a_credential' }
  }
  if (kind === 'pdf') {
    const attached = await (await world.engine()).credentialInPdf(bytes)
    return attached === null ? obstacle('bare_file') : examineCredential(attached, world)
  }
  const baked = kind === 'png' ? (await world.engine()).unbake(bytes) : null
  if (baked !== null) return examineCredential(baked, world)
  const code = await world.readCode(file)
  if (code === null) return obstacle(from.photo ? 'no_code' : 'bare_file')
  const given = whatIsText(code, world.home)
  return given.kind === 'link' && from.behind !== null ? obstacle('no_credential_here', from.behind) : examineGiven(given, world)
}

async function examineCredential(text: string, world: World): Promise<Finding> {
  const { readCredential, verifyCredential } = await world.engine()
  world.onStep('check')
  let fresh = true
  const load: World['load'] = async (url) => {
    const loaded = await world.load(url)
    fresh &&= loaded.fresh
    return loaded
  }
  const verdict = await verifyCredential(text, { load, now: world.now(), home: world.home, used: world.keep })
  const lines = await withOwner(verdict.checks, verdict.shown, { ...world, load })
  const calledBack = lines.some(({ code }) => code === 'key_revoked')
  const signed = lines.some(({ code }) => code === 'signed')
  // what was checked, which may be only a part of what was given
  const credential = signed ? readCredential(text).credential : null
  const page = pageOf(verdict.shown?.id ?? null)
  const finding: Finding = {
    ...bare,
    code: calledBack ? 'forged' : verdict.code,
    lines,
    shown: verdict.shown,
    listAge: calledBack ? null : verdict.listAge,
    detail: verdict.code === 'unsupported' ? (verdict.checks.find(({ result }) => result !== 'passed')?.detail ?? '') : '',
    page,
    identities: credential ? identitiesIn(credential) : [],
  }
  // the key may be newer than what was kept of the issuer
  if (!fresh && verdict.checks.some(({ code }) => code === 'other_key'))
    return { ...finding, code: 'not_now', lines: withoutKey(finding.lines) }
  // first of all: whoever made the key also wrote the dates and the list
  const nobodys = finding.lines.some(({ code, result }) => code === 'issuer_key' && result === 'unknown')
  if (nobodys && ofGoodSignature.has(finding.code)) return { ...finding, code: 'unknown_issuer' }
  if (finding.code === 'revoked') return { ...finding, replaced: await isReplaced(credential, page, world) }
  return toldBySilence(finding, world)
}

/** what is said of a certificate that its issuer signed */
const ofGoodSignature: ReadonlySet<FindingCode> = new Set(['verified', 'status_unknown', 'expired', 'not_yet_valid', 'revoked'])

function withoutKey(lines: readonly Line[]): readonly Line[] {
  return lines.flatMap((line) => {
    if (line.check === 'signature') return { ...line, result: 'unknown', code: 'no_key', detail: '' }
    return line.check === 'issuer' ? { ...line, result: 'unknown', code: 'issuer_unreachable', detail: '' } : line
  })
}

/**
 * Whose key it is, where the signature is good: this site's own, or, where a key alone is the issuer, that of the site which the issuer
 * calls its own and which names the key. Anybody can make a key and call it anything, so a key that nobody names proves no issuer. One that
 * the site has called back proves nothing, and its list neither.
 */
async function withOwner(lines: readonly Line[], shown: Shown | null, { load, keep, home, now }: World): Promise<readonly Line[]> {
  const line = lines.find(({ check }) => check === 'issuer')
  if (!line || !shown || !lines.some(({ code }) => code === 'signed')) return lines
  const becomes = (other: Line) => lines.map((one) => (one === line ? other : one))
  const here: Line = { ...line, code: 'issuer_here', detail: '' }
  if (line.code === 'issuer_site') return line.detail === new URL(home).host ? becomes(here) : lines
  if (line.code !== 'issuer_key') return lines
  const toldAt = (origin: string) =>
    load(`${origin}/.well-known/did.json`).then(
      ({ document }) => {
        const told = tells(document, shown.issuer.id, now())
        if (told) keep(`${origin}/.well-known/did.json`)
        return told
      },
      () => null,
    )
  // that this site has called it back, the verifier has found out already
  if ((await toldAt(home)) === 'own') return becomes(here)
  const claimed = shown.issuer.url === null ? null : siteAddress(shown.issuer.url)
  const told = claimed?.protocol === 'https:' ? await toldAt(claimed.origin) : null
  if (claimed && told === 'own') return becomes({ ...line, code: 'issuer_site', detail: claimed.host })
  if (told === 'called_back')
    return lines.flatMap((one) => {
      if (one.check === 'signature') return { ...one, result: 'failed', code: 'key_revoked' }
      return one.check === 'status' ? [] : one
    })
  return becomes({ ...line, result: 'unknown' })
}

/** What a site says of a key. @param issuer a `did:key` */
function tells(document: unknown, issuer: string, now: number): 'own' | 'called_back' | null {
  const since = calledBackIn(document, issuer.replace(/^did:key:/, ''))
  if (since !== null && since <= now) return 'called_back'
  const listed = fieldOf(document, 'alsoKnownAs')
  return Array.isArray(listed) && listed.includes(issuer) ? 'own' : null
}

/** Whether its own page gives another one by now: the holder had the name corrected, for example. */
async function isReplaced(revoked: unknown, page: string | null, { engine, fetchBytes, home }: World): Promise<boolean> {
  if (page === null || !siteAddress(page, home) || !/\/certificates\/[^/]+$/.test(page)) return false
  const fetched = await fetchBytes(`${page}/credential.json`).catch(() => null)
  if (fetched?.status !== 200) return false
  const { credential } = (await engine()).readCredential(new TextDecoder().decode(fetched.bytes))
  const now = fieldOf(credential, 'id') === page ? placeOf(credential) : null
  return now !== null && now !== placeOf(revoked)
}

function placeOf(credential: unknown): string | null {
  const status = fieldOf(credential, 'credentialStatus')
  const list = fieldOf(status, 'statusListCredential')
  return typeof list === 'string' ? `${list}#${String(fieldOf(status, 'statusListIndex'))}` : null
}

function pageOf(id: string | null): string | null {
  return id !== null && URL.canParse(id) && /^https?:$/.test(new URL(id).protocol) ? id : null
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}
