import type { Asked, ModulePlaces } from '#components/assignments/asked.ts'
import { AskedList } from '#components/assignments/asked-list.tsx'
import { dueWords } from '#components/assignments/due-words.ts'
import { joinNames } from '#components/join/join-names.ts'
import { Sight } from '#components/join/sight.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import type { Locale } from '#lib/message/locale.ts'
import { LeaveCohort } from './leave-cohort.tsx'
import styles from './me.module.css'
import { type Shown, ShownReflections } from './shown-reflections.tsx'
import { wordsOf } from './words-of.ts'

type OwnCohort = {
  id: string
  name: string
  archived: boolean
  knownAs: string
  facilitators: readonly string[]
  asked: readonly Asked[]
  shown: readonly Shown[]
}

/** The groups somebody is in: what each asks, who leads it, what these people see, and the way out. */
export function OwnCohorts({
  cohorts,
  places,
  now,
  messages,
  join,
  locale,
}: {
  cohorts: readonly OwnCohort[]
  places: ModulePlaces
  now: number
  messages: Messages
  join: Messages
  locale: Locale
}) {
  if (cohorts.length === 0) return <p className={styles['soft']}>{say(messages, 'cohortsNone')}</p>
  return cohorts.map(({ id, name, archived, knownAs, facilitators, asked, shown }) => (
    <article key={id} className={styles['cohort']} aria-labelledby={`cohort-${id}`}>
      <div>
        <h3 id={`cohort-${id}`} dir="auto">
          {name}
        </h3>
        <p className={styles['soft']}>
          {facilitators.length > 0 ? `${say(join, 'ledBy', { names: joinNames(facilitators, locale) })}. ` : `${say(join, 'ledByNobody')} `}
          {say(messages, 'cohortAs', { name: knownAs })}
        </p>
      </div>
      {archived ? (
        <p>{say(messages, 'cohortArchived')}</p>
      ) : asked.length > 0 ? (
        <AskedList asked={asked} places={places} now={now} messages={dueWords(messages)} locale={locale} />
      ) : (
        <p>{say(messages, 'cohortNothing')}</p>
      )}
      <ShownReflections cohort={id} shown={shown} messages={wordsOf(messages, 'shown', 'share')} />
      <details className={styles['sees']}>
        <summary>{say(messages, 'cohortSees')}</summary>
        <Sight messages={join} heading="h4" />
      </details>
      <div>
        <LeaveCohort cohort={{ id, name }} messages={wordsOf(messages, 'leave')} />
      </div>
    </article>
  ))
}
