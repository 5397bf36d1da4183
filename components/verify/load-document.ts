/** Gets what an issuer publishes: from its site, or, where that does not answer, as it was kept. */
import type { Load } from '#lib/credential/verdict.ts'
import { type FetchBytes, Unreachable } from './fetch-bytes.ts'
import type { KeptDocuments } from './kept-documents.ts'

/**
 * @param fetchBytes throws `Unreachable` where nobody answers
 * @returns a `Load` that throws where a document is neither within reach nor kept. A site that answers that there is nothing (404, 410) is
 * believed; one that fails (500), or sends something else than JSON (a hotel's log-in page), is taken as out of reach.
 */
export function loader(fetchBytes: FetchBytes, kept: KeptDocuments, now: () => number): Load {
  // one look at a certificate asks several times for the same
  const asked = new Map<string, ReturnType<Load>>()
  return (url) => {
    const before = asked.get(url)
    if (before) return before
    const asking = load(url)
    asked.set(url, asking)
    return asking
  }

  async function load(url: string) {
    const fresh = await fetchDocument(url)
    if (fresh !== undefined) {
      const one = { url, document: fresh, fetchedAt: now() }
      await kept.write(one).catch(() => undefined)
      return { document: fresh, fetchedAt: one.fetchedAt, fresh: true }
    }
    const old = await kept.read(url).catch(() => undefined)
    if (!old) throw new Unreachable(url)
    return { document: old.document, fetchedAt: old.fetchedAt, fresh: false }
  }

  async function fetchDocument(url: string): Promise<unknown> {
    try {
      const { status, bytes } = await fetchBytes(url)
      if (status === 404 || status === 410) throw new Nothing(url)
      if (status >= 300) return undefined
      return JSON.parse(new TextDecoder().decode(bytes)) as unknown
    } catch (error) {
      if (error instanceof Nothing) throw error
      return undefined
    }
  }
}

class Nothing extends Error {}
