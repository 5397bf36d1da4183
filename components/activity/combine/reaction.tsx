import { FitMark } from '#components/activity/parts/fit-mark.tsx'
import { countCombinations, type Outcome, type Situation, type Tried as TriedOne, textsOf } from '#lib/activity/combine.ts'
import styles from './combine.module.css'

type Say = (key: string, values?: Record<string, string | number>) => string

/** What comes back. Read out when it changes. */
export function Reaction({ outcome, hint, t }: { outcome: Outcome | null; hint: string; t: Say }) {
  return (
    <div className={styles['reaction']} role="status">
      {outcome ? (
        <>
          <FitMark fit={outcome.fit} word={t(`fit-${outcome.fit}`)} />
          <p className={styles['reply']}>{outcome.reply}</p>
          <p>{outcome.feedback}</p>
        </>
      ) : (
        <p className={styles['hint']}>{hint}</p>
      )}
    </div>
  )
}

/** Everything tried, to compare. */
export function Tried({ situation, tried, t }: { situation: Situation; tried: readonly TriedOne[]; t: Say }) {
  if (tried.length === 0) return null
  return (
    <div className={styles['tried']}>
      <h5>{t('tried', { count: tried.length, of: countCombinations(situation) })}</h5>
      <ol>
        {tried.map(({ choice, outcome }) => {
          const texts = textsOf(situation, choice)
          return (
            <li key={texts.join()}>
              <span>{texts.join(' · ')}</span>
              <FitMark fit={outcome.fit} word={t(`fit-${outcome.fit}`)} />
            </li>
          )
        })}
      </ol>
    </div>
  )
}
