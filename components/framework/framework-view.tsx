/** The competency framework, to be read, printed and pointed at: each competency and each indicator has an address of its own. */
import Link from 'next/link'
import type { FrameworkPage, PageCompetency, PageModule } from '#lib/competency/framework-page.ts'
import type { Competencies } from '#lib/competency/schema.ts'
import { type Messages, say } from '#lib/message/format.ts'
import { type Locale, pathFor } from '#lib/message/locale.ts'
import styles from './framework.module.css'

type Words = { messages: Messages; locale: Locale }

export function FrameworkView({ source, page, messages, locale }: { source: Competencies; page: FrameworkPage } & Words) {
  const words = { messages, locale }
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1>{say(messages, 'title')}</h1>
        <p>{say(messages, 'lead', { framework: source.title })}</p>
      </header>
      <div className={styles['about']}>
        <section aria-labelledby="certificate">
          <h2 id="certificate">{say(messages, 'come-title')}</h2>
          <p>{say(messages, 'come-1')}</p>
          <p>{say(messages, 'come-2')}</p>
        </section>
        <section aria-labelledby="source">
          <h2 id="source">{say(messages, 'source-title')}</h2>
          <dl>
            <dt>{say(messages, 'owner')}</dt>
            <dd>{source.owner}</dd>
            <dt>{say(messages, 'edition')}</dt>
            <dd>{say(messages, 'edition-is', { edition: source.edition })}</dd>
            <dt>{say(messages, 'newer')}</dt>
            <dd>{source.newerEdition}</dd>
            <dt>{say(messages, 'levels')}</dt>
            <dd>{source.levelling}</dd>
            <dt>{say(messages, 'limits')}</dt>
            <dd>{source.note}</dd>
          </dl>
        </section>
      </div>
      <nav className={styles['jump']} aria-labelledby="jump">
        <h2 id="jump">{say(messages, 'jump')}</h2>
        <ul>
          <li>
            <a href="#modules">{say(messages, 'modules-title')}</a>
          </li>
          {page.elements.map(({ id, title, competencies }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
              <ul>
                {competencies.map((one) => (
                  <li key={one.id}>
                    <a href={`#${one.id}`}>{one.title}</a>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles['body']}>
        <ByModule page={page} {...words} />
        {page.elements.map(({ id, title, definition, for: whom, competencies }) => (
          <section key={id} className={styles['element']} aria-labelledby={id}>
            <h2 id={id}>{title}</h2>
            <p>{definition}</p>
            <p className={styles['whom']}>{say(messages, 'for', { whom })}</p>
            {competencies.map((one) => (
              <Competency key={one.id} competency={one} {...words} />
            ))}
          </section>
        ))}
      </div>
    </div>
  )
}

function ByModule({ page, messages, locale }: { page: FrameworkPage } & Words) {
  return (
    <section className={styles['modules']} aria-labelledby="modules">
      <h2 id="modules">{say(messages, 'modules-title')}</h2>
      <p>{say(messages, 'modules-lead', { count: page.built, total: page.total }, locale)}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{say(messages, 'module')}</th>
            <th scope="col">{say(messages, 'competencies')}</th>
          </tr>
        </thead>
        <tbody>
          {page.modules.map(({ competencies, ...module }) => (
            <tr key={module.slug} data-module={module.number}>
              <th scope="row">
                <Link href={pathFor(locale, `/modules/${module.slug}`)} prefetch={false}>
                  <b>{module.number}</b> {module.title}
                </Link>
              </th>
              <td>
                <ul>
                  {competencies.map(({ id, title, count }) => (
                    <li key={id}>
                      <a href={`#${id}`}>{title}</a> {count.toLocaleString(locale)}
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Competency({ competency, messages, locale }: { competency: PageCompetency } & Words) {
  const { id, title, definition, levels, total, built, modules } = competency
  return (
    <article id={id} className={styles['competency']} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>
        <span>{id}</span> {title}
      </h3>
      <p>{definition}</p>
      <p className={styles['built']}>
        {built === 0 ? say(messages, 'taught-none') : `${say(messages, 'taught', { count: built, total }, locale)}: `}
        <Modules modules={modules} locale={locale} />
      </p>
      {levels.map(({ level, indicators }) => (
        <div key={level ?? 0} className={styles['level']}>
          {level === null ? null : <h4>{say(messages, 'level', { level })}</h4>}
          <ul>
            {indicators.map((one) => (
              <li key={one.id} id={one.id}>
                <a className={styles['id']} href={`#${one.id}`} aria-label={say(messages, 'link', { id: one.id })}>
                  {one.id}
                </a>
                <div>
                  <p>{one.text}</p>
                  {one.modules.length > 0 ? (
                    <p className={styles['in']}>
                      {say(messages, 'in')} <Modules modules={one.modules} locale={locale} />
                    </p>
                  ) : null}
                </div>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </article>
  )
}

function Modules({ modules, locale }: { modules: readonly PageModule[]; locale: Locale }) {
  return modules.map(({ slug, number, short }) => (
    <Link key={slug} className={styles['module']} href={pathFor(locale, `/modules/${slug}`)} prefetch={false} data-module={number}>
      {`${number}. ${short}`}
    </Link>
  ))
}
