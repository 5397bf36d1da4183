import Link from 'next/link'
import { ModuleMark, type Motif } from '#components/ui/module-mark.tsx'
import { wholeWords } from '#components/ui/whole-words.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './lesson-page.module.css'

/** Where one is, how long it takes, what it is called. */
export function LessonHead({
  messages,
  locale,
  module,
  index,
  count,
  minutes,
  title,
}: {
  messages: Messages
  locale: string
  module: { title: string; href: string; motif: Motif }
  /** position of the lesson in its module, from 1 */
  index: number
  count: number
  minutes: number
  title: string
}) {
  return (
    <header>
      <p className={styles['where']}>
        <ModuleMark motif={module.motif} size={20} />
        <span>
          <Link href={module.href} prefetch={false}>
            {module.title}
          </Link>
          {'\u00a0· '}
          {say(messages, 'position', { index, count }, locale)} · {say(messages, 'minutes', { count: minutes }, locale)}
        </span>
      </p>
      <h1>{wholeWords(title)}</h1>
    </header>
  )
}
