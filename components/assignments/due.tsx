'use client'
import dynamic from 'next/dynamic'
import { useSyncExternalStore } from 'react'
import type { CourseOutline } from '#lib/course/outline-course.ts'
import { hasHint } from './hint.ts'

/** Loaded only by who is in a cohort; its words come with what it asks for. */
const DuePanel = dynamic(() => import('./due-panel.tsx').then((one) => one.DuePanel), { ssr: false })
const never = () => () => undefined

/** What is due, on the first page, which is the same file for everybody: a line of code where there is nothing to say. */
export function Due({ outline, locale }: { outline: CourseOutline; locale: string }) {
  const inCohort = useSyncExternalStore(never, hasHint, () => false)
  return inCohort ? <DuePanel outline={outline} locale={locale} /> : null
}
