import Link from 'next/link'
import { type Asked, type ModulePlaces, nextOf } from '#components/assignments/asked.ts'
import { AskedList } from '#components/assignments/asked-list.tsx'
import { dueWords } from '#components/assignments/due-words.ts'
import { buttonClass } from '#components/ui/button.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import { type Locale, pathFor } from '#lib/message/locale.ts'
import styles from './join.module.css'

/** Inside: what is asked, by when, and one button that begins. */
export function Joined({
  cohort,
  name,
  asked,
  places,
  now,
  messages,
  me,
  locale,
}: {
  cohort: { name: string }
  name: string
  asked: readonly Asked[]
  places: ModulePlaces
  now: number
  messages: Messages
  me: Messages
  locale: Locale
}) {
  const next = nextOf(asked)
  const place = next ? places[next.module] : undefined
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <p className={styles['kicker']}>{say(messages, 'inKicker')}</p>
        <h1 dir="auto">{cohort.name}</h1>
        <p className={styles['lead']}>{say(messages, 'inText')}</p>
        <p className={styles['facts']}>{say(messages, 'inAsName', { name })}</p>
      </header>
      <section>
        <h2>{say(messages, 'asked')}</h2>
        {asked.length > 0 ? (
          <AskedList asked={asked} places={places} now={now} messages={dueWords(me)} locale={locale} />
        ) : (
          <p className={styles['facts']}>{say(messages, 'askedNothing')}</p>
        )}
      </section>
      <p className={styles['actions']}>
        {next && place?.href ? (
          <Link className={buttonClass('primary')} href={place.href}>
            {say(messages, next.state === 'not-started' ? 'begin' : 'goOn', { module: place.title })}
          </Link>
        ) : (
          <Link className={buttonClass('primary')} href={pathFor(locale, '/')}>
            {say(messages, 'beginCourse')}
          </Link>
        )}
        <Link className={buttonClass('quiet')} href={pathFor(locale, '/me')} prefetch={false}>
          {say(messages, 'toMe')}
        </Link>
      </p>
    </div>
  )
}
