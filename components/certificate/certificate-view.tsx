import type { ReactNode } from 'react'
import { dateOf, durationOf, isOfCourse, keyFor, pieces, wordsOf } from '#lib/credential/describe-achievement.ts'
import type { PublicCertificate } from '#lib/credential/schema.ts'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './certificate-view.module.css'

/** The page of a certificate, as anybody sees it: the picture, what was done, how it was assessed. `children`: the holder's tools. */
export function CertificateView({
  certificate,
  image,
  messages,
  locale,
  children,
}: {
  certificate: PublicCertificate
  /** address of the picture with its version, so that a changed name is seen at once */
  image: string
  messages: Messages
  locale: string
  children?: ReactNode
}) {
  const { achievement, name, issuedAt, updatedAt, version, id } = certificate
  const words = { name, ...wordsOf(achievement, messages, locale) }
  const key = (one: string) => keyFor(achievement, one)
  const ofCourse = isOfCourse(achievement)
  const abilities = ofCourse ? achievement.outcomes : achievement.objectives
  const hasScenario = ofCourse ? achievement.scenarios > 0 : achievement.scenario
  const date = dateOf(issuedAt, locale)
  const mark = achievement.passMark.toLocaleString(locale, { style: 'percent' })
  return (
    <article className={styles['page']} data-module={ofCourse ? undefined : achievement.module.number}>
      <p className={styles['kicker']}>{say(messages, 'kicker')}</p>
      <h1 className={styles['name']}>
        <bdi>{name}</bdi>
      </h1>
      <p className={styles['lead']}>
        {pieces(say(messages, key('lead'), words)).map(({ text, bold }) => (bold ? <strong key={text}>{text}</strong> : text))}
      </p>
      {/* biome-ignore lint/performance/noImgElement: drawn at its one size by the site itself */}
      <img
        className={styles['picture']}
        src={image}
        width={1200}
        height={630}
        alt={say(messages, key('imageAlt'), { ...words, site: achievement.site, date })}
      />
      {children}
      <div className={styles['columns']}>
        <section aria-labelledby="criteria">
          <h2 id="criteria">{say(messages, 'criteria')}</h2>
          <ul className={styles['list']}>
            <li>{say(messages, key('criteriaCheck'), { mark })}</li>
            {hasScenario ? <li>{say(messages, key('criteriaScenario'))}</li> : null}
            {ofCourse ? <li>{say(messages, 'criteriaTasksCourse')}</li> : null}
            {achievement.lessons > 0 ? <li>{say(messages, key('criteriaLessons'))}</li> : null}
          </ul>
          <p className={styles['limit']}>{say(messages, 'criteriaLimit')}</p>
        </section>
        {abilities.length > 0 ? (
          <section aria-labelledby="objectives">
            <h2 id="objectives">{say(messages, key('objectives'))}</h2>
            <p>{say(messages, key('objectivesLead'))}</p>
            <ul className={styles['list']}>
              {abilities.map((objective) => (
                <li key={objective}>{objective}</li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
      {ofCourse ? (
        <section aria-labelledby="modules">
          <h2 id="modules">{say(messages, 'modulesTitle')}</h2>
          <ol className={styles['list']}>
            {achievement.modules.map(({ number, title }) => (
              <li key={number}>{title}</li>
            ))}
          </ol>
        </section>
      ) : null}
      <dl className={styles['facts']}>
        <div>
          <dt>{say(messages, 'when')}</dt>
          <dd>{date}</dd>
        </div>
        <div>
          <dt>{say(messages, key('length'))}</dt>
          <dd>{durationOf(achievement.minutes, messages, locale)}</dd>
        </div>
        <div>
          <dt>{say(messages, 'number')}</dt>
          <dd className={styles['number']}>{id}</dd>
        </div>
      </dl>
      <p className={styles['recorded']}>
        {say(messages, 'recorded', { date })}
        {version > 1 ? ` ${say(messages, 'renamed', { date: dateOf(updatedAt, locale) })}` : null}
      </p>
    </article>
  )
}
