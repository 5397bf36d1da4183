import Link from 'next/link'
import { say } from '#lib/message/format.ts'
import { type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'
import styles from './ask-second-factor.module.css'

/** One line at the head of a page for staff, until they have a second factor. */
export function AskSecondFactor({ locale }: { locale: Locale }) {
  const messages = messagesFor(locale).account
  return (
    <p className={styles['ask']}>
      <span>{say(messages, 'factor-ask')}</span>
      <Link href={`${pathFor(locale, '/account')}#factor`} prefetch={false}>
        {say(messages, 'factor-ask-link')}
      </Link>
    </p>
  )
}
