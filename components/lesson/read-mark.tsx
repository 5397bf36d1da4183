'use client'

import { useEffect, useRef } from 'react'
import { record } from '#components/device/record.ts'
import { useStatements } from '#components/device/use-statements.ts'
import type { Statement } from '#lib/statement/schema.ts'

/**
 * Stands where the text of a lesson ends. When it has been on the screen, the lesson has been read, and one statement
 * says so; a lesson that changed since (another fingerprint) can be read again. After an attempt at the check that was not
 * reached, reading a lesson again is the review that opens the next attempt, so each visit is recorded then.
 */
export function ReadMark({ object, contentHash }: { object: string; contentHash: string }) {
  const end = useRef<HTMLDivElement>(null)
  const module = object.slice(0, object.indexOf('/'))
  const statements = useStatements(module)
  const due = statements !== null && (!hasRead(statements, object, contentHash) || isReviewing(statements, `${module}/quiz`))

  useEffect(() => {
    const element = end.current
    if (!due || !element) return
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      observer.disconnect()
      record({ verb: 'experienced', object, result: { completion: true }, contentHash })
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [due, object, contentHash])

  return <div ref={end} />
}

function hasRead(statements: readonly Statement[], object: string, contentHash: string): boolean {
  return statements.some((one) => one.object === object && one.verb === 'experienced' && one.contentHash === contentHash)
}

function isReviewing(statements: readonly Statement[], quiz: string): boolean {
  const finished = statements.filter(({ verb, object }) => verb === 'finished' && object === quiz)
  return finished.length > 0 && finished.every(({ result }) => result?.success === false)
}
