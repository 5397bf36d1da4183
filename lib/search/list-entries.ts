/** The course → what search can find in it. No activity, item, choice or ending: nothing that a learner is to find out by doing. Pure. */
import type { LoadedCourse, LoadedText } from '#lib/course/loaded.ts'
import { type Locale, pathFor } from '#lib/message/locale.ts'
import type { Entry, Part } from './entry.ts'
import { scenesForAll } from './scenes-for-all.ts'

export type FoundTool = { id: string; title: string; summary: string }

/** @param tools the job aids that there are, in the order of the toolkit */
export function listEntries(course: LoadedCourse, tools: readonly FoundTool[], locale: Locale): Entry[] {
  const path = (to: string) => pathFor(locale, to)
  const modules = [...course.modules.values()]
  return [
    ...modules.map(
      ({ slug, number, module }): Entry => ({
        kind: 'module',
        title: module.title,
        href: path(`/modules/${slug}`),
        module: number,
        parts: [
          ['', '', module.summary],
          ['', '', module.objectives.map(({ text }) => sentence(text)).join(' ')],
        ],
      }),
    ),
    ...modules.flatMap(({ slug, number, lessons }) =>
      lessons.map(
        (lesson): Entry => ({
          kind: 'lesson',
          title: lesson.matter.title,
          href: path(`/modules/${slug}/lessons/${lesson.slug}`),
          module: number,
          parts: [['', '', lesson.matter.summary], ...partsOf(lesson)],
        }),
      ),
    ),
    ...(course.primer
      ? [
          {
            kind: 'background' as const,
            title: course.primer.matter.title,
            href: path('/primer'),
            module: 0,
            parts: [['', '', course.primer.matter.summary] as const, ...partsOf(course.primer)],
          },
        ]
      : []),
    ...modules.flatMap(({ slug, number, scenario }): Entry[] =>
      scenario
        ? [
            {
              kind: 'scenario',
              title: scenario.title,
              href: path(`/modules/${slug}/scenario`),
              module: number,
              parts: [
                ['', '', scenario.setting.replace(/[*>]/g, '').replace(/\s+/g, ' ')],
                ['', '', scenario.people.map(({ name, role }) => `${name}: ${role}.`).join(' ')],
                ...scenesForAll(scenario).map(({ title, when }): Part => [title, '', when]),
              ],
            },
          ]
        : [],
    ),
    ...tools.map(
      ({ id, title, summary }): Entry => ({ kind: 'tool', title, href: path(`/toolkit/${id}`), module: 0, parts: [['', '', summary]] }),
    ),
    ...Object.entries(course.glossary).map(
      ([id, { term, definition }]): Entry => ({
        kind: 'term',
        title: term,
        href: path(`/glossary#${id}`),
        module: 0,
        parts: [['', '', definition]],
      }),
    ),
  ]
}

/** The text of a lesson by its headings. */
function partsOf({ outline }: LoadedText): Part[] {
  const starts = [{ text: '', id: '', line: 0 }, ...outline.headings]
  return starts
    .map(({ text, id, line }, i): Part => {
      const end = starts[i + 1]?.line ?? Number.POSITIVE_INFINITY
      const words = outline.passages.filter((one) => one.line >= line && one.line < end).map((one) => one.text)
      return [
        text,
        id,
        words
          .map(ended)
          .join(' ')
          .replace(/\s+/g, ' ')
          .replace(/ ([:;,.])/g, '$1')
          .trim(),
      ]
    })
    .filter(([heading, , text]) => heading !== '' || text !== '')
}

/** A point of a list or a row of a table often has no full stop; in a passage one follows the other. */
function ended(text: string): string {
  return /[\p{L}\p{N}]$/u.test(text) ? `${text}.` : text
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + ended(text.slice(1).trimEnd())
