import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { PathTable } from '#components/preview/path-table.tsx'
import { PlaceList } from '#components/preview/place-list.tsx'
import { PlayAnywhere } from '#components/preview/play-anywhere.tsx'
import styles from '#components/preview/preview.module.css'
import { Proofs } from '#components/preview/proofs.tsx'
import { ScenarioGraphView } from '#components/preview/scenario-graph.tsx'
import { loadDraft } from '#lib/course/load-course.ts'
import { say } from '#lib/message/format.ts'
import { isLocale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'
import { countPaths } from '#lib/preview/count-paths.ts'
import { layOutScenario } from '#lib/preview/lay-out-scenario.ts'
import { analyseScenario } from '#lib/scenario/analyse-scenario.ts'
import { checkShape } from '#lib/scenario/check-shape.ts'

type Props = { params: Promise<{ locale: string; module: string }>; searchParams: Promise<{ from?: string | string[] }> }

async function placeOf({ params }: Props) {
  const { locale, module: slug } = await params
  if (!isLocale(locale)) notFound()
  const { written } = await loadDraft(locale)
  const module = written.modules.get(slug)
  if (!module?.scenario) notFound()
  return { locale, module, scenario: module.scenario, messages: messagesFor(locale) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { scenario, messages } = await placeOf(props)
  return { title: say(messages.preview, 'scenarioTitle', { title: scenario.title }) }
}

/** A scenario as its author needs it: drawn, listed, proved, counted, and playable from anywhere. */
export default async function ScenarioPreviewPage(props: Props) {
  const { locale, module, scenario, messages } = await placeOf(props)
  const { preview } = messages
  const { from } = await props.searchParams
  const graph = layOutScenario(scenario)
  const analysis = analyseScenario(scenario)
  const here = pathFor(locale, `/preview/${module.slug}/scenario`)
  const start = scenario.scenes.find(({ id }) => id === from)?.id ?? scenario.start
  return (
    <div className={styles['page']} data-module={module.number}>
      <p className={styles['kicker']}>
        <Link href={pathFor(locale, '/preview')}>{say(preview, 'kicker')}</Link>
      </p>
      <h1>{say(preview, 'scenarioTitle', { title: scenario.title })}</h1>
      <Proofs analysis={analysis} faults={graph.faults} messages={preview} locale={locale} />
      <section className={styles['section']} aria-labelledby="graph">
        <h2 id="graph">{say(preview, 'graph')}</h2>
        <p className={styles['soft']}>{say(preview, 'graphLead')}</p>
        <ScenarioGraphView graph={graph} start={scenario.start} messages={preview} locale={locale} />
      </section>
      <PathTable count={countPaths(scenario)} messages={preview} locale={locale} />
      <section className={styles['section']} aria-labelledby="player" id="play">
        <h2 id="player">{say(preview, 'player')}</h2>
        <p className={styles['soft']}>{say(preview, 'playerLead')}</p>
        {checkShape(scenario).length > 0 ? (
          <p>{say(preview, 'noPlayer')}</p>
        ) : (
          <PlayAnywhere key={start} scenario={scenario} from={start} messages={{ preview, scenario: messages.scenario }} locale={locale} />
        )}
      </section>
      <section className={styles['section']} aria-labelledby="places">
        <h2 id="places">{say(preview, 'places')}</h2>
        <PlaceList scenario={scenario} graph={graph} shortest={analysis.shortest} href={here} messages={preview} />
      </section>
    </div>
  )
}
