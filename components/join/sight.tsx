import { type Messages, say } from '#lib/message/format.ts'
import styles from './join.module.css'

const eye = 'M2 8s2.300-4 6-4 6 4 6 4-2.300 4-6 4-6-4-6-4ZM8 9.500a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3Z'
const lock = 'M3 7h10v7H3zM5.500 7V5a2.500 2.500 0 0 1 5 0v2'

/** What facilitators see of a member, and what not: said before joining, and on one's own page ever after, in the same words. */
export function Sight({ messages, heading: Heading = 'h2' }: { messages: Messages; heading?: 'h2' | 'h4' }) {
  const t = (key: string) => say(messages, key)
  return (
    <div className={styles['sight']}>
      <section>
        <Heading>{t('seesTitle')}</Heading>
        <Points sign={eye} texts={[1, 2, 3, 4, 5, 6, 7, 8].map((n) => t(`sees${n}`))} />
      </section>
      <section>
        <Heading>{t('seesNotTitle')}</Heading>
        <Points sign={lock} texts={[1, 2, 3].map((n) => t(`seesNot${n}`))} />
      </section>
      <p className={styles['others']}>{t('seesOthers')}</p>
    </div>
  )
}

function Points({ sign, texts }: { sign: string; texts: readonly string[] }) {
  return (
    <ul>
      {texts.map((text) => (
        <li key={text}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d={sign} />
          </svg>
          <span>{text}</span>
        </li>
      ))}
    </ul>
  )
}
