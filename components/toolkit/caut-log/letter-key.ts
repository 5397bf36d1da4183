import type { KeyboardEvent } from 'react'
import { isLetter, type Letter } from '#lib/toolkit/caut-log.ts'

/** The quadrant a key names. Where the keyboard writes no Latin letters, its place on the keyboard counts. */
export function letterOf(event: KeyboardEvent): Letter | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return null
  const key = event.key.toUpperCase()
  const letter = /^[A-Z]$/.test(key) ? key : event.key.length === 1 ? event.code.replace('Key', '') : ''
  return isLetter(letter) ? letter : null
}
