/** Which activities keep words of the learner, and where in what they keep. Pure; server side, since it reads the content. */
import type { Activity, ActivityKind, ActivityOf } from '#lib/activity/schema.ts'
import type { LoadedCourse } from '#lib/course/loaded.ts'
import { objectId } from '#lib/course/schema.ts'
import { type Locale, pathFor } from '#lib/message/locale.ts'
import { type ToolId, toolIds } from '#lib/toolkit/tools.ts'
import type { Chapter, Field, NotebookIndex, Source } from './source.ts'

/** Labels that the content does not have. */
export type SourceWords = { trigger: string; action: string; reply: string; colleague: string; module: string }

type Reading = Pick<Source, 'fields' | 'scale' | 'shape'>
type Reader<K extends ActivityKind> = (data: ActivityOf<K>, words: SourceWords) => Reading

const one = (label: string, ...at: string[]): Field => ({ at, label })
const parts = (fields: readonly { id: string; label: string }[], ...before: string[]) =>
  fields.map(({ id, label }) => one(label, ...before, id))
const ifThen = (words: SourceWords, ...before: string[]) => [
  one(words.trigger, ...before, 'trigger'),
  one(words.action, ...before, 'action'),
]
const rated = ({ indicators, scale }: Pick<ActivityOf<'self-rating'>, 'indicators' | 'scale'>) => ({
  scale: Object.fromEntries(scale.map(({ id, label }) => [id, label])),
  fields: indicators.flatMap(({ id, text }): Field[] => [
    { at: ['ratings', id, 'step'], label: text, scale: true },
    { at: ['ratings', id, 'evidence'], label: text },
  ]),
})

/** Null: what this kind keeps is a place in a game, not words. */
const readers: { [K in ActivityKind]: Reader<K> | null } = {
  reflection: ({ prompt }) => ({ fields: [one(prompt, 'text')], shape: { text: '', done: false } }),
  recall: () => ({ fields: [one('', 'text')], shape: { text: '', compared: false, ticked: [] } }),
  'once-only': () => ({ fields: [one('', 'text')], shape: { attempt: '', text: '', written: false, ticked: [] } }),
  plan: (_, words) => ({ fields: ifThen(words), shape: { trigger: '', action: '' } }),
  workshop: ({ messages }) => ({
    // what is kept begins as the draft that the lesson gives
    fields: messages.map(({ id, situation, draft }) => ({ at: [id], label: situation, unless: draft })),
    shape: {},
  }),
  studio: ({ speakers }) => ({ fields: speakers.map(({ id, who, says }) => one(`${who} ${says}`, id)), shape: {} }),
  fading: ({ pattern }) => ({ fields: [...parts(pattern, 'half'), ...parts(pattern, 'own')], shape: {} }),
  commitment: ({ fields, repairs }) => ({
    fields: [...repairs.flatMap(({ id }) => parts(fields, 'repairs', id)), ...parts(fields, 'own')],
    shape: {},
  }),
  objections: ({ fields, colleagues }, words) => ({
    fields: [...parts(fields, 'parts'), ...colleagues.map(({ id, who, says }) => one(`${words.reply} ${who}: ${says}`, 'replies', id))],
    shape: {},
  }),
  grid: ({ rows, columns }) => ({
    fields: rows.flatMap((row) => columns.map((column) => one(`${row.label}, ${column.label}`, `${row.id}/${column.id}`))),
    shape: {},
  }),
  matrix: ({ tasks }) => ({ fields: tasks.map(({ id, text }) => one(text, 'reasons', id)), shape: {} }),
  log: ({ entry }) => ({ fields: [one(entry.label, '*', 'entry')], shape: [] }),
  'log-step': ({ lines }, words) => ({ fields: [...parts(lines, 'lines'), ...ifThen(words)], shape: {} }),
  schedule: ({ fields }) => ({ fields: parts(fields, '*'), shape: [] }),
  sketch: () => ({ fields: [one('', '*', 'initials')], shape: [] }),
  ladder: () => ({ fields: [one('', '*')], shape: [] }),
  'self-rating': (data) => ({ ...rated(data), shape: {} }),
  'plan-builder': (data, words) => {
    const { fields, scale } = rated(data)
    const plans = data.indicators.flatMap(({ id, text }) =>
      ifThen(words, 'plans', id).map((field) => ({ ...field, label: `${text} ${field.label}` })),
    )
    return { fields: [...fields, ...plans, one(words.colleague, 'colleague')], scale, shape: {} }
  },
  advise: null,
  assemble: null,
  cases: null,
  choice: null,
  combine: null,
  'day-planner': null,
  dialogue: null,
  explorer: null,
  flow: null,
  guesses: null,
  'mixed-round': null,
  'power-map': null,
  'question-budget': null,
  room: null,
  signals: null,
  simulation: null,
  sliders: null,
}

export function sourceOf(activity: Activity, key: string, href: string, words: SourceWords): Source[] {
  const read = readers[activity.kind] as Reader<ActivityKind> | null
  return read ? [{ key, title: activity.title, href: `${href}#activity-${activity.id}`, ...read(activity, words) }] : []
}

/** @param tools titles of the tools */
export function notebookIndex(
  { course, modules, migrations }: LoadedCourse,
  tools: Readonly<Record<ToolId, string>>,
  words: SourceWords,
  locale: Locale,
): NotebookIndex {
  const loaded = course.modules.flatMap(({ slug }) => modules.get(slug) ?? [])
  return {
    chapters: loaded.map(({ slug, number, module, lessons }): Chapter => {
      const href = pathFor(locale, `/modules/${slug}`)
      const own = [module.guesses, module.reflection, module.task].flatMap((activity) =>
        sourceOf(activity, objectId.moduleActivity(slug, activity.id), href, words),
      )
      return {
        module: slug,
        number,
        title: module.title,
        places: [
          ...lessons.map((lesson) => {
            const address = `${href}/lessons/${lesson.slug}`
            return {
              object: objectId.lesson(slug, lesson.slug),
              title: lesson.matter.title,
              href: address,
              sources: lesson.matter.activities.flatMap((activity) =>
                sourceOf(activity, objectId.activity(slug, lesson.slug, activity.id), address, words),
              ),
            }
          }),
          { object: slug, title: words.module, href, sources: own },
        ],
      }
    }),
    tools: toolIds.map((id) => ({ id, title: tools[id], href: pathFor(locale, `/toolkit/${id}`) })),
    moved: Object.fromEntries(migrations.flatMap((entry) => (entry.kind === 'moved' ? [[entry.id, entry.to]] : []))),
    headings: Object.fromEntries(
      loaded.flatMap(({ slug, lessons }) =>
        lessons.map((lesson) => [
          objectId.lesson(slug, lesson.slug),
          lesson.outline.headings.filter(({ depth }) => depth === 2).map(({ id }) => id),
        ]),
      ),
    ),
  }
}
