'use client'
import Link from 'next/link'
import { useEffect, useState } from 'react'
import { request } from '#components/device/request.ts'
import type { CourseOutline } from '#lib/course/outline-course.ts'
import { type Messages, say } from '#lib/message/format.ts'
import { formatLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import type { Asked, ModulePlaces } from './asked.ts'
import { AskedList } from './asked-list.tsx'
import styles from './assignments.module.css'
import { type Heard, keepHeard, lastHeard } from './heard.ts'

type Told = { cohorts: { id: string; name: string }[]; assignments: Asked[]; messages: Messages }

/** Lines on the first page, which is about more than this. */
const most = 3

/** What is asked of whoever is in a cohort, and by when. Without a connection, what was heard last. */
export function DuePanel({ outline, locale }: { outline: CourseOutline; locale: string }) {
  const [heard, setHeard] = useState<{ now: Heard; old: boolean } | null>(null)

  useEffect(() => {
    let current = true
    async function ask() {
      const told = await request<Told>('GET', '/api/me/assignments?words=1')
      const now = told.ok ? { ...told.value, at: Date.now() } : await lastHeard()
      if (told.ok && now) void keepHeard(now)
      if (current) setHeard(now && { now, old: !told.ok })
    }
    void ask()
    return () => {
      current = false
    }
  }, [])

  if (heard === null || heard.now.cohorts.length === 0) return null
  const { cohorts, assignments, messages, at } = heard.now
  const places: ModulePlaces = Object.fromEntries(outline.modules.map(({ slug, number, title, href }) => [slug, { number, title, href }]))
  const done = assignments.filter(({ state }) => state === 'satisfied').length
  const left = assignments.filter(({ state }) => state !== 'satisfied')
  const t = (key: string, values = {}) => say(messages, key, values, locale)
  return (
    <section className={styles['panel']} aria-labelledby="due">
      <h2 id="due">{cohorts.length === 1 ? t('dueTitleIn', { cohort: cohorts[0]!.name }) : t('dueTitle')}</h2>
      {left.length > 0 ? (
        <AskedList asked={left.slice(0, most)} among={assignments} places={places} now={Date.now()} messages={messages} locale={locale} />
      ) : (
        <p className={styles['nothing']}>{t(assignments.length > 0 ? 'dueAllDone' : 'dueNothing')}</p>
      )}
      <p className={styles['aside']}>
        <span>
          {assignments.length > 0 && left.length > 0 ? t('dueDone', { done, total: assignments.length }) : null}{' '}
          {heard.old
            ? t('dueHeard', { when: new Intl.DateTimeFormat(formatLocale(locale), { dateStyle: 'medium', timeStyle: 'short' }).format(at) })
            : null}
        </span>
        <Link href={pathFor(locale as Locale, '/me#cohorts')} prefetch={false}>
          {left.length > most ? t('dueMore', { count: left.length - most }) : t('dueMe')}
        </Link>
      </p>
    </section>
  )
}
