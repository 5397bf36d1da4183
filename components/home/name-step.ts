import { type Messages, say } from '#lib/message/format.ts'
import type { PlaceToGoOn } from '#lib/progress/place-to-go-on.ts'

/** “lesson 3”, “the scenario”: what one goes on with, in a few words. @param messages of the home page */
export function nameStep(step: NonNullable<PlaceToGoOn['step']>, messages: Messages): string {
  switch (step.kind) {
    case 'lesson':
      return say(messages, 'stepLesson', { number: step.number })
    case 'scenario':
      return say(messages, 'stepScenario')
    case 'quiz':
      return say(messages, 'stepQuiz')
    case 'certificate':
    case 'course':
      return say(messages, 'stepCertificate')
  }
}
