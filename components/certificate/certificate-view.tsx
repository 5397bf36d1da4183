import type { ReactNode } from 'react'
import { dateOf, durationOf, isOfCourse, keyFor, pieces, wordsOf } from '#lib/credential/describe-achievement.ts'
import type { Certificate } from '#lib/credential/schema.ts'
import { skillsOf } from '#lib/credential/skills-of.ts'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './certificate-view.module.css'
import { CheckYourself } from './check-yourself.tsx'
import { Skills } from './skills.tsx'
import { type State, StateLine } from './state-line.tsx'

/** What everybody who may see the page sees; `name` is null where the holder does not show it. */
export type ShownCertificate = Pick<Certificate, 'id' | 'achievement' | 'issuedAt' | 'updatedAt' | 'version'> & { name: string | null }

/** What whoever issues says of themselves now. */
type ShownIssuer = {
  name: string
  url: string
  email: string | null
  description: string
  signatory: { name: string; title: string } | null
}

/**
 * The page of a certificate, as anybody sees it: whether it counts, the picture, what was done, how it was assessed, how to find out
 * oneself. `children`: the holder's tools.
 */
export function CertificateView({
  certificate,
  state,
  issuer,
  image,
  addresses,
  messages,
  locale,
  children,
}: {
  certificate: ShownCertificate
  state: State
  issuer: ShownIssuer
  /** address of the picture with its version, so that a changed name is seen at once */
  image: string
  /** `check`: the page that checks, with this certificate; `camera`: the same, to scan with; `file`: the signed credential */
  addresses: { check: string; camera: string; file: string; framework: string }
  messages: Messages
  locale: string
  children?: ReactNode
}) {
  const { achievement, name, issuedAt, updatedAt, version, id } = certificate
  const words: Record<string, string> = { name: name ?? '', ...wordsOf(achievement, messages, locale) }
  const key = (one: string) => keyFor(achievement, one)
  const ofCourse = isOfCourse(achievement)
  const abilities = ofCourse ? achievement.outcomes : achievement.objectives
  const hasScenario = ofCourse ? achievement.scenarios > 0 : achievement.scenario
  const date = dateOf(issuedAt, locale)
  const mark = achievement.passMark.toLocaleString(locale, { style: 'percent' })
  const skills = skillsOf(achievement)
  const counts = state.kind === 'verified' || state.kind === 'unsure'
  const line = <StateLine state={state} issuer={issuer.name} check={addresses.check} messages={messages} locale={locale} />
  return (
    <article className={styles['page']} data-module={ofCourse ? undefined : achievement.module.number}>
      <p className={styles['kicker']}>{say(messages, 'kickerOn', { date })}</p>
      <h1 className={styles['name']}>{name === null ? words['module'] : <bdi>{name}</bdi>}</h1>
      <p className={styles['lead']}>
        {pieces(say(messages, key('lead'), words)).map(({ text, bold }) => (bold ? <strong key={text}>{text}</strong> : text))}
        {name === null ? ` ${say(messages, 'nameless')}` : null}
      </p>
      <div className={styles['proof']}>
        {counts ? null : line}
        {/* biome-ignore lint/performance/noImgElement: drawn at its one size by the site itself */}
        <img
          className={styles['picture']}
          src={image}
          width={1200}
          height={630}
          alt={say(messages, key(name === null ? 'imageAltNameless' : 'imageAlt'), { ...words, site: achievement.site, date })}
        />
        {counts ? line : null}
      </div>
      {children}
      <div className={styles['columns']}>
        <div className={styles['stack']}>
          <section aria-labelledby="criteria">
            <h2 id="criteria">{say(messages, 'criteria')}</h2>
            <ul className={styles['list']}>
              <li>{say(messages, key('criteriaCheck'), { mark })}</li>
              {hasScenario ? <li>{say(messages, key('criteriaScenario'))}</li> : null}
              {ofCourse ? <li>{say(messages, 'criteriaTasksCourse')}</li> : null}
              {achievement.lessons > 0 ? <li>{say(messages, key('criteriaLessons'))}</li> : null}
            </ul>
            <p className={styles['limit']}>{say(messages, name === null ? 'criteriaLimitNameless' : 'criteriaLimit')}</p>
          </section>
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
        </div>
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
      {skills.length > 0 ? (
        <Skills skills={skills} framework={achievement.framework ?? ''} address={addresses.framework} messages={messages} />
      ) : null}
      <CheckYourself check={addresses.check} file={addresses.file} camera={addresses.camera} messages={messages} />
      <AboutIssuer issuer={issuer} messages={messages} />
      <dl className={styles['facts']}>
        <div>
          <dt>{say(messages, 'when')}</dt>
          <dd>{date}</dd>
        </div>
        <div>
          <dt>{say(messages, 'issuedBy')}</dt>
          <dd>
            <a href={issuer.url}>
              <bdi>{issuer.name}</bdi>
            </a>
          </dd>
        </div>
        {issuer.signatory ? (
          <div>
            <dt>{say(messages, 'signedBy')}</dt>
            <dd>
              <bdi>{issuer.signatory.name}</bdi>
              {issuer.signatory.title ? <bdi className={styles['of']}>{issuer.signatory.title}</bdi> : null}
            </dd>
          </div>
        ) : null}
        <div>
          <dt>{say(messages, key('length'))}</dt>
          <dd>{durationOf(achievement.minutes, messages, locale)}</dd>
        </div>
        <div>
          <dt>{say(messages, 'number')}</dt>
          <dd className={styles['number']}>{id}</dd>
        </div>
        {version > 1 ? (
          <div>
            <dt>{say(messages, 'correctedOn')}</dt>
            <dd>{dateOf(updatedAt, locale)}</dd>
          </div>
        ) : null}
      </dl>
    </article>
  )
}

/** In its own words; nothing where it has none. */
function AboutIssuer({ issuer: { description, email }, messages }: { issuer: ShownIssuer; messages: Messages }) {
  if (description === '' && email === null) return null
  const [before, after] = say(messages, 'issuerWrite').split('{email}')
  return (
    <section className={styles['self']} aria-labelledby="issuer">
      <h2 id="issuer">{say(messages, 'issuerTitle')}</h2>
      {description === '' ? null : (
        <p className={styles['words']} dir="auto">
          {description}
        </p>
      )}
      {email === null ? null : (
        <p>
          {before}
          <a href={`mailto:${email}`}>{email}</a>
          {after}
        </p>
      )}
    </section>
  )
}
