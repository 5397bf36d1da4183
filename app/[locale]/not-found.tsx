import Link from 'next/link'
import { buttonClass } from '#components/ui/button.tsx'
import { MessagePage } from '#components/ui/message-page.tsx'
import { say } from '#lib/message/format.ts'
import { defaultLocale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

/** A known layout, an unknown page. Next gives no locale here, so the sentence is in the default one. */
export default function NotFound() {
  const { layout } = messagesFor(defaultLocale)
  return (
    <MessagePage title={say(layout, 'notFoundTitle')} text={say(layout, 'notFoundText')}>
      <Link className={buttonClass('primary')} href={pathFor(defaultLocale, '/')}>
        {say(layout, 'notFoundHome')}
      </Link>
    </MessagePage>
  )
}
