import type { Ref } from 'react'
import { FitMark } from '#components/activity/parts/fit-mark.tsx'
import { type Arrow, compareArrows } from '#lib/activity/power-map.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { type Drawn, People } from './people.tsx'
import styles from './power-map.module.css'

type Words = (key: string, values?: Record<string, string | number>) => string

/** The learner's arrows and the authors' in one drawing, then the authors' with their reasons. Neither is the truth. */
export function Comparison({
  data,
  drawn,
  words,
  heading,
  name,
}: {
  data: ActivityOf<'power-map'>
  drawn: readonly Arrow[]
  words: Words
  heading?: Ref<HTMLHeadingElement>
  name(id: string): string
}) {
  const { both, missed, extra } = compareArrows(data, drawn)
  const looks = { both, missed, extra }
  const arrows = (['both', 'missed', 'extra'] as const).flatMap((look): Drawn[] => looks[look].map(({ from, to }) => ({ from, to, look })))
  return (
    <>
      <h4 className={styles['heading']} ref={heading} tabIndex={heading ? -1 : undefined}>
        {words('compared')}
      </h4>
      <div className={styles['layout']}>
        <div>
          <People people={data.people} arrows={arrows} rings={data.arrows} label={words('compared-picture')} />
          <ul className={styles['legend']}>
            {(['both', 'missed', 'extra'] as const).map((look) => (
              <li key={look}>
                <svg viewBox="0 0 36 8" aria-hidden="true" className={styles['arrow']} data-look={look}>
                  <path d="M0 4H28" />
                  <path className={styles['tip']} d="M35 4 28 1 28 7Z" />
                </svg>
                {words(`legend-${look}`)}
              </li>
            ))}
          </ul>
          <p className={styles['hint']}>{words('rings')}</p>
        </div>
        <div>
          <ul className={styles['reasons']}>
            {[...missed, ...both].map((arrow) => (
              <li key={`${arrow.from} ${arrow.to}`}>
                <b>{words('cell', { from: name(arrow.from), to: name(arrow.to) })}</b>
                <p>{arrow.why}</p>
                {both.includes(arrow) ? <FitMark fit="good" word={words('both')} /> : <small>{words('missed')}</small>}
              </li>
            ))}
          </ul>
          {extra.length > 0 ? (
            <>
              <p className={styles['extra']}>{words('extra')}</p>
              <ul className={styles['own']}>
                {extra.map((arrow) => (
                  <li key={`${arrow.from} ${arrow.to}`}>{words('cell', { from: name(arrow.from), to: name(arrow.to) })}</li>
                ))}
              </ul>
            </>
          ) : null}
        </div>
      </div>
    </>
  )
}
