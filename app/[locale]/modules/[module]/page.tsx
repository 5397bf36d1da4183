import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type CSSProperties, Fragment, type ReactNode } from 'react'
import { ActivityIsland } from '#components/activity/island.tsx'
import { messagesOf } from '#components/activity/messages-of.ts'
import { CertificateOffer } from '#components/certificate/certificate-offer.tsx'
import { wordsFor } from '#components/certificate/words.ts'
import styles from '#components/module/module.module.css'
import { type ModuleStep, ModuleSteps } from '#components/module/module-steps.tsx'
import { ModuleMark } from '#components/ui/module-mark.tsx'
import type { Activity } from '#lib/activity/schema.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import { outlineCourse } from '#lib/course/outline-course.ts'
import { objectId } from '#lib/course/schema.ts'
import { say } from '#lib/message/format.ts'
import { isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

type Props = PageProps<'/[locale]/modules/[module]'>

export const dynamicParams = false

export async function generateStaticParams() {
  const { modules } = await loadCourse()
  return [...modules.keys()].map((module) => ({ module }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, module } = await params
  const loaded = (await loadCourse(locale as Locale)).modules.get(module)
  return loaded ? { title: loaded.module.title, description: loaded.module.summary } : {}
}

export default async function ModulePage({ params }: Props) {
  const { locale, module: slug } = await params
  if (!isLocale(locale)) notFound()
  const loaded = await loadCourse(locale)
  const entry = loaded.course.modules.find((one) => one.slug === slug)
  const found = loaded.modules.get(slug)
  if (!entry || !found) notFound()
  const { module, lessons, scenario, items, minutes, fingerprints } = found
  const all = messagesFor(locale)
  const messages = all.module
  const path = (rest: string) => pathFor(locale, `/modules/${slug}${rest}`)
  const inMinutes = (value: number) => say(messages, 'minutes', { minutes: value }, locale)

  const steps: ModuleStep[] = [
    {
      key: 'guesses',
      kind: 'guesses',
      name: module.guesses.title,
      what: say(messages, 'guessesWhat'),
      aside: inMinutes(1),
      href: `#${module.guesses.id}`,
    },
    ...lessons.map((lesson) => ({
      key: lesson.slug,
      kind: 'lesson' as const,
      slug: lesson.slug,
      name: lesson.matter.title,
      what: lesson.matter.summary,
      aside: inMinutes(lesson.minutes),
      href: path(`/lessons/${lesson.slug}`),
    })),
    ...(scenario
      ? [
          {
            key: 'scenario',
            kind: 'scenario' as const,
            name: say(messages, 'scenarioName', { title: scenario.title }),
            what: say(messages, 'scenarioWhat'),
            aside: inMinutes(minutes.scenario),
            href: path('/scenario'),
          },
        ]
      : []),
    ...(items.length > 0
      ? [
          {
            key: 'quiz',
            kind: 'quiz' as const,
            name: say(messages, 'quizName'),
            what: say(messages, 'quizWhat'),
            aside: inMinutes(minutes.quiz),
            href: path('/quiz'),
          },
        ]
      : []),
    { key: 'task', kind: 'task', name: say(messages, 'taskName'), what: say(messages, 'taskWhat'), aside: '', href: `#${module.task.id}` },
    {
      key: 'certificate',
      kind: 'certificate',
      name: say(messages, 'certificateName'),
      what: say(messages, scenario ? 'certificateWhat' : 'certificateWhatCheck'),
      aside: '',
      href: '#certificate',
    },
  ]
  const island = (activity: Activity) => {
    const object = objectId.moduleActivity(slug, activity.id)
    return (
      <ActivityIsland
        data={activity}
        object={object}
        contentHash={fingerprints[object] ?? ''}
        module={slug}
        messages={messagesOf(activity, locale)}
        locale={locale}
      />
    )
  }
  // the sentence around its codes, each of which stays in one piece
  const [beforeCodes, afterCodes] = say(messages, 'competencies', { count: module.competencies.length, list: '\n' }, locale).split('\n')
  return (
    <div data-module={entry.number}>
      <div className={styles['head']}>
        <div
          className={styles['patch']}
          style={{ '--patch': `url('/map/module-${entry.number}.svg')` } as CSSProperties}
          aria-hidden="true"
        />
        <div className={`${styles['wrap']} ${styles['intro']}`}>
          <p className={styles['crumb']}>
            <ModuleMark motif={entry.motif} />
            {say(messages, 'crumb', { number: entry.number, minutes: minutes.total }, locale)}
          </p>
          <h1>{module.title}</h1>
          <p className={styles['summary']}>{module.summary}</p>
        </div>
      </div>
      <div className={`${styles['wrap']} ${styles['body']}`}>
        <div className={styles['main']}>
          <h2>{say(messages, 'stepsTitle')}</h2>
          <ModuleSteps outline={outlineCourse(loaded, locale)} module={slug} steps={steps} messages={messages} locale={locale} />
        </div>
        <div className={styles['side']}>
          <h2>{say(messages, 'objectivesTitle')}</h2>
          <ul className={styles['objectives']}>
            {module.objectives.map((objective) => (
              <li key={objective.id}>{objective.text}</li>
            ))}
          </ul>
          <p className={styles['note']}>
            {beforeCodes}
            {module.competencies.map((code, i) => (
              <Fragment key={code}>
                {i > 0 ? ', ' : ''}
                <span className={styles['code']}>{code}</span>
              </Fragment>
            ))}
            {afterCodes}
          </p>
        </div>
      </div>
      <div className={styles['wrap']}>
        <Section title={say(messages, 'guessesTitle')} text={say(messages, 'guessesText')}>
          {island(module.guesses)}
        </Section>
        <Section title={say(messages, 'reflectionTitle')} text={say(messages, 'reflectionText')}>
          {island(module.reflection)}
        </Section>
        <Section title={say(messages, 'taskName')} text={say(messages, 'taskText')}>
          {island(module.task)}
        </Section>
        <Section title={say(messages, 'certificateName')} text={say(messages, 'certificateText')} id="certificate">
          <CertificateOffer
            module={slug}
            moduleTitle={module.title}
            scenario={scenario !== null}
            messages={wordsFor('offer', all.certificate)}
            locale={locale}
          />
        </Section>
      </div>
    </div>
  )
}

function Section({ title, text, id, children }: { title: string; text: string; id?: string; children: ReactNode }) {
  return (
    <section className={styles['section']} id={id}>
      <div>
        <h2>{title}</h2>
        <p className={styles['why']}>{text}</p>
      </div>
      <div>{children}</div>
    </section>
  )
}
