'use client'

import { useStatements } from '#components/device/use-statements.ts'
import { steps } from '#lib/review/steps.ts'
import { localDay } from './calendar-days.ts'

/**
 * One quiet line where a review is due. Small enough for the home page: it looks at completed modules and finished reviews only, and
 * leaves what was missed to the review itself.
 */
export function ReviewDue({ href, text, className }: { href: string; text: string; className?: string | undefined }) {
  const statements = useStatements()
  const last = Math.max(
    0,
    ...(statements ?? []).flatMap((one) => (one.verb === 'finished' && /^[^/]+\/review$/.test(one.object) ? [localDay(one.at)] : [])),
  )
  const today = localDay(Date.now())
  const isDue = statements?.some(
    ({ verb, at }) => verb === 'satisfied' && steps.some((days) => localDay(at) + days > last && localDay(at) + days <= today),
  )
  return isDue ? (
    <p className={className}>
      <a href={href}>{text}</a>
    </p>
  ) : null
}
