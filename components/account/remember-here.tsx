'use client'

import { useEffect } from 'react'
import { type Remembered, remember } from './remembered.ts'

/** Keeps the name in the head of the pages right, whichever way somebody came to be signed in. */
export function RememberHere({ name, staff }: Remembered) {
  useEffect(() => remember({ name, staff }), [name, staff])
  return null
}
