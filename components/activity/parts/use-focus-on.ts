'use client'

import { type RefObject, useEffect, useRef } from 'react'

/**
 * Takes the focus to what is new on the screen. Put the ref on an element with `tabIndex={-1}`.
 * The focus moves when `key` changes after the learner did something, never at the first render and never when what was
 * kept arrives from the device: `key` is null until then.
 * @param key names what is on the screen; null: nothing to go to
 */
export function useFocusOn<E extends HTMLElement>(key: string | number | null): RefObject<E | null> {
  const ref = useRef<E>(null)
  const last = useRef(key)
  useEffect(() => {
    if (key !== null && key !== last.current) ref.current?.focus()
    last.current = key
  }, [key])
  return ref
}
