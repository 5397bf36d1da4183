/** What examining asks of the world around it. */
import type { Load } from '#lib/credential/verdict.ts'
import type { Engine } from './engine.ts'
import type { FetchBytes } from './fetch-bytes.ts'
import type { Finding } from './finding.ts'

export type Step = 'read' | 'fetch' | 'check'
export type World = {
  /** origin of this site, and its name */
  home: string
  site: string
  /** titles of this site's modules and of its course, by slug */
  titles: Readonly<Record<string, string>>
  now(): number
  online(): boolean
  load: Load
  /** what was loaded from this address was found good */
  keep(url: string): void
  fetchBytes: FetchBytes
  engine(): Promise<Engine>
  /** the text of a QR code in a picture, or null; throws where the reader cannot be loaded */
  readCode(picture: Blob): Promise<string | null>
  onStep(step: Step): void
}

/** Where the issuer's site is silent: without a connection, an issuer that was never met is no unknown one. */
export function toldBySilence(finding: Finding, { online }: Pick<World, 'online'>): Finding {
  const silent = finding.lines.find(({ code }) => code === 'issuer_unreachable')
  if (finding.code !== 'unknown_issuer' || !silent) return finding
  return online() ? { ...finding, detail: hostOf(silent.detail) } : { ...finding, code: 'not_now' }
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address
}
