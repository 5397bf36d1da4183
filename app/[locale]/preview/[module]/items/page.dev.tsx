import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ItemStates } from '#components/preview/item-states.tsx'
import styles from '#components/preview/preview.module.css'
import { loadDraft } from '#lib/course/load-course.ts'
import { say } from '#lib/message/format.ts'
import { isLocale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'
import { sampleStates } from '#lib/preview/sample-responses.ts'
import { toPublic } from '#lib/quiz/interactions/reflect/public.ts'
import { isDrawable, isScored } from '#lib/quiz/interactions/registry.ts'

type Props = { params: Promise<{ locale: string; module: string }> }

async function placeOf({ params }: Props) {
  const { locale, module: slug } = await params
  if (!isLocale(locale)) notFound()
  const { written } = await loadDraft(locale)
  const module = written.modules.get(slug)
  if (!module) notFound()
  return { locale, module, messages: messagesFor(locale) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { module, messages } = await placeOf(props)
  return { title: say(messages.preview, 'itemsTitle', { module: module.module.title }) }
}

/** Keys and feedback of every item are on this page: it exists in development only. */
export default async function ItemsPage(props: Props) {
  const { locale, module, messages } = await placeOf(props)
  const { preview } = messages
  return (
    <div className={styles['page']} data-module={module.number}>
      <p className={styles['kicker']}>
        <Link href={pathFor(locale, '/preview')}>{say(preview, 'kicker')}</Link>
      </p>
      <h1>{say(preview, 'itemsTitle', { module: module.module.title })}</h1>
      <p className={styles['lead']}>{say(preview, 'itemsLead')}</p>
      <nav aria-label={say(preview, 'itemsContents')}>
        <ul className={styles['jumps']}>
          {module.items.map(({ id }) => (
            <li key={id}>
              <a href={`#${id}`}>{id}</a>
            </li>
          ))}
        </ul>
      </nav>
      {module.items.map((item) => (
        <section key={item.id} id={item.id} className={styles['section']} aria-labelledby={`${item.id}-title`}>
          <h2 id={`${item.id}-title`}>{item.id}</h2>
          <p className={styles['soft']}>
            {say(preview, 'itemMeta', {
              kind: item.kind,
              objective: item.objective,
              difficulty: item.difficulty,
              level: item.level,
              facts: item.facts.join(', '),
            })}{' '}
            · {say(preview, isScored(item) ? 'itemScored' : 'itemPractice')}
          </p>
          {isDrawable(item) ? (
            <ItemStates samples={sampleStates(item)} module={module.slug} messages={{ preview, quiz: messages.quiz }} locale={locale} />
          ) : (
            <ItemStates
              reflection={toPublic(item)}
              samples={[]}
              module={module.slug}
              messages={{ preview, quiz: messages.quiz }}
              locale={locale}
            />
          )}
        </section>
      ))}
    </div>
  )
}
