import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ScenarioIntro } from '#components/scenario/scenario-intro.tsx'
import { ScenarioPlayer } from '#components/scenario/scenario-player.tsx'
import { ModuleMark } from '#components/ui/module-mark.tsx'
import { type LoadedCourse, loadCourse } from '#lib/course/load-course.ts'
import { movesOf } from '#lib/course/read-migrations.ts'
import { objectId } from '#lib/course/schema.ts'
import { say } from '#lib/message/format.ts'
import { isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

type Props = PageProps<'/[locale]/modules/[module]/scenario'>

export const dynamicParams = false

export async function generateStaticParams() {
  const { modules } = await loadCourse()
  return [...modules.values()].filter(({ scenario }) => scenario).map(({ slug }) => ({ module: slug }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, module } = await params
  const loaded = (await loadCourse(locale as Locale)).modules.get(module)
  return loaded?.scenario ? { title: `${loaded.scenario.title} · ${loaded.module.title}` } : {}
}

/** Static: the same story for everybody. Whose run it is, the browser knows. */
export default async function ScenarioPage({ params }: Props) {
  const { locale, module: slug } = await params
  if (!isLocale(locale)) notFound()
  const loaded = await loadCourse(locale)
  const module = loaded.modules.get(slug)
  if (!module?.scenario) notFound()
  const { scenario, fingerprints } = module
  const motif = loaded.course.modules.find((one) => one.slug === slug)?.motif
  const messages = messagesFor(locale).scenario
  const base = pathFor(locale, `/modules/${slug}`)
  const objects = [objectId.scenario(slug), ...scenario.scenes.map(({ id }) => objectId.scene(slug, id))]
  const next =
    module.items.length > 0 ? { href: `${base}/quiz`, label: say(messages, 'toCheck') } : { href: base, label: say(messages, 'toModule') }
  return (
    <div data-module={module.number}>
      <ScenarioPlayer
        scenario={scenario}
        module={{ slug, title: module.module.title, href: base }}
        hashes={Object.fromEntries(objects.map((object) => [object, fingerprints[object] ?? '']))}
        moved={movedIn(loaded, objectId.scenario(slug))}
        next={next}
        mark={motif ? <ModuleMark motif={motif} /> : null}
        intro={<ScenarioIntro scenario={scenario} messages={messages} />}
        messages={messages}
        locale={locale}
      />
    </div>
  )
}

/** Published ids of this scenario that carry on under another one. */
function movedIn({ migrations }: LoadedCourse, scenario: string): Record<string, string> {
  return Object.fromEntries([...movesOf(migrations)].filter(([id]) => id.startsWith(`${scenario}/`)))
}
