'use client'

import { type RefObject, useEffect, useState } from 'react'

type Place = RefObject<HTMLElement | null>
type Move = {
  /** what gets the focus */
  focus: Place
  /** what comes into view, where that is something else and is there */
  view?: Place
  block?: 'start' | 'nearest'
}

/** Each new screen is a new place: once it is painted, the focus goes to its heading, or to what is new, and that comes into view. */
export function useMove(): { moved: boolean; move(to: Move): void } {
  const [to, setTo] = useState<Move | null>(null)
  useEffect(() => {
    if (!to) return
    to.focus.current?.focus({ preventScroll: true })
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    const seen = to.view?.current ?? to.focus.current
    seen?.scrollIntoView({ behavior: still ? 'auto' : 'smooth', block: to.block ?? 'start' })
  }, [to])
  return { moved: to !== null, move: (next) => setTo({ ...next }) }
}
