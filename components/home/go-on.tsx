'use client'
import Link from 'next/link'
import { buttonClass } from '#components/ui/button.tsx'
import type { CourseOutline } from '#lib/course/outline-course.ts'
import { type Messages, say } from '#lib/message/format.ts'
import { useCourseProgress } from './use-course-progress.ts'

/** The one button that always means "go on". Before the device's record is read it starts the first open module. */
export function GoOn({ outline, messages }: { outline: CourseOutline; messages: Messages }) {
  const progress = useCourseProgress(outline)
  const first = outline.modules.find(({ href }) => href)
  if (!first?.href) return null
  const next = progress?.next
  if (progress && !next) {
    return (
      <Link className={buttonClass('primary')} href={first.href}>
        {say(messages, 'again', { module: first.short })}
      </Link>
    )
  }
  const module = outline.modules.find(({ slug }) => slug === next?.module) ?? first
  const step = next?.step
  if (!step || !progress?.modules.some(({ slug, lastAt }) => slug === module.slug && lastAt !== null)) {
    return (
      <Link className={buttonClass('primary')} href={first.href}>
        {say(messages, 'start', { module: first.short })}
      </Link>
    )
  }
  const number = step.kind === 'lesson' ? module.lessons.findIndex(({ slug }) => slug === step.lesson) + 1 : 0
  const [href, name] =
    step.kind === 'lesson'
      ? [module.lessons[number - 1]?.href, say(messages, 'stepLesson', { number })]
      : step.kind === 'scenario'
        ? [module.scenario?.href, say(messages, 'stepScenario')]
        : [module.quiz?.href, say(messages, 'stepQuiz')]
  return (
    <Link className={buttonClass('primary')} href={href ?? first.href}>
      {say(messages, 'goOn', { module: module.short, step: name })}
    </Link>
  )
}
