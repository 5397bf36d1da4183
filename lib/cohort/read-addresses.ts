/**
 * Reads a list of people that was pasted or uploaded: a table with or without a header (commas, semicolons or tabs), one address a
 * line, `Name <address>`, or many in one line with semicolons between them. Pure.
 * - Every line that cannot be used is told, with its number and why; the others are kept.
 * - An address counts once; where it stands again is told.
 * - Lines are those of the text, counted from 1, so that the number is the one the facilitator sees in their own file.
 */
import { isTooLong, mostOfName, oneLine, plainAddress } from './plain-text.ts'

export const badReasons = ['no_address', 'no_dot', 'two_at', 'space', 'character', 'too_long', 'name_too_long'] as const
export type BadReason = (typeof badReasons)[number]
export type Addressee = { line: number; email: string; name: string }
export type ReadAddresses = {
  people: Addressee[]
  /** `text`: what stands there, cut to a length that can be shown */
  bad: { line: number; text: string; reason: BadReason }[]
  /** `first`: the line where the address stood before */
  repeated: { line: number; email: string; first: number }[]
}

export function readAddresses(text: string): ReadAddresses {
  const read: ReadAddresses = { people: [], bad: [], repeated: [] }
  const first = new Map<string, number>()
  let header: Header | null | undefined
  for (const [i, whole] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const line = i + 1
    if (oneLine(whole.replace(/[,;\t"]/g, '')) === '') continue
    if (header === undefined) {
      header = headerOf(whole)
      if (header) continue
    }
    const there = header ? [byHeader(whole, header)] : withoutHeader(whole)
    for (const { name, address } of there) {
      const email = plainAddress(address)
      const reason = reasonAgainst(email) ?? (isTooLong(name, mostOfName) ? 'name_too_long' : null)
      if (reason) read.bad.push({ line, text: cut(reason === 'no_address' && there.length === 1 ? oneLine(whole) : address), reason })
      else if (first.has(email)) read.repeated.push({ line, email, first: first.get(email)! })
      else {
        first.set(email, line)
        read.people.push({ line, email, name })
      }
    }
  }
  return read
}

/** Whether mail can be sent there, as far as one can tell by looking. @returns null where nothing speaks against it */
export function reasonAgainst(email: string): BadReason | null {
  if (!email.includes('@')) return 'no_address'
  if (email.length > 254) return 'too_long'
  if (/\s/.test(email)) return 'space'
  const [local, domain, ...more] = email.split('@')
  if (more.length > 0) return 'two_at'
  if (!local || !domain) return 'no_address'
  if (local.length > 64) return 'too_long'
  if (!domain.includes('.') || domain.startsWith('.') || domain.endsWith('.')) return 'no_dot'
  if (/^\.|\.$|\.\./.test(local) || !/^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~.-]+$/u.test(local)) return 'character'
  const labels = domain.split('.')
  return labels.every((label) => /^[\p{L}\p{M}\p{N}]([\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u.test(label)) &&
    /^(\p{L}[\p{L}\p{M}]+|xn--[a-z0-9-]+)$/u.test(labels.at(-1)!)
    ? null
    : 'character'
}

type Header = { separator: Separator; address: number; names: number[] }
type Separator = ',' | ';' | '\t'
type Person = { name: string; address: string }

const addressTitle = /^(e-?mails?|mails?|(e-?mail|mail) ?address(es)?|address(es)?|courriel|correo( electr[oó]nico)?|البريد.*)$/iu
const wholeName = /^((full|display) ?)?name$|^(participant|person|learner|nom|nombre|الاسم)$/iu
const partOfName = /^(first|given|last|family|middle)[ _-]?names?$|^(surname|fore ?name|pr[eé]nom|apellidos?)$/iu

/** The first line that says something, if it says what the columns are. */
function headerOf(line: string): Header | null {
  if (line.includes('@')) return null
  const separator = separatorOf(line)
  const titles = cellsOf(line, separator).map((cell) => oneLine(cell))
  const address = titles.findIndex((title) => addressTitle.test(title))
  if (address < 0) return null
  const whole = titles.findIndex((title) => wholeName.test(title))
  const names = whole >= 0 ? [whole] : titles.flatMap((title, i) => (partOfName.test(title) ? [i] : []))
  return { separator, address, names }
}

function byHeader(line: string, { separator, address, names }: Header): Person {
  const cells = cellsOf(line, separator)
  const own = personIn(cells[address] ?? '')
  const name = oneLine(names.map((i) => cells[i] ?? '').join(' '))
  return { address: own.address, name: name || own.name }
}

/** One person with their names in other columns, or several one after the other. */
function withoutHeader(line: string): Person[] {
  const cells = cellsOf(line, separatorOf(line))
    .flatMap(apart)
    .filter((cell) => oneLine(cell) !== '')
  const people = cells.filter((cell) => cell.includes('@')).map(personIn)
  const rest = cells.filter((cell) => !cell.includes('@'))
  const [only] = people
  if (!only) return [{ name: '', address: '' }]
  if (people.length > 1) return [...people, ...rest.map((cell) => ({ name: '', address: oneLine(cell) }))]
  return [{ address: only.address, name: oneLine([...rest.filter(isNameLike), only.name].join(' ')) }]
}

/** A number or a date beside an address is no part of a name. */
function isNameLike(cell: string): boolean {
  return /\p{L}/u.test(cell)
}

/** Addresses that only a comma or a space stands between. */
function apart(cell: string): string[] {
  if (cell.split('@').length < 3 || cell.includes('<')) return cell.includes('<') ? cell.split(/(?<=>)\s*,?\s*/) : [cell]
  const words = cell.split(/[\s,]+/).filter(Boolean)
  return words.every((word) => word.split('@').length === 2) ? words : [cell]
}

/** `Name <address>`, `<address>`, or the address alone; mailto: before it does not matter. */
function personIn(cell: string): Person {
  const match = /^([^<]*)<([^<>]*)>/.exec(cell)
  const [name, address] = match ? [match[1]!, match[2]!] : ['', cell]
  return { name: oneLine(name.replaceAll('"', '')), address: oneLine(address).replace(/^mailto:/i, '') }
}

function separatorOf(line: string): Separator {
  return line.includes('\t') ? '\t' : line.includes(';') ? ';' : ','
}

/** The cells of one line. A quote at the beginning of a cell holds separators together up to the next; `""` is a quote. */
function cellsOf(line: string, separator: Separator): string[] {
  const cells: string[] = []
  let cell = ''
  for (let i = 0; i < line.length; i++) {
    const at = line[i]!
    const quoted = at === '"' && cell.trim() === '' ? /^"((?:[^"]|"")*)"/.exec(line.slice(i)) : null
    if (quoted) {
      cell = quoted[1]!.replaceAll('""', '"')
      i += quoted[0].length - 1
    } else if (at === separator) {
      cells.push(cell)
      cell = ''
    } else cell += at
  }
  return [...cells, cell]
}

function cut(text: string): string {
  const letters = Array.from(text)
  return letters.length > 100 ? `${letters.slice(0, 99).join('')}…` : text
}
