/**
 * The notebook as Markdown, to be read anywhere. Pure. A learner's words stand in quotations, so that whatever they wrote at the
 * beginning of a line cannot become a heading or a list; a title loses only what would break its line.
 */
import type { Entry, Notebook } from './assemble.ts'

export type MarkdownWords = {
  title: string
  saved: string
  bookmarks: string
  note: string
  reviews: string
  tools: string
  held(count: number): string
  gone: string
  asides: string
  /** label of a row in a list, e.g. “Entry 2” */
  row(number: number): string
}

/** @param origin of the site, so that links work outside it */
export function notebookMarkdown({ marks, parts, reviews, tools, gone, asides }: Notebook, words: MarkdownWords, origin: string): string {
  const link = (title: string, href: string | null) => (href === null ? line(title) : `[${line(title)}](${origin}${href})`)
  const section = (title: string, blocks: readonly string[]) => (blocks.length > 0 ? [`## ${line(title)}`, ...blocks] : [])
  const entry = ({ kind, title, href, pieces }: Entry, level: string): string[] => [
    `${level} ${kind === 'note' && level === '####' ? words.note : link(title, href)}`,
    ...pieces.flatMap(({ label, text, row }, index) => [
      ...(row !== undefined && row !== pieces[index - 1]?.row ? [`*${line(words.row(row))}*`] : []),
      ...(label ? [`**${line(label)}**`] : []),
      quote(text),
    ]),
  ]
  const blocks = [
    `# ${line(words.title)}`,
    line(words.saved),
    ...section(
      words.bookmarks,
      marks.length > 0
        ? [marks.map(({ title, lesson, href, heading }) => `- ${link(heading && lesson ? `${lesson}: ${title}` : title, href)}`).join('\n')]
        : [],
    ),
    ...parts.flatMap(({ number, title, sheets }) =>
      section(
        `${number}. ${title}`,
        sheets.flatMap((sheet) => [`### ${link(sheet.title, sheet.href)}`, ...sheet.entries.flatMap((one) => entry(one, '####'))]),
      ),
    ),
    ...section(
      words.reviews,
      reviews.flatMap((one) => entry(one, '###')),
    ),
    ...section(
      words.tools,
      tools.length > 0 ? [tools.map(({ title, href, count }) => `- ${link(title, href)}: ${words.held(count)}`).join('\n')] : [],
    ),
    ...section(
      words.gone,
      gone.flatMap((one) => entry(one, '###')),
    ),
    ...section(
      words.asides,
      asides.flatMap((one) => entry(one, '###')),
    ),
  ]
  return `${blocks.join('\n\n')}\n`
}

/** One line in which nothing is Markdown. */
function line(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#]/g, '\\$&')
}

const quote = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((one) => `> ${one}`.trimEnd())
    .join('\n')
