import Link from 'next/link'
import { buttonClass } from '#components/ui/button.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import { type Locale, pathFor } from '#lib/message/locale.ts'
import styles from './me.module.css'

/** After somebody erased themselves: that it is done, and what stays and why. */
export function Erased({
  kept,
  messages,
  locale,
}: {
  /** what they wrote for themselves is still on the device */
  kept: boolean
  messages: Messages
  locale: Locale
}) {
  const t = (key: string) => say(messages, key)
  return (
    <div className={styles['page']} role="status">
      <h1>{t('erasedTitle')}</h1>
      <p className={styles['lead']}>{t('erasedText')}</p>
      {kept ? <p className={styles['soft']}>{t('erasedKept')}</p> : null}
      <section className={styles['section']}>
        <h2>{t('eraseStays')}</h2>
        <ul className={styles['points']}>
          {['eraseStays1', 'eraseStays2', 'eraseBackup'].map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
        <p className={styles['actions']}>
          <Link className={buttonClass('primary')} href={pathFor(locale, '/')} prefetch={false}>
            {t('erasedHome')}
          </Link>
          {kept ? (
            <Link className={buttonClass('quiet')} href={pathFor(locale, '/notebook')} prefetch={false}>
              {t('storedNotebook')}
            </Link>
          ) : null}
        </p>
      </section>
    </div>
  )
}
