/**
 * YAML text in, checked value out, with every problem named by line and path. Pure.
 * Repeated keys and wrong indentation are reported by the YAML parser, shapes by the zod schema.
 */
import { isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml'
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

  // what follows the first slip is mostly its echo
  const slip = document.errors[0]
  if (slip) {
    const { at, sentence } = explainSlip(slip, document, text)
    return { value: undefined, problems: [{ file, line: lineAt(at), sentence }], lineOf }
  }

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

const slips = {
  indent: 'This line begins too far to the left or to the right: give it as many spaces as the lines of the same list or group.',
  bracket: 'A bracket opened above is not closed: close it before this line.',
  colon: 'A colon followed by a space begins a new field: put a text with a colon in it in "quotes".',
  noColon: 'A field is a name, a colon and a space, and here the colon is missing: add it, or move the line to the text it belongs to.',
  quote: 'A quotation mark is opened here and never closed: close it at the end of the text.',
}

/** Where the author slipped (offset in the text) and what to do; the parser says where it noticed. */
function explainSlip({ code, message, pos }: { code: string; message: string; pos: [number, number] }, document: Document, text: string) {
  const words = message.replace(/\s+/g, ' ').trim()
  const here = (sentence: string) => ({ at: pos[0], sentence })
  if (/^Flow (map|sequence)/.test(words)) return here(slips.bracket)
  if (/must start at the same column|without - indicator/.test(words) || code === 'BAD_INDENT') return here(slips.indent)
  if (/Missing closing ["']/.test(words)) return { at: lastQuoteOf(document) ?? pos[0], sentence: slips.quote }
  if (/Implicit map keys/.test(words) || code === 'MULTILINE_IMPLICIT_KEY') return here(slips.noColon)
  if (code === 'BLOCK_AS_IMPLICIT_KEY') {
    const end = text.indexOf('\n', pos[0])
    const line = text.slice(text.lastIndexOf('\n', pos[0] - 1) + 1, end < 0 ? undefined : end)
    // one colon in the line: it was a whole field, and the next line stands too far to the right
    return (line.match(/:(\s|$)/g)?.length ?? 0) > 1 || end < 0 ? here(slips.colon) : { at: end + 1, sentence: slips.indent }
  }
  if (code === 'DUPLICATE_KEY') return here('This key stands here twice: keep one of them.')
  if (code === 'TAB_AS_INDENT') return here('This line begins with a tab: use spaces.')
  if (code === 'BAD_SCALAR_START') return here('A text cannot begin with this character: put it in "quotes".')
  return here(`This is not valid YAML (${words}): look at the spaces at the beginning of the line, and at quotes, brackets and colons.`)
}

function lastQuoteOf(document: Document): number | undefined {
  let last: number | undefined
  visit(document, {
    Scalar(_, { type, range }) {
      if (range && (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE')) last = range[0]
    },
  })
  return last
}

function sentenceOfIssue(issue: z.core.$ZodIssue, value: unknown): string {
  const name = nameOf(issue.path)
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

/** A field by its name, an entry of a list by its place: authors count from one. */
function nameOf(path: readonly PropertyKey[]): string {
  const [parent, last] = [path.at(-2), path.at(-1)]
  if (last === undefined) return 'The file'
  return typeof last === 'number'
    ? `Entry ${last + 1} of ${parent === undefined ? 'the file' : `“${String(parent)}”`}`
    : `“${String(last)}”`
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
