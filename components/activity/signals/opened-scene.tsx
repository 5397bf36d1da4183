import { type Opened, type Place, paragraphsOf, placesOf, type Segment } from '#lib/activity/signals.ts'
import styles from './signals.module.css'

type Words = (key: string, values?: Record<string, string | number>) => string

/** The scene with numbers at the places spoken about, and below each paragraph what is to say about them. */
export function OpenedScene({ segments, opened, words }: { segments: readonly Segment[]; opened: Opened; words: Words }) {
  const places = placesOf(segments, opened)
  return (
    <div className={styles['scene']}>
      {paragraphsOf(segments).map((paragraph) => {
        const here = paragraph.flatMap(({ id }) => places.get(id) ?? [])
        return (
          <div key={paragraph[0]?.id} className={styles['paragraph']}>
            <p>
              {paragraph.map(({ id, text }) => {
                const place = places.get(id)
                return place ? (
                  <span key={id}>
                    <mark data-mark={place.mark}>{text}</mark>
                    <sup className={styles['number']} data-mark={place.mark}>
                      <span className="visually-hidden">{words('place', { number: '' })}</span>
                      {place.number}
                    </sup>{' '}
                  </span>
                ) : (
                  `${text} `
                )
              })}
            </p>
            {here.map((place) => (
              <Note key={place.segment.id} place={place} words={words} />
            ))}
          </div>
        )
      })}
    </div>
  )
}

function Note({ place: { segment, number, mark }, words }: { place: Place; words: Words }) {
  return (
    <div className={styles['note']} data-mark={mark}>
      <p className={styles['which']}>
        <span className={styles['number']} data-mark={mark}>
          {number}
        </span>
        {words(mark)}
      </p>
      {segment.signal ? (
        <dl>
          <dt>{words('might')}</dt>
          <dd>{segment.signal.might}</dd>
          <dt>{words('might-not')}</dt>
          <dd>{segment.signal.mightNot}</dd>
          <dt>{words('ask')}</dt>
          <dd className={styles['ask']}>{segment.signal.ask}</dd>
        </dl>
      ) : (
        <p>{segment.plain ?? words('plain-why')}</p>
      )}
    </div>
  )
}
