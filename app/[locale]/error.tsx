'use client'
import { Button } from '#components/ui/button.tsx'
import { MessagePage } from '#components/ui/message-page.tsx'
import layout from '#lib/message/en/layout.json'
import { say } from '#lib/message/format.ts'

/** A bug: says what is kept, what to do, and the number under which the server logged it. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <MessagePage title={say(layout, 'errorTitle')} text={say(layout, 'errorText', { digest: error.digest ?? '–' })}>
      <Button look="primary" onClick={reset}>
        {say(layout, 'errorAgain')}
      </Button>
    </MessagePage>
  )
}
