/** What every page of a cohort begins with: may they see it, and whose clock is it? */
import { notFound } from 'next/navigation'
import { guardPage, type PassedCohort } from '#app/api/guard.ts'
import type { Clock } from '#components/facilitate/say-when.ts'
import type { Action } from '#lib/cohort/permissions.ts'
import type { Cohort } from '#lib/cohort/schema.ts'
import { toCohort } from '#lib/cohort/store.ts'
import { isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export type CohortParams = Promise<{ locale: string; cohort: string }>
export type Opened<A extends Action> = {
  asked: PassedCohort<A>
  cohort: Cohort
  locale: Locale
  /** address of the list of cohorts, and of this cohort */
  home: string
  path: string
  clock: Clock
}

/** @param tab last part of the page's address; without it, the cohort's first page */
export async function openCohort<A extends Action>(params: CohortParams, action: A, tab?: string): Promise<Opened<A>> {
  const { locale, cohort: id } = await params
  if (!isLocale(locale)) notFound()
  const home = pathFor(locale, '/facilitate')
  const path = `${home}/cohorts/${id}`
  const asked = await guardPage(action, id, { path: tab ? `${path}/${tab}` : path })
  const cohort = toCohort(asked.cohort)
  const clock = { now: Date.now(), timeZone: cohort.timeZone, locale, messages: messagesFor(locale).facilitate }
  return { asked, cohort, locale, home, path, clock }
}
