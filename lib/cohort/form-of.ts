/** A cohort as the form that would leave it as it is. Pure. */

import { defaultLocale, isLocale, type Locale } from '#lib/message/locale.ts'
import { dayIn } from './local-day.ts'
import type { Cohort, CohortForm } from './schema.ts'

/** Everything is in it, so that one part of a cohort can be changed without losing another. */
export type WholeForm = Required<CohortForm> & { codeExpiresOn: string | null }

export function formOf(cohort: Cohort): WholeForm {
  return {
    name: cohort.name,
    startsOn: cohort.startsOn,
    endsOn: cohort.endsOn,
    timeZone: cohort.timeZone,
    locale: isLocale(cohort.locale) ? cohort.locale : defaultLocale,
    note: cohort.note,
    mostMembers: cohort.mostMembers,
    codeExpiresOn: cohort.codeExpiresAt === null ? null : dayIn(cohort.timeZone, cohort.codeExpiresAt),
  }
}

/** A new one, before anything is known of it. The browser knows its time zone. */
export function emptyForm(locale: Locale): WholeForm {
  return { name: '', startsOn: null, endsOn: null, timeZone: '', locale, note: '', mostMembers: null, codeExpiresOn: null }
}

/** Time zones to choose from, by region; those without one first. */
export function zonesByRegion(zones: readonly string[]): [region: string, zones: string[]][] {
  const regions = new Map<string, string[]>()
  for (const zone of [...new Set(['UTC', ...zones])]) {
    const cut = zone.indexOf('/')
    const region = cut < 0 ? '' : zone.slice(0, cut)
    regions.set(region, [...(regions.get(region) ?? []), zone])
  }
  return [...regions].sort(([a], [b]) => (a < b ? -1 : 1))
}
