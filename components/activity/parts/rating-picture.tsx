import { Button } from '#components/ui/button.tsx'
import option from '#components/ui/option.module.css'
import { byModule, type Rating, type RatingData, stepOf } from '#lib/activity/rating.ts'
import type { ModuleName } from '#lib/competency/reference.ts'
import styles from './rating.module.css'

type Words = (key: string, values?: Record<string, string | number>) => string

/**
 * All ratings, module by module, as counted blocks and in words; where there is an earlier rating, it stands beside the later
 * one. Each can be changed, and chosen.
 * @param t keys: module, unrated, now, change, change-this; then-now, then-goal, then-example, now-example where there is an earlier one
 */
export function RatingPicture({
  data,
  rating,
  early,
  modules,
  most,
  choose,
  change,
  t,
}: {
  data: RatingData
  rating: Rating
  early?: Rating | undefined
  modules: readonly ModuleName[]
  most: number
  choose(indicator: string): void
  change(indicator: string): void
  t: Words
}) {
  const label = (step: number | null) => (step === null ? t('unrated') : data.scale[step]!.label)
  return (
    <div className={styles['picture']}>
      {byModule(data.indicators).map(({ module, indicators }) => {
        const named = modules.find(({ slug }) => slug === module)
        return (
          <section key={module} data-module={named?.number} aria-label={named?.title}>
            {named ? <h5 className={styles['module']}>{t('module', { number: named.number, title: named.title })}</h5> : null}
            <ul>
              {indicators.map(({ id, text }) => {
                const [now, before] = [stepOf(data, rating, id), early ? stepOf(data, early, id) : null]
                const chosen = rating.goals.includes(id)
                return (
                  <li key={id} className={styles['row']} data-chosen={chosen || undefined}>
                    <label className={`${option['option']} ${styles['goal']}`}>
                      <input
                        type="checkbox"
                        checked={chosen}
                        disabled={!chosen && rating.goals.length >= most}
                        onChange={() => choose(id)}
                      />
                      <span>{text}</span>
                    </label>
                    <p className={styles['said']} data-both={before !== null || undefined}>
                      <Steps now={now} before={before} of={data.scale.length} />
                      <span>
                        {before === null ? t('now', { now: label(now) }) : t('then-now', { now: label(now), before: label(before) })}
                        {early?.goals.includes(id) ? <em>{t('then-goal')}</em> : null}
                      </span>
                      <Button look="quiet" className={styles['change']} onClick={() => change(id)} aria-label={t('change-this', { text })}>
                        {t('change')}
                      </Button>
                    </p>
                    <Example before={early?.ratings[id]?.evidence} now={rating.ratings[id]?.evidence} t={t} />
                  </li>
                )
              })}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

function Example({ before, now, t }: { before: string | undefined; now: string | undefined; t: Words }) {
  if (!before && !now) return null
  return (
    <div className={styles['example']}>
      {before ? <p>{t('then-example', { text: before })}</p> : null}
      {now ? <p>{before ? t('now-example', { text: now }) : now}</p> : null}
    </div>
  )
}

/** A step as counted blocks; a notch under the block where it stood before. Decorative: the words stand beside it. */
export function Steps({ now, before = null, of }: { now: number | null; before?: number | null; of: number }) {
  return (
    <span className={styles['blocks']} aria-hidden="true">
      {Array.from({ length: of }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the places themselves
        <i key={index} data-on={(now !== null && index <= now) || undefined} data-before={index === before || undefined} />
      ))}
    </span>
  )
}
