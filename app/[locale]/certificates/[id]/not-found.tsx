import Link from 'next/link'
import { CarriedCode } from '#components/certificate/carried-code.tsx'
import { wordsFor } from '#components/certificate/words.ts'
import { buttonClass } from '#components/ui/button.tsx'
import { MessagePage } from '#components/ui/message-page.tsx'
import { say } from '#lib/message/format.ts'
import { defaultLocale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

/**
 * Next gives no locale here, so the sentence is in the default one. A certificate whose holder is erased comes here, too: the code on its
 * picture can still be checked.
 */
export default function CertificateNotFound() {
  const { certificate } = messagesFor(defaultLocale)
  return (
    <MessagePage title={say(certificate, 'notFoundTitle')} text={say(certificate, 'notFoundText')}>
      <CarriedCode verify={pathFor(defaultLocale, '/verify')} messages={wordsFor('code', certificate)} />
      <Link className={buttonClass('primary')} href={pathFor(defaultLocale, '/')}>
        {say(certificate, 'notFoundHome')}
      </Link>
    </MessagePage>
  )
}
