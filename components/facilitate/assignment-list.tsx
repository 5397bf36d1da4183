/** What is assigned, in order, each with what can be done with it. */
import fold from '#components/ui/fold.module.css'
import { dayIn } from '#lib/cohort/local-day.ts'
import type { Assignment, AssignmentForm } from '#lib/cohort/schema.ts'
import { say } from '#lib/message/format.ts'
import { Act } from './act.tsx'
import { AssignForm } from './assign-form.tsx'
import styles from './facilitate.module.css'
import { pick } from './pick.ts'
import { type Clock, sayDay } from './say-when.ts'

export function AssignmentList({
  cohort,
  assignments,
  titleOf,
  passMark,
  closed,
  clock,
}: {
  cohort: { id: string; timeZone: string }
  /** in order */
  assignments: readonly Assignment[]
  titleOf: (module: string) => string
  /** of the course, as a share */
  passMark: number
  /** nothing can be changed */
  closed: boolean
  clock: Clock
}) {
  const { messages } = clock
  const ids = assignments.map(({ id }) => id)
  const acts = pick(messages)
  const words = pick(messages, 'assign-', 'form-saving', 'form-saved', 'find-name')
  const swapped = (at: number) => [...ids.slice(0, at), ids[at + 1]!, ids[at]!, ...ids.slice(at + 2)]
  return (
    <ol className={styles['rows']}>
      {assignments.map((one, at) => {
        const module = titleOf(one.module)
        const move = (key: 'up' | 'down', order: string[]) => (
          <Act
            method="PUT"
            path={`/api/cohorts/${cohort.id}/assignments/order`}
            body={{ ids: order }}
            label={say(messages, `assign-${key}`)}
            name={say(messages, `assign-${key}-of`, { module })}
            messages={acts}
          />
        )
        return (
          <li key={one.id}>
            <div className={styles['what']}>
              <b>{module}</b>
              <small>{sayAssignment(one, clock).join(' · ')}</small>
            </div>
            {closed ? null : (
              <>
                <div className={styles['does']}>
                  {at > 0 ? move('up', swapped(at - 1)) : null}
                  {at < ids.length - 1 ? move('down', swapped(at)) : null}
                  <Act
                    method="DELETE"
                    path={`/api/cohorts/${cohort.id}/assignments/${one.id}`}
                    label={say(messages, 'assign-end')}
                    name={say(messages, 'assign-end-of', { module })}
                    ask={say(messages, 'assign-end-ask', { module })}
                    sure={say(messages, 'assign-end-do')}
                    messages={acts}
                  />
                </div>
                <details className={styles['edit']}>
                  <summary className={fold['summary']} aria-label={say(messages, 'assign-edit-of', { module })}>
                    {say(messages, 'assign-edit')}
                  </summary>
                  <div className={styles['inside']}>
                    <AssignForm
                      key={one.updatedAt}
                      cohort={cohort.id}
                      assignment={one.id}
                      initial={formOf(one, cohort.timeZone)}
                      passMark={passMark}
                      messages={words}
                    />
                  </div>
                </details>
              </>
            )}
          </li>
        )
      })}
    </ol>
  )
}

/** Everything about it that is not as usual, and when it is due. */
function sayAssignment(one: Assignment, clock: Clock): string[] {
  const { messages, locale } = clock
  return [
    one.dueAt === null ? say(messages, 'assign-says-no-due') : say(messages, 'assign-says-due', { date: sayDay(one.dueAt, clock) }),
    one.everyone ? say(messages, 'assign-for-everyone') : say(messages, 'assign-people', { count: one.people.length }, locale),
    ...(one.opensAt === null || one.opensAt <= clock.now ? [] : [say(messages, 'assign-says-opens', { date: sayDay(one.opensAt, clock) })]),
    ...(one.passMark === null ? [] : [say(messages, 'assign-says-mark', { mark: `${Math.round(one.passMark * 100)}%` })]),
    ...(one.attemptsAllowed === null ? [] : [say(messages, 'assign-says-attempts', { count: one.attemptsAllowed }, locale)]),
    ...(one.inOrder ? [say(messages, 'assign-says-order')] : []),
  ]
}

/** An assignment as the form that would leave it as it is. */
function formOf(one: Assignment, zone: string): AssignmentForm {
  return {
    everyone: one.everyone,
    people: one.people,
    opensOn: one.opensAt === null ? null : dayIn(zone, one.opensAt),
    dueOn: one.dueAt === null ? null : dayIn(zone, one.dueAt),
    inOrder: one.inOrder,
    passMark: one.passMark,
    attemptsAllowed: one.attemptsAllowed,
  }
}
