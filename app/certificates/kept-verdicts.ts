/**
 * Verdicts of the last seconds. Most views of a share page come in bursts, of a certificate that has not changed, and each check lays out
 * two documents for their signatures. Invariants: a verdict is given again only while the credential and every document that was read for
 * it are the same, byte for byte; it says when it was made; what could not be read to the end is checked anew.
 */
import { createHash } from 'node:crypto'
import type { Load, VerdictCode } from '#lib/credential/verdict.ts'
import { verifyCredential } from '#lib/credential/verify-credential.ts'

/** What was read for it: address → digest. null: something could not be read. */
type Check = { at: number; made: Promise<{ code: VerdictCode; read: ReadonlyMap<string, string> | null }> }
type Given = { load: Load; now: number; home?: string }
/** `at`: when it was checked, in Unix milliseconds. */
export type KeptVerdict = { code: VerdictCode; at: number }
/** `home`: origin of this site, as for `verifyCredential` */
export type KeptVerdicts = (json: string, given: Given) => Promise<KeptVerdict>

/** @param lasts milliseconds. @param most how many are kept */
export function keepVerdicts({
  lasts = 10_000,
  most = 500,
  verify = verifyCredential,
}: {
  lasts?: number
  most?: number
  verify?: (json: string, context: Given) => Promise<{ code: VerdictCode }>
} = {}): KeptVerdicts {
  const kept = new Map<string, Check>()

  async function make(json: string, { load, ...given }: Given) {
    const read = new Map<string, string>()
    let whole = true
    const noting: Load = async (url) => {
      try {
        const loaded = await load(url)
        read.set(url, digest(loaded.document))
        return loaded
      } catch (error) {
        whole = false
        throw error
      }
    }
    const { code } = await verify(json, { load: noting, ...given })
    return { code, read: whole ? read : null }
  }

  return async (json, given) => {
    const { load, now } = given
    const key = digest(json)
    const known = kept.get(key)
    if (known && now - known.at < lasts) {
      const { code, read } = await known.made
      if (read !== null && (await isSame(read, load))) return { code, at: known.at }
    }
    const check: Check = { at: now, made: make(json, given) }
    kept.delete(key)
    kept.set(key, check)
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break
      kept.delete(oldest)
    }
    return { code: (await check.made).code, at: now }
  }
}

async function isSame(read: ReadonlyMap<string, string>, load: Load): Promise<boolean> {
  for (const [url, before] of read) {
    const loaded = await load(url).catch(() => null)
    if (loaded === null || digest(loaded.document) !== before) return false
  }
  return true
}

function digest(document: unknown): string {
  return createHash('sha256')
    .update(typeof document === 'string' ? document : JSON.stringify(document))
    .digest('base64')
}
