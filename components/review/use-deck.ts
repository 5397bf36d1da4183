import { useEffect, useState } from 'react'
import { call } from '#components/device/call.ts'
import { usePrivate } from '#components/device/use-private.ts'
import { type Deck, deckFrom } from '#lib/review/deck.ts'

/**
 * The learner's items: as this device keeps them, and as the site has them when there is a line.
 * @param modules those the learner has completed; nothing is asked for while there are none
 * @returns `failed`: code of the last try, where it did not work
 */
export function useDeck(modules: readonly string[], locale: string): { deck: Deck | null; failed: string | null; retry(): void } {
  const kept = usePrivate<unknown>('review/deck', {})
  const [failed, setFailed] = useState<string | null>(null)
  const [tries, setTries] = useState(0)
  const loaded = kept.value !== null
  const wanted = modules.join(' ')
  const { save } = kept
  const deck = deckFrom(kept.value)
  const have = deck?.hash ?? ''

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again for another try or another module, not for what came of it
  useEffect(() => {
    if (!loaded || wanted === '') return
    let left = false
    void call<unknown>('GET', `/api/review/deck?locale=${locale}&have=${have}`).then((reply) => {
      if (left) return
      setFailed(reply.ok ? null : reply.code)
      const next = reply.ok ? deckFrom(reply.value) : null
      // a site that knows this learner no longer, or not yet again, takes nothing away
      if (next && next.pieces.length > 0) save(next)
    })
    return () => {
      left = true
    }
  }, [loaded, wanted, locale, tries])

  useEffect(() => {
    const again = () => setTries((count) => count + 1)
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [])
  return { deck, failed, retry: () => setTries((count) => count + 1) }
}
