import Link from 'next/link'
import { buttonClass } from '#components/ui/button.tsx'
import { MessagePage } from '#components/ui/message-page.tsx'
import { say } from '#lib/message/format.ts'
import { defaultLocale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

/** Next gives no locale here, so the sentence is in the default one. */
export default function CertificateNotFound() {
  const { certificate } = messagesFor(defaultLocale)
  return (
    <MessagePage title={say(certificate, 'notFoundTitle')} text={say(certificate, 'notFoundText')}>
      <Link className={buttonClass('primary')} href={pathFor(defaultLocale, '/')}>
        {say(certificate, 'notFoundHome')}
      </Link>
    </MessagePage>
  )
}
