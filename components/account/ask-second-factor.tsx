import Link from 'next/link'
import { say } from '#lib/message/format.ts'
import { type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'
import styles from './account.module.css'

/** One line at the head of a page for staff, until they have a second factor. */
export function AskSecondFactor({ locale }: { locale: Locale }) {
  const messages = messagesFor(locale).account
  return (
    <p className={styles['about']}>
      {say(messages, 'factor-ask')}{' '}
      <Link href={`${pathFor(locale, '/account')}#factor`} prefetch={false}>
        {say(messages, 'factor-ask-link')}
      </Link>
    </p>
  )
}
