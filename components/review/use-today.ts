import { useSyncExternalStore } from 'react'
import { localDay } from './calendar-days.ts'

const lookAgain = 60_000

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, lookAgain)
  document.addEventListener('visibilitychange', listener)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', listener)
  }
}

/** The learner's calendar day, also in a page that stays open overnight; null on the server. */
export function useToday(): number | null {
  return useSyncExternalStore(
    subscribe,
    () => localDay(Date.now()),
    () => null,
  )
}
