/**
 * What stands in the text of a lesson, without running it: words, headings, links, pictures, components.
 * Pure; uses the parser that the compiler uses, so that both read the same document.
 */
import { createProcessor } from '@mdx-js/mdx'
import remarkGfm from 'remark-gfm'
import { slugOfHeading } from './slug-of-heading.ts'

export type LessonElement = { name: string; attributes: Readonly<Record<string, string | true>>; text: string; line: number }

export type LessonOutline = {
  words: number
  /** the running text: paragraphs and points of lists, without headings and tables */
  prose: readonly string[]
  /** what can be found and shown as a passage: paragraphs, points of lists and rows of tables, in their order */
  passages: readonly { text: string; line: number }[]
  headings: readonly { depth: number; text: string; id: string; line: number }[]
  elements: readonly LessonElement[]
  links: readonly { to: string; line: number }[]
  /** `alt` is undefined where none is written */
  images: readonly { alt: string | undefined; line: number }[]
  /** import, export and code in braces: a lesson is prose and data, not a program */
  code: readonly { what: string; line: number }[]
  /** why the text cannot be read at all */
  broken?: { sentence: string; line: number | undefined } | undefined
}

type Node = {
  type: string
  value?: string
  depth?: number
  url?: string
  alt?: string | null
  name?: string | null
  attributes?: { type: string; name?: string; value?: unknown }[]
  children?: Node[]
  position?: { start: { line: number } }
}

/** @param firstLine line of the file on which the body begins */
export function outlineLesson(body: string, firstLine = 1): LessonOutline {
  const outline = {
    words: 0,
    prose: [] as string[],
    passages: [] as { text: string; line: number }[],
    headings: [] as { depth: number; text: string; id: string; line: number }[],
    elements: [] as LessonElement[],
    links: [] as { to: string; line: number }[],
    images: [] as { alt: string | undefined; line: number }[],
    code: [] as { what: string; line: number }[],
  }
  const slugs = new Map<string, number>()

  const visit = (node: Node): void => {
    const line = (node.position?.start.line ?? 1) + firstLine - 1
    switch (node.type) {
      case 'heading': {
        const text = textOf(node)
        outline.headings.push({ depth: node.depth ?? 0, text, id: slugOfHeading(text, slugs), line })
        break
      }
      case 'paragraph':
        outline.prose.push(textOf(node))
        outline.passages.push({ text: textOf(node), line })
        break
      case 'tableRow':
        outline.passages.push({ text: (node.children ?? []).map(textOf).filter(Boolean).join('; '), line })
        break
      case 'link':
      case 'definition':
        outline.links.push({ to: node.url ?? '', line })
        break
      case 'image':
      case 'imageReference':
        outline.images.push({ alt: node.alt?.trim() || undefined, line })
        break
      case 'mdxjsEsm':
        outline.code.push({ what: (node.value ?? '').trim().split(/\s/)[0] ?? 'import', line })
        break
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        if (!isComment(node.value ?? '')) outline.code.push({ what: `{${node.value ?? ''}}`, line })
        break
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement': {
        const element = { name: node.name ?? '', attributes: attributesOf(node, outline.code, line), text: textOf(node), line }
        outline.elements.push(element)
        if (element.name === 'img') outline.images.push({ alt: textAttribute(element, 'alt'), line })
        if (element.name === 'a') outline.links.push({ to: textAttribute(element, 'href') ?? '', line })
        break
      }
      default:
        break
    }
    for (const child of node.children ?? []) visit(child)
  }

  try {
    const tree = createProcessor({ remarkPlugins: [remarkGfm] }).parse(body) as unknown as Node
    visit(tree)
    outline.words = countWords(textOf(tree))
  } catch (error) {
    return { ...outline, broken: brokenAt(error, firstLine) }
  }
  return outline
}

/** The parser names the place in its sentence, counted from the top of the body: it is taken out there and counted from the top of the file. */
function brokenAt(error: unknown, firstLine: number): { sentence: string; line: number | undefined } {
  const { reason, message, line } = error as { reason?: string; message?: string; line?: number }
  const words = reason ?? message ?? String(error)
  const inWords = /\((\d+):\d+(?:-\d+:\d+)?\)/.exec(words)
  const at = line ?? (inWords ? Number(inWords[1]) : undefined)
  return {
    sentence: `The text cannot be read: ${words.replace(/ ?\(\d+:\d+(?:-\d+:\d+)?\)/g, '').trim()}.`,
    line: at === undefined ? undefined : at + firstLine - 1,
  }
}

export function textAttribute(element: LessonElement, name: string): string | undefined {
  const value = element.attributes[name]
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

/** Words as a reader counts them: runs of letters or digits, apostrophes and hyphens inside a word included. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[’'\-–][\p{L}\p{N}]+)*/gu)?.length ?? 0
}

function attributesOf(node: Node, code: { what: string; line: number }[], line: number): Record<string, string | true> {
  const attributes: Record<string, string | true> = {}
  for (const attribute of node.attributes ?? []) {
    if (attribute.type !== 'mdxJsxAttribute' || attribute.name === undefined) {
      code.push({ what: '{...}', line })
    } else if (typeof attribute.value === 'string') {
      attributes[attribute.name] = attribute.value
    } else if (attribute.value === null || attribute.value === undefined) {
      attributes[attribute.name] = true
    } else {
      code.push({ what: `${attribute.name}={…}`, line })
    }
  }
  return attributes
}

function textOf(node: Node): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value ?? ''
  const gap = node.type === 'root' || blocks.has(node.type) ? '\n' : ''
  return (node.children ?? []).map(textOf).join(gap)
}
const blocks = new Set(['list', 'listItem', 'table', 'tableRow', 'tableCell', 'blockquote', 'mdxJsxFlowElement'])

function isComment(value: string): boolean {
  return /^\s*(\/\*[\s\S]*\*\/\s*)?$/.test(value)
}
