/**
 * The short form from a QR code: signed by a key that the site of its link publishes, and not taken back. It is bound to that site and to
 * the certificate that the link names, so a code that was put behind another link does not fit.
 */
import { calledBackIn } from '#lib/credential/called-back.ts'
import { readCertificateId } from '#lib/credential/certificate-id.ts'
import type { Compact } from '#lib/credential/compact.ts'
import { achievementUrl, statusListUrl } from '#lib/credential/credential-addresses.ts'
import { bare, type Finding, type FindingCode, type Line } from './finding.ts'
import type { Given } from './what-is.ts'
import { toldBySilence, type World } from './world.ts'

type CompactGiven = Extract<Given, { kind: 'compact' }>

const day = 86_400_000

export async function examineCompact({ digits, base, page }: CompactGiven, world: World): Promise<Finding> {
  const engine = await world.engine()
  world.onStep('check')
  const read = engine.readCompact(digits)
  const host = new URL(base).host
  if (!read) return { ...bare, code: 'altered', lines: [{ check: 'format', result: 'failed', code: 'compact_damaged', detail: '' }], page }
  const { compact } = read
  const lines: Line[] = [{ check: 'format', result: 'passed', code: 'compact', detail: '' }]
  const found = (code: FindingCode, ...more: Line[]): Finding => ({
    ...bare,
    code,
    lines: [...lines, ...more],
    shown: shownOf(compact, base, page, world),
    page,
    whole: page,
    detail: host,
  })

  const keys = await keysOf(base, world)
  if (!keys) {
    const line: Line = { check: 'issuer', result: 'unknown', code: 'issuer_unreachable', detail: `${base}/` }
    return toldBySilence(found('unknown_issuer', { check: 'signature', result: 'unknown', code: 'no_key', detail: '' }, line), world)
  }
  const verified = await engine.verifyCompact(digits, base, keys.keys)
  if (!verified.ok && verified.code === 'unknown_key') {
    // certain, also where what was kept is old: nobody takes back that a key was called back
    const before = await engine.verifyCompact(digits, base, keys.calledBack)
    if (before.ok || before.code === 'altered')
      return found('forged', { check: 'signature', result: 'failed', code: 'key_revoked', detail: '' })
    // a key may be newer than what was kept of the issuer
    if (!keys.fresh) return found('not_now', { check: 'signature', result: 'unknown', code: 'no_key', detail: '' })
    return found('forged', { check: 'signature', result: 'failed', code: 'other_key', detail: '' })
  }
  if (!verified.ok || certificateIn(page) !== compact.certificate)
    return found('altered', { check: 'signature', result: 'failed', code: 'signature_wrong', detail: '' })
  world.keep(`${base}/.well-known/did.json`)
  lines.push({ check: 'signature', result: 'passed', code: 'signed', detail: '' })
  // below a site, the keys are those of whoever may write there
  const own = base === new URL(base).origin ? 'issuer_site' : 'issuer_path'
  lines.push({
    check: 'issuer',
    result: 'passed',
    code: base === world.home ? 'issuer_here' : own,
    detail: base.replace(/^https?:\/\//, ''),
  })

  // the day has no hour: it begins first where the sun rises first
  const early = Date.parse(`${compact.day}T00:00:00Z`) - day / 2 > world.now()
  lines.push({ check: 'dates', result: early ? 'failed' : 'passed', code: early ? 'not_yet_valid' : 'no_end', detail: '' })
  const place = { base, url: statusListUrl(base, compact.list), position: compact.position, keys: keys.keys }
  const status = await engine.statusOfPlace(place, { load: world.load, now: world.now(), home: world.home, used: world.keep })
  lines.push(status.check)
  const code = early
    ? 'not_yet_valid'
    : status.check.result === 'failed'
      ? 'revoked'
      : status.check.result === 'unknown'
        ? 'status_unknown'
        : 'verified'
  return { ...found(code), listAge: status.age }
}

/** The keys that the site of the link publishes, and those that it has called back; null where they are not within reach. */
async function keysOf(base: string, { load, now }: World): Promise<{ keys: string[]; calledBack: string[]; fresh: boolean } | null> {
  try {
    const { document, fresh } = await load(`${base}/.well-known/did.json`)
    const { verificationMethod, assertionMethod } = document as { verificationMethod?: unknown; assertionMethod?: unknown }
    const asserting = Array.isArray(assertionMethod) ? assertionMethod : []
    const methods: unknown[] = Array.isArray(verificationMethod) ? verificationMethod : []
    const keys: string[] = []
    const calledBack: string[] = []
    for (const one of methods) {
      const { id, publicKeyMultibase: key } = (one ?? {}) as { id?: unknown; publicKeyMultibase?: unknown }
      if (typeof key !== 'string') continue
      const since = calledBackIn(document, key)
      if (since !== null && since <= now()) calledBack.push(key)
      else if (asserting.includes(id)) keys.push(key)
    }
    return { keys, calledBack, fresh }
  } catch {
    return null
  }
}

function certificateIn(page: string): string | null {
  return readCertificateId(decodeURIComponent(new URL(page).pathname.split('/').filter(Boolean).at(-1) ?? ''))
}

function shownOf(compact: Compact, base: string, page: string, { home, site, titles }: World): NonNullable<Finding['shown']> {
  const own = base === home
  const criteria = achievementUrl(base, compact.achievement)
  return {
    id: page,
    holder: typeof compact.name === 'string' ? compact.name : null,
    ...(compact.name !== null && typeof compact.name === 'object' ? { longName: true as const } : {}),
    achievement: (own ? titles[compact.achievement] : undefined) ?? compact.achievement,
    issuer: { id: base, name: own ? site : null, url: base },
    validFrom: compact.day,
    validUntil: null,
    criteria,
  }
}
