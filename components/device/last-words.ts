/**
 * What a page was still writing when it was left. A browser may take a transaction of IndexedDB away together with its page, also one that
 * was committed: at reloads in the moment after a choice Chromium lost four of a hundred. What localStorage was told stays. So the learner's own
 * doing (new statements, private words) is told there on the way out, and put where it belongs by the next page. What the exchange noted
 * is not: it notes it again.
 */
import type { Entry } from './entry.ts'
import type { Kept } from './kept.ts'

/** Survives the page without a moment's wait. `read` and `write` may throw, as storage that a browser refuses does. */
export type Place = {
  read(): string | null
  write(text: string | null): void
  /** @param hear called before anything else on the page learns that it is left @param back called when it is shown again as it was */
  onLeave(hear: () => void, back: () => void): void
}

/** A private thing without a value was erased. */
type Words = { entries: readonly Entry[]; privates: Readonly<Record<string, { value?: unknown }>> }

const none: Words = { entries: [], privates: {} }

export function withLastWords(kept: Kept, place: Place): Kept {
  /** in the order in which they were begun */
  const unwritten = new Set<Words>()
  let leaving = false

  function told(): { text: string; words: Words } | undefined {
    try {
      const text = place.read()
      const words: unknown = JSON.parse(text ?? 'null')
      return text !== null && isWords(words) ? { text, words } : undefined
    } catch {
      return undefined
    }
  }
  function tell(words: Words | null) {
    try {
      place.write(words && JSON.stringify(words))
    } catch {
      // a browser that keeps nothing: then the transaction has to arrive
    }
  }
  function add({ entries, privates }: Words) {
    const before = told()?.words ?? none
    tell({ entries: [...before.entries, ...entries], privates: { ...before.privates, ...privates } })
  }
  function follow(words: Words, write: Promise<void>): Promise<void> {
    unwritten.add(words)
    if (leaving) add(words)
    return write.finally(() => unwritten.delete(words))
  }
  /** What is written now is newer than what another page said last about the same thing. */
  function forget(key: string) {
    const last = told()?.words
    if (last === undefined || !Object.hasOwn(last.privates, key)) return
    const { [key]: _, ...privates } = last.privates
    tell({ ...last, privates })
  }
  async function putInPlace() {
    const last = told()
    if (!last) return
    const { entries, privates } = last.words
    // one that arrived after all may have come further since
    const arrived = new Set((await kept.read(entries.map(({ id }) => id))).map(({ id }) => id))
    await kept.write({ put: entries.filter(({ id }) => !arrived.has(id)) })
    for (const [key, one] of Object.entries(privates)) await ('value' in one ? kept.writePrivate(key, one.value) : kept.erasePrivate(key))
    if (told()?.text === last.text) tell(null)
  }

  place.onLeave(
    () => {
      leaving = true
      for (const words of unwritten) add(words)
    },
    () => {
      leaving = false
    },
  )
  return {
    ...kept,
    async load() {
      await putInPlace().catch(() => undefined)
      return kept.load()
    },
    write(change) {
      // one that takes another's place comes with it or not at all: the exchange puts it there again
      const inPlaceOf = change.remove ?? []
      const made = inPlaceOf.length > 0 ? [] : (change.put ?? []).filter(({ delivery }) => delivery.state === 'unsent')
      return made.length === 0 ? kept.write(change) : follow({ ...none, entries: made }, kept.write(change))
    },
    writePrivate(key, value) {
      forget(key)
      return follow({ ...none, privates: { [key]: { value } } }, kept.writePrivate(key, value))
    },
    erasePrivate(key) {
      forget(key)
      return follow({ ...none, privates: { [key]: {} } }, kept.erasePrivate(key))
    },
  }
}

function isWords(value: unknown): value is Words {
  const { entries, privates } = (value ?? {}) as Partial<Words>
  return (
    Array.isArray(entries) && entries.every((entry) => typeof entry?.id === 'string') && typeof privates === 'object' && privates !== null
  )
}

const key = 'common-ground-last-words'

export const lastWordsHere: Place = {
  read: () => localStorage.getItem(key),
  write: (text) => (text === null ? localStorage.removeItem(key) : localStorage.setItem(key, text)),
  onLeave(hear, back) {
    addEventListener('pagehide', hear, { capture: true })
    addEventListener('pageshow', back, { capture: true })
  },
}
