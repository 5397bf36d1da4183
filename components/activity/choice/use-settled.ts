'use client'

import { useCallback, useEffect, useRef } from 'react'

/**
 * Keeps what somebody only passed by on the way out of the record: going through options with the arrow keys selects each of
 * them. `settle` is called with the last value after `wait` milliseconds of rest, and at once when the page is left or put away: a phone may
 * never show it again.
 * @returns say(value): a new value; now(value): one that is meant, without waiting
 */
export function useSettled<T>(settle: (value: T) => void, wait = 900): { say(value: T): void; now(value: T): void } {
  const latest = useRef(settle)
  const pending = useRef<{ value: T; timer: ReturnType<typeof setTimeout> } | null>(null)
  useEffect(() => {
    latest.current = settle
  })
  const flush = useCallback(() => {
    const waiting = pending.current
    if (!waiting) return
    clearTimeout(waiting.timer)
    pending.current = null
    latest.current(waiting.value)
  }, [])
  useEffect(() => {
    const away = () => document.visibilityState === 'hidden' && flush()
    addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', away)
    return () => {
      removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', away)
      flush()
    }
  }, [flush])
  const say = useCallback(
    (value: T) => {
      if (pending.current) clearTimeout(pending.current.timer)
      pending.current = { value, timer: setTimeout(flush, wait) }
    },
    [flush, wait],
  )
  const now = useCallback(
    (value: T) => {
      say(value)
      flush()
    },
    [say, flush],
  )
  return { say, now }
}
