'use client'
import { useEffect, useId, useState } from 'react'
import { call } from '#components/device/call.ts'
import { isNamed } from '#lib/cohort/grid-view.ts'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './facilitate.module.css'

/** as the site lists them; `ended`: how they left, null while they are in */
type Member = { learner: string; name: string; email: string | null; ended: string | null }

/** a list of more people than this can be searched, and of more than `mostShown` only some are drawn */
const many = 12
const mostShown = 200

/** Some people of the cohort. Who they are is asked for when somebody wants to choose, and not before. */
export function ChoosePeople({
  cohort,
  chosen,
  onChange,
  messages,
}: {
  cohort: string
  chosen: readonly string[]
  onChange(people: string[]): void
  messages: Messages
}) {
  const [people, setPeople] = useState<readonly Member[] | 'failed' | null>(null)
  const [name, setName] = useState('')
  const id = useId()
  useEffect(() => {
    let gone = false
    call<Member[]>('GET', `/api/cohorts/${cohort}/members`).then((reply) => {
      if (!gone) setPeople(reply.ok ? reply.value.filter(({ ended }) => ended === null) : 'failed')
    })
    return () => {
      gone = true
    }
  }, [cohort])
  if (people === null)
    return (
      <p className={styles['soft']} role="status">
        {say(messages, 'assign-loading')}
      </p>
    )
  if (people === 'failed') return <p className={styles['fault']}>{say(messages, 'assign-failed')}</p>
  if (people.length === 0) return <p className={styles['soft']}>{say(messages, 'assign-nobody')}</p>
  const own = new Set(chosen)
  const fitting = people.filter((one) => isNamed(one, name))
  // who is chosen is always among them
  const shown = [...fitting].sort((a, b) => Number(own.has(b.learner)) - Number(own.has(a.learner))).slice(0, mostShown)
  const drawn = fitting.length > mostShown ? shown : fitting
  return (
    <>
      {people.length > many ? (
        <div className={styles['field']}>
          <label htmlFor={id}>{say(messages, 'find-name')}</label>
          <input
            id={id}
            className={styles['input']}
            type="search"
            dir="auto"
            autoComplete="off"
            value={name}
            onChange={({ target }) => setName(target.value)}
            onKeyDown={(event) => {
              // looks for a name; the form is not finished
              if (event.key === 'Enter') event.preventDefault()
            }}
          />
        </div>
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard */}
      <section className={`${styles['checks']} ${styles['scroll']}`} tabIndex={0} aria-label={say(messages, 'assign-people-list')}>
        {drawn.map(({ learner, name: called, email }) => (
          <label key={learner} className={styles['check']}>
            <input
              type="checkbox"
              checked={own.has(learner)}
              onChange={({ target }) => onChange(target.checked ? [...chosen, learner] : chosen.filter((one) => one !== learner))}
            />
            <span>
              <bdi>{called}</bdi> {email ? <small>{email}</small> : null}
            </span>
          </label>
        ))}
      </section>
      <p className={styles['soft']} role="status">
        {say(messages, 'assign-chosen', { count: chosen.length })}
        {drawn.length < fitting.length ? ` ${say(messages, 'assign-more-people', { count: fitting.length - drawn.length })}` : ''}
      </p>
    </>
  )
}
