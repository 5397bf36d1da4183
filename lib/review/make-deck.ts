/** The deck of a learner, from the loaded course. Pure. Which modules may be in it, the caller has to know. */
import { fingerprint } from '#lib/course/fingerprint.ts'
import type { LoadedCourse, LoadedModule } from '#lib/course/loaded.ts'
import { objectId } from '#lib/course/schema.ts'
import { type Locale, pathFor } from '#lib/message/locale.ts'
import { isDrawable, isScored } from '#lib/quiz/interactions/registry.ts'
import type { Deck, DeckLesson, DeckModule, DeckPiece } from './deck.ts'

/** @param reached slugs of the modules whose check the learner has reached: of no other module anything is in the deck */
export function makeDeck(course: LoadedCourse, reached: ReadonlySet<string>, locale: Locale): Deck {
  const modules = [...course.modules.values()].filter(({ slug }) => reached.has(slug))
  const pieces = modules.flatMap((module) => [...recallsOf(module, locale), ...itemsOf(module, locale)])
  const told = modules.map((module) => moduleOf(module, locale))
  // as text, so that other keywords are another deck
  return { version: 1, hash: fingerprint(JSON.stringify({ pieces, told })), pieces, modules: told }
}

function recallsOf({ slug, lessons, fingerprints }: LoadedModule, locale: Locale): DeckPiece[] {
  return lessons.flatMap((lesson) =>
    lesson.matter.activities.flatMap((activity): DeckPiece[] => {
      if (activity.kind !== 'recall') return []
      const source = objectId.activity(slug, lesson.slug, activity.id)
      const { id, title, points, answer } = activity
      return [
        {
          kind: 'recall',
          source,
          module: slug,
          objective: lesson.matter.objectives[0]!,
          contentHash: fingerprints[source]!,
          lesson: linkTo(slug, lesson, locale),
          recall: { id, title, points, answer },
        },
      ]
    }),
  )
}

/** Only items that are marked: of a judgement that nobody has confirmed, one cannot say that it was forgotten. */
function itemsOf({ slug, module, lessons, items, fingerprints }: LoadedModule, locale: Locale): DeckPiece[] {
  return items.flatMap((item): DeckPiece[] => {
    if (!isDrawable(item) || !isScored(item)) return []
    const source = objectId.item(slug, item.id)
    const taught = module.objectives.find(({ id }) => id === item.objective)?.lessons[0]
    const lesson = lessons.find((one) => one.slug === taught) ?? lessons[0]!
    const contentHash = fingerprints[source]!
    return [{ kind: 'item', source, module: slug, objective: item.objective, contentHash, lesson: linkTo(slug, lesson, locale), item }]
  })
}

function moduleOf({ slug, module, scenario, fingerprints }: LoadedModule, locale: Locale): DeckModule {
  const task = objectId.moduleActivity(slug, module.task.id)
  const story = objectId.scenario(slug)
  return {
    slug,
    task: {
      source: task,
      contentHash: fingerprints[task]!,
      title: module.task.title,
      tasks: module.task.kind === 'plan' ? module.task.tasks.map(({ text }) => text) : [],
      href: pathFor(locale, `/modules/${slug}#activity-${module.task.id}`),
    },
    scenario: scenario && {
      source: story,
      contentHash: fingerprints[story]!,
      title: scenario.title,
      href: pathFor(locale, `/modules/${slug}/scenario`),
      endings: scenario.endings.map(({ id, title, debrief }) => ({ id, title, debrief })),
    },
  }
}

function linkTo(module: string, lesson: { slug: string; matter: { title: string } }, locale: Locale): DeckLesson {
  return { title: lesson.matter.title, href: pathFor(locale, `/modules/${module}/lessons/${lesson.slug}`) }
}
