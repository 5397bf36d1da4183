'use client'
import type { ReactNode } from 'react'
import { useStatements } from '#components/device/use-statements.ts'
import { useCourseProgress } from '#components/home/use-course-progress.ts'
import { IntentLink } from '#components/ui/intent-link.tsx'
import type { CourseOutline } from '#lib/course/outline-course.ts'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './module.module.css'

export type ModuleStep = {
  key: string
  kind: 'guesses' | 'lesson' | 'scenario' | 'quiz' | 'task' | 'certificate'
  slug?: string
  name: string
  what: string
  aside: string
  href: string
}

/** The steps of a module with the state of each, painted from this device's record. */
export function ModuleSteps({
  outline,
  module,
  steps,
  messages,
  locale,
}: {
  outline: CourseOutline
  module: string
  steps: readonly ModuleStep[]
  messages: Messages
  locale: string
}) {
  const progress = useCourseProgress(outline)
  const mine = progress?.modules[module]
  const awarded = useStatements(module)?.some(({ verb, object }) => verb === 'awarded' && object === module) ?? false
  const next = mine?.next
  const stateOf = (step: ModuleStep): { state: 'done' | 'next' | 'open'; text: string } => {
    const open = { state: 'open' as const, text: step.aside }
    if (!mine) return open
    const isNext = next?.kind === step.kind && (next.kind !== 'lesson' || next.lesson === step.slug)
    const done =
      (step.kind === 'lesson' && step.slug && mine.lessonsDone.includes(step.slug) && say(messages, 'done')) ||
      (step.kind === 'scenario' &&
        mine.scenario.endings.length > 0 &&
        say(messages, 'endings', { count: mine.scenario.endings.length }, locale)) ||
      (step.kind === 'quiz' && mine.quiz.reachedAt !== null && say(messages, 'reached')) ||
      (step.kind === 'task' && mine.taskDone && say(messages, 'done')) ||
      (step.kind === 'certificate' && awarded && say(messages, 'yours')) ||
      null
    if (done) return { state: 'done', text: done }
    return isNext ? { state: 'next', text: say(messages, 'here') } : open
  }
  let lessons = 0
  return (
    <ol className={styles['steps']}>
      {steps.map((step) => {
        const { state, text } = stateOf(step)
        if (step.kind === 'lesson') lessons += 1
        return (
          <li key={step.key} className={styles['step']} data-state={state}>
            <IntentLink className={styles['link']} href={step.href}>
              <span className={styles['dot']} aria-hidden="true">
                {state === 'done' ? tick : step.kind === 'lesson' ? lessons : signs[step.kind]}
              </span>
              <span>
                <span className={styles['name']}>{step.name}</span>
                <span className={styles['what']}>{step.what}</span>
              </span>
              <span className={styles['state']}>{text}</span>
            </IntentLink>
          </li>
        )
      })}
    </ol>
  )
}

const sign = (path: string) => (
  <svg
    width="16"
    height="16"
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.7"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d={path} />
  </svg>
)
const tick = sign('M3.500 8.500l3 3 6-7')
/** a fork, eight marks, a calendar leaf, a seal */
const signs: Record<Exclude<ModuleStep['kind'], 'lesson'>, ReactNode> = {
  guesses: sign('M5.500 6a2.500 2.500 0 1 1 3.600 2.200c-.800.400-1.100.900-1.100 1.800M8 13h.01'),
  scenario: sign('M8 14V9M8 9C8 6 3.500 6.500 3.500 2.500M8 9c0-3 4.500-2.500 4.500-6.500'),
  quiz: sign('M2.500 4.500l1.300 1.300L6 3.500M2.500 11l1.300 1.300L6 10M9 5h5M9 11.500h5'),
  task: sign('M3 4h10v9.500H3ZM3 7h10M5.800 2.500v3M10.200 2.500v3'),
  certificate: sign('M8 2.300a3.900 3.900 0 1 1 0 7.800a3.900 3.900 0 1 1 0-7.800ZM5.700 9.700L5 14l3-1.500L11 14l-.700-4.300'),
}
