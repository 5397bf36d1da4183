import Link from 'next/link'
import { joinNames } from '#components/join/join-names.ts'
import { buttonClass } from '#components/ui/button.tsx'
import type { DoorView, JoinRefusal } from '#lib/cohort/join.ts'
import { type Messages, say } from '#lib/message/format.ts'
import { type Locale, pathFor } from '#lib/message/locale.ts'
import { CodeForm } from './code-form.tsx'
import styles from './join.module.css'

/** Why somebody cannot come in, and what they can do about it. A wrong code can be put right here. */
export function JoinRefused({
  code,
  typed,
  door,
  messages,
  locale,
}: {
  code: JoinRefusal | 'wait_a_little'
  typed: string
  door: DoorView | null
  messages: Messages
  locale: Locale
}) {
  const names = door && door.facilitators.length > 0 ? joinNames(door.facilitators, locale) : say(messages, 'somebody')
  const values = { cohort: door?.cohort.name ?? '', names }
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1>{say(messages, `${code}Title`, values)}</h1>
        <p className={styles['lead']}>{say(messages, `${code}Text`, values)}</p>
      </header>
      {code === 'code_unknown' ? <CodeForm action={pathFor(locale, '/join')} typed={typed} messages={messages} /> : null}
      <p className={styles['actions']}>
        {code === 'code_unknown' ? null : (
          <>
            <Link className={buttonClass('primary')} href={pathFor(locale, '/')}>
              {say(messages, 'toCourse')}
            </Link>
            <Link className={buttonClass('quiet')} href={pathFor(locale, '/join')} prefetch={false}>
              {say(messages, 'otherCode')}
            </Link>
          </>
        )}
      </p>
    </div>
  )
}
