/**
 * The certificates of a cohort as a list: what a facilitator is told of each, which of them to look at, in which order. Pure.
 *
 * Told is only what the learners were told at joining (lib/message/en/join.json): certificates for modules that are asked of the person
 * here, and the one of the course where every module of it is. Of one that its holder has made private: that there is one, and its day.
 */
import { isNamed, rowsPerPage } from './grid-view.ts'

export type ListedCertificate = {
  id: string
  learner: string
  /** as the cohort knows them */
  name: string
  /** as on the certificate; null where the holder does not show a name, or does not share the certificate */
  written: string | null
  /** slug of the module, or id of the course */
  of: string
  /** of the module; null for the course */
  number: number | null
  title: string
  /** Unix milliseconds */
  issuedAt: number
  state: CertificateState
  /** whether whoever has its address may see it; the holder decides */
  shared: boolean
}
/** `revoked`: by an administrator. One that a correction has replaced is valid: what is here is the new one. */
export type CertificateState = 'valid' | 'revoked'

/** Can be downloaded: no picture is given of what is revoked or not shared. */
export function isToFetch({ state, shared }: Pick<ListedCertificate, 'state' | 'shared'>): boolean {
  return state === 'valid' && shared
}

export const certificateSorts = ['name', 'module', 'day'] as const
export type CertificateSort = (typeof certificateSorts)[number]
/** `of`: slug of a module or id of the course; '' is all of them */
export type CertificateView = { of: string; name: string; sort: CertificateSort; descending: boolean; page: number }

type Given = Readonly<Record<string, string | readonly string[] | undefined>>
const longestName = 100

/** @param given parameters of an address, of which nothing is trusted; what cannot be understood is as if it were not there */
export function readCertificateView(given: Given, known: readonly string[]): CertificateView {
  const one = (key: string) => {
    const value = given[key]
    return typeof value === 'string' ? value : ''
  }
  const asked = one('sort')
  const sort = certificateSorts.find((known) => known === asked.replace(/^-/, ''))
  return {
    of: known.find((slug) => slug === one('module')) ?? '',
    name: one('name').trim().slice(0, longestName),
    sort: sort ?? 'name',
    descending: sort !== undefined && asked.startsWith('-'),
    page: /^[1-9]\d{0,4}$/.test(one('page')) ? Number(one('page')) : 1,
  }
}

/** The parameters that bring this view back; what is as usual is left out. */
export function writeCertificateView({ of, name, sort, descending, page }: CertificateView): string {
  const parameters = new URLSearchParams()
  if (of) parameters.set('module', of)
  if (name) parameters.set('name', name)
  if (sort !== 'name' || descending) parameters.set('sort', `${descending ? '-' : ''}${sort}`)
  if (page > 1) parameters.set('page', String(page))
  const text = parameters.toString()
  return text ? `?${text}` : ''
}

/**
 * Those of a module, of people with this name in the cohort or on the certificate, in the order asked for. Every two have an order.
 * People are put in order once, however many certificates they have.
 */
export function certificatesInView(
  all: readonly ListedCertificate[],
  { of, name, sort, descending }: Pick<CertificateView, 'of' | 'name' | 'sort' | 'descending'>,
  locale: string,
): ListedCertificate[] {
  const isCalled = (one: string | null) => one !== null && isNamed({ name: one, email: null }, name)
  const fitting = all.filter((one) => (of === '' || one.of === of) && (isCalled(one.name) || isCalled(one.written)))
  const places = placesOf(fitting, locale)
  const place = ({ learner }: ListedCertificate) => places.get(learner)!
  const number = (one: ListedCertificate) => one.number ?? Number.MAX_SAFE_INTEGER
  const byName = (a: ListedCertificate, b: ListedCertificate) => place(a) - place(b)
  const byModule = (a: ListedCertificate, b: ListedCertificate) => number(a) - number(b)
  const byDay = (a: ListedCertificate, b: ListedCertificate) => a.issuedAt - b.issuedAt
  const first = { name: byName, module: byModule, day: byDay }[sort]
  const direction = descending ? -1 : 1
  return fitting.sort(
    (a, b) => first(a, b) * direction || byName(a, b) || byModule(a, b) || byDay(a, b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )
}

function placesOf(all: readonly ListedCertificate[], locale: string): Map<string, number> {
  const { compare } = new Intl.Collator(locale, { numeric: true })
  const names = new Map(all.map(({ learner, name }) => [learner, name]))
  const inOrder = [...names].sort(([a, one], [b, other]) => compare(one, other) || (a < b ? -1 : 1))
  return new Map(inOrder.map(([learner], place) => [learner, place]))
}

export type CertificateCounts = { all: number; people: number; toFetch: number; hidden: number; revoked: number }

export function countCertificates(all: readonly ListedCertificate[]): CertificateCounts {
  return {
    all: all.length,
    people: new Set(all.map(({ learner }) => learner)).size,
    toFetch: all.filter(isToFetch).length,
    hidden: all.filter(({ shared }) => !shared).length,
    revoked: all.filter(({ shared, state }) => shared && state === 'revoked').length,
  }
}

export const certificatesPerPage = rowsPerPage
