/**
 * Adds an entry to a list in YAML and leaves every other character as it is: comments, line breaks of long texts, spaces.
 * Pure. The parser says where things stand; the text is cut there.
 */
import { isScalar, isSeq, parseDocument } from 'yaml'

/**
 * @param path to the list, from the top of the text
 * @param entry one line of YAML: a word, or a map in braces
 * @param after the entry to come after (a word of the list); without it: at the end
 * @throws where there is no such list
 */
export function insertIntoList(text: string, path: readonly (string | number)[], entry: string, after?: string): string {
  const document = parseDocument(text)
  const list = document.getIn(path, true)
  if (!isSeq(list) || !list.range) throw new Error(`There is no list at ${path.join('.')}.`)
  const found = after === undefined ? -1 : list.items.findIndex((item) => isScalar(item) && item.value === after)
  const at = found >= 0 ? found : list.items.length - 1
  const before = list.items[at] as { range?: [number, number, number] } | undefined
  if (!before?.range) return `${text.slice(0, list.range[0])}[${entry}]${text.slice(list.range[1])}`
  if (list.flow) return `${text.slice(0, before.range[1])}, ${entry}${text.slice(before.range[1])}`
  const first = (list.items[0] as { range: [number, number, number] }).range[0]
  const lineStart = text.lastIndexOf('\n', first - 1) + 1
  const indent = /^ */.exec(text.slice(lineStart))?.[0] ?? ''
  // to the end of the line, so that a comment beside an entry stays beside it
  const content = text.slice(0, before.range[1]).trimEnd().length
  const lineEnd = text.indexOf('\n', content)
  const end = lineEnd < 0 ? text.length : lineEnd
  return `${text.slice(0, end)}\n${indent}- ${entry}${text.slice(end)}`
}
