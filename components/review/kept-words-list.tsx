import { Erase } from '#components/activity/private/erase.tsx'
import { PrivateNote } from '#components/activity/private/private-note.tsx'
import { usePrivate } from '#components/device/use-private.ts'
import type { Say } from '#components/quiz/text.ts'
import fold from '#components/ui/fold.module.css'
import { isoOfDay, nameOfDay } from './calendar-days.ts'
import { wordsFrom, wordsKey } from './kept-words.ts'
import styles from './review.module.css'

/** What the learner wrote about tasks and endings: theirs, to read again and to erase. */
export function KeptWords({ say, locale }: { say: Say; locale: string }) {
  const kept = usePrivate<unknown>(wordsKey, [])
  const words = wordsFrom(kept.value)
  if (words.length === 0) return null
  return (
    <details>
      <summary className={fold['summary']}>{say('wordsTitle')}</summary>
      <PrivateNote>{say('private')}</PrivateNote>
      <ul className={styles['words']}>
        {words.map(({ day, title, text }) => (
          <li key={`${day} ${title}`}>
            <time dateTime={isoOfDay(day)}>{nameOfDay(day, locale)}</time>
            <b>{title}</b>
            <p>{text}</p>
          </li>
        ))}
      </ul>
      <Erase
        label={say('wordsErase')}
        question={say('wordsQuestion')}
        yes={say('wordsYes')}
        no={say('wordsNo')}
        onErase={() => kept.erase()}
      />
    </details>
  )
}
