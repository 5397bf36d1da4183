/** Gets what an issuer publishes: from its site, or, where that does not answer, as it was kept. */
import type { Load } from '#lib/credential/verdict.ts'
import { type FetchBytes, Unreachable } from './fetch-bytes.ts'
import type { KeptDocument, KeptDocuments } from './kept-documents.ts'

/** bytes: many times a full list of what was taken back, which is compressed */
export const largestDocument = 600_000

export type Documents = {
  load: Load
  /** what was loaded from this address was checked and found good: it is kept for the next time */
  keep(url: string): void
  /** when all of that is written */
  written(): Promise<void>
}

/**
 * @param fetchBytes throws `Unreachable` where nobody answers
 * @param signal ends the loading: from then on every `load` throws, and nothing more is kept
 * @returns `load` throws where a document is neither within reach nor kept. A site that answers that there is nothing (404, 410) is
 * believed; one that fails (500), or sends something else than JSON (a hotel's log-in page), is taken as out of reach. So is one that
 * sends to another site, which could be anybody's, and one that sends far too much.
 */
export function loader(fetchBytes: FetchBytes, kept: KeptDocuments, now: () => number, signal?: AbortSignal): Documents {
  // one look at a certificate asks several times for the same
  const asked = new Map<string, ReturnType<Load>>()
  const fresh = new Map<string, KeptDocument>()
  const writing: Promise<void>[] = []
  return {
    load(url) {
      const before = asked.get(url)
      if (before) return before
      const asking = load(url)
      asked.set(url, asking)
      return asking
    },
    keep(url) {
      const one = fresh.get(url)
      if (!one || signal?.aborted) return
      fresh.delete(url)
      writing.push(kept.write(one).catch(() => undefined))
    },
    async written() {
      await Promise.all(writing)
    },
  }

  async function load(url: string) {
    const document = await fetchDocument(url)
    signal?.throwIfAborted()
    if (document !== undefined) {
      const one = { url, document, fetchedAt: now() }
      fresh.set(url, one)
      return { document, fetchedAt: one.fetchedAt, fresh: true }
    }
    const old = await kept.read(url).catch(() => undefined)
    if (!old) throw new Unreachable(url)
    return { document: old.document, fetchedAt: old.fetchedAt, fresh: false }
  }

  async function fetchDocument(url: string): Promise<unknown> {
    try {
      const answer = await fetchBytes(url, { most: largestDocument, ...(signal ? { signal } : {}) })
      if (new URL(answer.url).origin !== new URL(url).origin) return undefined
      if (answer.status === 404 || answer.status === 410) throw new Nothing(url)
      if (answer.status >= 300) return undefined
      return JSON.parse(new TextDecoder().decode(answer.bytes)) as unknown
    } catch (error) {
      if (error instanceof Nothing) throw error
      return undefined
    }
  }
}

class Nothing extends Error {}
