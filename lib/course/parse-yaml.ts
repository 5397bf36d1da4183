/**
 * YAML text in, checked value out, with every problem named by line and path. Pure.
 * Repeated keys and wrong indentation are reported by the YAML parser, shapes by the zod schema.
 */
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { ContentPath, Problem } from './problem.ts'

export type Parsed<T> = {
  value: T | undefined
  problems: Problem[]
  /** line of the value at a path, or of its nearest parent that exists */
  lineOf: (path: ContentPath) => number | undefined
}

/** @param firstLine line of the file on which `text` begins: front matter begins on line 2 */
export function parseYaml<T>(text: string, file: string, schema: z.ZodType<T>, firstLine = 1): Parsed<T> {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false })
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1
  const lineOf = (path: ContentPath): number | undefined => {
    const end = path.length
    for (let length = end; length >= 0; length--) {
      const offset = offsetOf(document, path.slice(0, length))
      if (offset !== undefined) return lineAt(offset)
    }
    return undefined
  }

  const syntax = document.errors.map((error): Problem => ({ file, line: lineAt(error.pos[0]), sentence: sentenceOfSyntax(error) }))
  if (syntax.length > 0) return { value: undefined, problems: syntax, lineOf }

  const data: unknown = document.toJS()
  const result = schema.safeParse(data)
  if (result.success) return { value: result.data, problems: [], lineOf }
  const problems = result.error.issues.map((issue): Problem => {
    const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))
    return { file, line: lineOf(path), path: path.join('.') || undefined, sentence: sentenceOfIssue(issue, valueAt(data, path)) }
  })
  return { value: undefined, problems, lineOf }
}

type Document = ReturnType<typeof parseDocument>

function offsetOf(document: Document, path: ContentPath): number | undefined {
  const parent = path.length > 0 ? (path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents) : undefined
  const last = path.at(-1)
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(last))
    return isScalar(pair?.key) ? pair.key.range?.[0] : undefined
  }
  const node = path.length === 0 ? document.contents : document.getIn(path, true)
  return typeof node === 'object' && node !== null && 'range' in node
    ? (node as { range?: [number, number, number] }).range?.[0]
    : undefined
}

function valueAt(data: unknown, path: ContentPath): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined), data)
}

function sentenceOfSyntax(error: { code: string; message: string }): string {
  if (error.code === 'DUPLICATE_KEY') return 'This key stands here twice: keep one of them.'
  return `This is not valid YAML: ${error.message.replace(/\s+/g, ' ').trim()}. Check indentation, quotes and colons.`
}

function sentenceOfIssue(issue: z.core.$ZodIssue, value: unknown): string {
  const name = issue.path.length > 0 ? `“${String(issue.path.at(-1))}”` : 'The file'
  if (issue.code === 'unrecognized_keys') {
    return `${issue.keys.map((key) => `“${key}”`).join(', ')} is not known here: check the spelling, or take it out.`
  }
  if (issue.code === 'invalid_type' && Array.isArray(value) && value.length > 1 && issue.expected !== 'object') {
    return `${name} takes one value, and here are ${value.length}: keep one.`
  }
  if (issue.code === 'invalid_type') {
    return value === undefined ? `${name} is missing: add it (${kindOf(issue.expected)}).` : `${name} must be ${kindOf(issue.expected)}.`
  }
  if (issue.code === 'invalid_value') return `${name} must be one of ${issue.values.map((one) => `“${String(one)}”`).join(', ')}.`
  if (issue.code === 'invalid_union' && 'discriminator' in issue && typeof issue.discriminator === 'string') {
    return `“${issue.discriminator}” has a value that is not known: write one of the kinds listed in content/README.md.`
  }
  if (issue.code === 'too_small' && issue.origin === 'array') return `${name} must have at least ${String(issue.minimum)} entries.`
  if (issue.code === 'too_big' && issue.origin === 'array') return `${name} may have at most ${String(issue.maximum)} entries.`
  return issue.message.startsWith('must') ? `${name} ${issue.message}.` : `${name}: ${issue.message}.`
}

function kindOf(expected: string): string {
  const words: Record<string, string> = {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a group of fields',
    record: 'a group of fields',
  }
  return words[expected] ?? `a value of type ${expected}`
}
