/** In development only (the name of this file is nothing to a build): the problems of the content stand above every page. */
import { type ReactNode, Suspense } from 'react'
import { FollowContent } from '#components/preview/follow-content.tsx'
import { ProblemList } from '#components/preview/problem-list.tsx'
import { loadDraft } from '#lib/course/load-course.ts'
import { say } from '#lib/message/format.ts'
import { defaultLocale } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export default function DevelopmentTemplate({ children }: { children: ReactNode }) {
  const messages = messagesFor(defaultLocale).preview
  return (
    <>
      <FollowContent lostText={say(messages, 'lost')} />
      <Suspense>
        <Problems />
      </Suspense>
      {children}
    </>
  )
}

/** Apart, so that no page waits for the rules. */
async function Problems() {
  const draft = await loadDraft(defaultLocale)
  return <ProblemList problems={draft.problems()} messages={messagesFor(defaultLocale).preview} locale={defaultLocale} />
}
