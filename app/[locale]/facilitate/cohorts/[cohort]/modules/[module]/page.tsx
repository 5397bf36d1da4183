import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { guardPage } from '#app/api/guard.ts'
import { ItemReport } from '#components/report/item-report.tsx'
import { ObjectiveReport } from '#components/report/objective-report.tsx'
import styles from '#components/report/report.module.css'
import { sayIn } from '#components/report/say-in.ts'
import { ScenarioSection, type Which } from '#components/report/scenario-report.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { reportedModule } from '#lib/cohort/report-course.ts'
import { readModuleReport } from '#lib/cohort/report-store.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import { isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ locale: string; cohort: string; module: string }>; searchParams: Promise<{ runs?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, module } = await params
  const course = await loadCourse(locale)
  const title = course.modules.get(module)?.module.title ?? ''
  return { title: sayIn(messagesFor(locale as Locale).report, locale)('moduleTitle', { module: title }), robots: { index: false } }
}

/** How a cohort does in one module: objectives, items, scenario. Everything is drawn on the server; no key leaves it otherwise. */
export default async function ModuleReportPage({ params, searchParams }: Props) {
  const { locale, cohort: id, module: slug } = await params
  if (!isLocale(locale)) notFound()
  const place = pathFor(locale, `/facilitate/cohorts/${id}`)
  const here = `${place}/modules/${slug}`
  const { db, cohort } = await guardPage('cohort.report', id, { path: here })
  const module = reportedModule(await loadCourse(locale), slug)
  const report = module && (await readModuleReport(db, id, module))
  if (!module || !report) notFound()
  const say = sayIn(messagesFor(locale).report, locale)
  const which: Which = (await searchParams).runs === 'all' ? 'all' : 'first'
  const { check, scenario, people } = report
  const nothing = check.began === 0 && (scenario?.all.runs ?? 0) === 0
  const lessons = module.loaded.lessons.map((lesson) => ({
    slug: lesson.slug,
    title: lesson.matter.title,
    href: pathFor(locale, `/modules/${slug}/lessons/${lesson.slug}`),
  }))
  return (
    <div className={styles['page']} data-module={module.loaded.number}>
      <p className={styles['back']}>
        <a href={place}>{say('backToCohort', { cohort: cohort.name })}</a>
      </p>
      <h1>{module.loaded.module.title}</h1>
      <p className={styles['lead']}>
        {say('figures', { people: say('people', { count: people }), began: check.began, finished: check.finished, reached: check.reached })}
      </p>
      {nothing ? (
        <section className={styles['section']}>
          <h2>{say('nobodyTitle')}</h2>
          <p className={styles['soft']}>{say('nobodyText')}</p>
        </section>
      ) : (
        <>
          <nav aria-label={say('onThisPage')}>
            <ul className={styles['jumps']}>
              <li>
                <a href={`${place}/summary?module=${slug}`} className={buttonClass()}>
                  {say('openSummary')}
                </a>
              </li>
              <li>
                <a href="#objectives">{say('objectives')}</a>
              </li>
              <li>
                <a href="#items">{say('items')}</a>
              </li>
              {scenario ? (
                <li>
                  <a href="#scenario">{say('scenario')}</a>
                </li>
              ) : null}
              <li>
                <a href="#files">{say('exports')}</a>
              </li>
            </ul>
          </nav>
          <ObjectiveReport objectives={check.objectives} lessons={lessons} say={say} />
          <ItemReport items={check.items} say={say} />
          {scenario && module.scenario ? (
            <ScenarioSection
              report={scenario}
              story={module.scenario.story}
              which={which}
              href={(one) => (one === 'all' ? `${here}?runs=all` : here)}
              say={say}
            />
          ) : null}
          <section className={styles['section']} id="files" aria-labelledby="files-title">
            <h2 id="files-title">{say('exports')}</h2>
            <ul className={styles['jumps']}>
              <li>
                <a href={`${here}/items.csv`} download className={buttonClass()}>
                  {say('exportItems')}
                </a>
              </li>
              {scenario ? (
                <li>
                  <a href={`${here}/choices.csv`} download className={buttonClass()}>
                    {say('exportChoices')}
                  </a>
                </li>
              ) : null}
            </ul>
            <p className={styles['soft']}>{say('exportNote')}</p>
            <ul className={styles['jumps']}>
              <li>
                <a href={`${here}/items.csv?bom=0`} download>
                  {say('exportItemsPlain')}
                </a>
              </li>
              {scenario ? (
                <li>
                  <a href={`${here}/choices.csv?bom=0`} download>
                    {say('exportChoicesPlain')}
                  </a>
                </li>
              ) : null}
            </ul>
          </section>
        </>
      )}
    </div>
  )
}
