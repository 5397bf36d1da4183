'use client'
import { buttonClass } from '#components/ui/button.tsx'
import { IntentLink } from '#components/ui/intent-link.tsx'
import type { CourseOutline } from '#lib/course/outline-course.ts'
import { type Messages, say } from '#lib/message/format.ts'
import { useCourseProgress } from './use-course-progress.ts'

/** The one button that always means "go on". Before the device's record is read it starts the first open module. */
export function GoOn({ outline, messages }: { outline: CourseOutline; messages: Messages }) {
  const progress = useCourseProgress(outline)
  const goOn = progress?.goOn
  const first = outline.modules.find(({ href }) => href)
  const module = outline.modules.find(({ slug }) => slug === goOn?.module) ?? first
  if (!module?.href) return null
  const complete = progress && outline.modules.every(({ slug }) => progress.modules[slug]?.satisfiedAt != null)
  if (complete && progress.modules[module.slug]?.awarded)
    return (
      <a className={buttonClass('primary')} href="#certificate">
        {say(messages, 'goOnCourse')}
      </a>
    )
  const lesson = goOn?.step.kind === 'lesson' ? goOn.step.lesson : null
  const number = module.lessons.findIndex(({ slug }) => slug === lesson)
  const steps = {
    lesson: { href: module.lessons[number]?.href, name: say(messages, 'stepLesson', { number: number + 1 }) },
    scenario: { href: module.scenario?.href, name: say(messages, 'stepScenario') },
    quiz: { href: module.quiz?.href, name: say(messages, 'stepQuiz') },
    certificate: { href: `${module.href}#certificate`, name: say(messages, 'stepCertificate') },
  }
  const step = goOn ? steps[goOn.step.kind] : null
  return (
    <IntentLink className={buttonClass('primary')} href={step?.href ?? module.href}>
      {step ? say(messages, 'goOn', { module: module.short, step: step.name }) : say(messages, 'start', { module: module.short })}
    </IntentLink>
  )
}
