'use client'

import { useEffect, useRef } from 'react'
import { record } from '#components/device/record.ts'
import { useStatements } from '#components/device/use-statements.ts'

/**
 * Stands where the text of a lesson ends. When it has been on the screen, the lesson has been read, and one statement
 * says so; a lesson that changed since (another fingerprint) can be read again.
 */
export function ReadMark({ object, contentHash }: { object: string; contentHash: string }) {
  const end = useRef<HTMLDivElement>(null)
  const statements = useStatements(object)
  const unread =
    statements !== null && !statements.some((one) => one.object === object && one.verb === 'experienced' && one.contentHash === contentHash)

  useEffect(() => {
    const element = end.current
    if (!unread || !element) return
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      observer.disconnect()
      record({ verb: 'experienced', object, result: { completion: true }, contentHash })
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [unread, object, contentHash])

  return <div ref={end} />
}
