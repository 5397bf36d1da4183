'use client'
import { buttonClass } from '#components/ui/button.tsx'
import { IntentLink } from '#components/ui/intent-link.tsx'
import type { CourseOutline } from '#lib/course/outline-course.ts'
import { type Messages, say } from '#lib/message/format.ts'
import { placeToGoOn } from '#lib/progress/place-to-go-on.ts'
import { nameStep } from './name-step.ts'
import { useCourseProgress } from './use-course-progress.ts'

/** The one button that always means "go on". Before the device's record is read it starts the first open module. */
export function GoOn({ outline, messages }: { outline: CourseOutline; messages: Messages }) {
  const place = placeToGoOn(outline, useCourseProgress(outline), '')
  if (!place) return null
  const { href, module, step } = place
  if (step?.kind === 'course')
    return (
      <a id="go-on" className={buttonClass('primary')} href={href}>
        {say(messages, 'goOnCourse')}
      </a>
    )
  return (
    <IntentLink id="go-on" className={buttonClass('primary')} href={href}>
      {step ? say(messages, 'goOn', { module, step: nameStep(step, messages) }) : say(messages, 'start', { module })}
    </IntentLink>
  )
}
