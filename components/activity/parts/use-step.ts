'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'

/**
 * Which of several steps is on the screen. On arrival it is the one to go on with, and it stays when doing it changes
 * which one that is. Going to a step takes the focus to its heading (give the ref to an element with `tabIndex={-1}`).
 * @param open index to go on with; null until what was kept is there
 */
export function useStep(open: number | null): { at: number; go(index: number): void; heading: RefObject<HTMLHeadingElement | null> } {
  const [picked, pick] = useState<{ index: number } | null>(null)
  const [arrived, arrive] = useState<number | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (open !== null && arrived === null) arrive(open)
  }, [open, arrived])
  useEffect(() => {
    if (picked !== null) heading.current?.focus()
  }, [picked])
  return { at: picked?.index ?? arrived ?? open ?? 0, go: (index) => pick({ index }), heading }
}
