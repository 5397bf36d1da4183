import { FitMark } from '#components/activity/parts/fit-mark.tsx'
import { Button } from '#components/ui/button.tsx'
import { bestOf, type Combine, type Tried, textsOf } from '#lib/activity/combine.ts'
import styles from './combine.module.css'

/** All situations with the best that was tried in each. */
export function CombineEnd({
  data,
  triedOf,
  go,
  t,
}: {
  data: Combine
  triedOf(situation: string): readonly Tried[]
  go(place: number): void
  t(key: string, values?: Record<string, string | number>): string
}) {
  return (
    <div className={styles['end']}>
      <h4 className={styles['title']}>{t('end')}</h4>
      <ol>
        {data.situations.map((situation, place) => {
          const best = bestOf(triedOf(situation.id))
          return (
            <li key={situation.id}>
              <h5>{situation.title}</h5>
              {best ? (
                <>
                  <p className={styles['said']}>{textsOf(situation, best.choice).join(data.look === 'dials' ? ' · ' : ' ')}</p>
                  <FitMark fit={best.outcome.fit} word={t(`fit-${best.outcome.fit}`)} />
                </>
              ) : (
                <p className={styles['hint']}>{t('untried')}</p>
              )}
              <Button look="quiet" onClick={() => go(place)}>
                {t(best?.outcome.fit === 'good' ? 'other' : 'better')}
                <span className="visually-hidden">{`: ${situation.title}`}</span>
              </Button>
            </li>
          )
        })}
      </ol>
    </div>
  )
}
