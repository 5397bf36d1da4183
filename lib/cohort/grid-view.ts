/**
 * What a facilitator looks at in a grid: which people, in which order, which page of them. It stands in the address of the
 * page, so that it can be bookmarked, sent to a colleague and reloaded. Pure.
 */
import { type Column, type Grid, isFinished, type Row } from './grid.ts'

export const filters = ['all', 'stuck', 'late', 'not-started', 'finished'] as const
export type Filter = (typeof filters)[number]
export const fixedSorts = ['name', 'done', 'score', 'last'] as const
/** one of these, or the slug of a module */
export type Sort = string

export type View = { filter: Filter; name: string; sort: Sort; descending: boolean; page: number }

export const rowsPerPage = 100
const longestName = 100

type Given = Readonly<Record<string, string | readonly string[] | undefined>>

/** @param given parameters of an address, of which nothing is trusted; what cannot be understood is as if it were not there */
export function readView(given: Given, modules: readonly string[]): View {
  const one = (key: string) => {
    const value = given[key]
    return typeof value === 'string' ? value : ''
  }
  const asked = one('sort')
  const descending = asked.startsWith('-')
  const sort = descending ? asked.slice(1) : asked
  const known = (fixedSorts as readonly string[]).includes(sort) || modules.includes(sort)
  const page = /^[1-9]\d{0,4}$/.test(one('page')) ? Number(one('page')) : 1
  return {
    filter: filters.find((filter) => filter === one('show')) ?? 'all',
    name: one('name').trim().slice(0, longestName),
    sort: known ? sort : 'name',
    descending: known && descending,
    page,
  }
}

/** The parameters that bring this view back; what is as usual is left out. */
export function writeView(view: View): string {
  const parameters = new URLSearchParams()
  if (view.filter !== 'all') parameters.set('show', view.filter)
  if (view.name) parameters.set('name', view.name)
  if (view.sort !== 'name' || view.descending) parameters.set('sort', `${view.descending ? '-' : ''}${view.sort}`)
  if (view.page > 1) parameters.set('page', String(view.page))
  const text = parameters.toString()
  return text ? `?${text}` : ''
}

const tests: Readonly<Record<Filter, (row: Row) => boolean>> = {
  all: () => true,
  stuck: ({ concerns }) => concerns.length > 0,
  late: ({ late }) => late > 0,
  'not-started': ({ notStarted }) => notStarted,
  finished: isFinished,
}

export function filterRows(rows: readonly Row[], { filter, name }: Pick<View, 'filter' | 'name'>): Row[] {
  const test = tests[filter]
  return rows.filter((row) => test(row) && isNamed(row, name))
}

/** A name is found whatever the case and the accents; an address of mail is looked through too. Nothing asked for: everybody. */
export function isNamed(person: { name: string; email: string | null }, asked: string): boolean {
  const wanted = folded(asked)
  return wanted === '' || folded(person.name).includes(wanted) || folded(person.email ?? '').includes(wanted)
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

const collators = new Map<string, Intl.Collator>()

/** Every two rows have an order: the same by what is asked are in the order of their names, the same names in that of their ids. */
export function sortRows(
  rows: readonly Row[],
  columns: readonly Pick<Column, 'slug'>[],
  { sort, descending }: Pick<View, 'sort' | 'descending'>,
  locale: string,
): Row[] {
  const collator = collators.get(locale) ?? new Intl.Collator(locale, { numeric: true })
  collators.set(locale, collator)
  const byName = (a: Row, b: Row) => collator.compare(a.name, b.name) || (a.learner < b.learner ? -1 : a.learner > b.learner ? 1 : 0)
  const direction = descending ? -1 : 1
  const value = sort === 'name' ? null : heightOf(sort, columns)
  return rows.toSorted(value === null ? (a, b) => byName(a, b) * direction : (a, b) => (value(a) - value(b)) * direction || byName(a, b))
}

const heights = { 'not-assigned': 0, 'not-open': 1, 'not-started': 2, begun: 3, 'not-reached': 4, done: 5 } as const

function heightOf(sort: Sort, columns: readonly Pick<Column, 'slug'>[]): (row: Row) => number {
  if (sort === 'last') return ({ lastAt }) => lastAt ?? 0
  if (sort === 'done') return ({ done, assigned }) => (assigned === 0 ? -1 : done / assigned)
  if (sort === 'score') return ({ score }) => score ?? -1
  const place = columns.findIndex(({ slug }) => slug === sort)
  return ({ cells }) => {
    const cell = cells[place]
    return cell ? heights[cell.state] * 2 + (cell.score ?? 0) : -1
  }
}

/** @returns the rows of the page that is asked for, or of the last one where there are not so many */
export function pageOf<One>(rows: readonly One[], page: number): { rows: One[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(rows.length / rowsPerPage))
  const at = Math.min(page, pages)
  return { rows: rows.slice((at - 1) * rowsPerPage, at * rowsPerPage), page: at, pages }
}

/** All people that the view is of, in its order. */
export function viewed({ rows, columns }: Pick<Grid, 'rows' | 'columns'>, view: View, locale: string): Row[] {
  return sortRows(filterRows(rows, view), columns, view, locale)
}
