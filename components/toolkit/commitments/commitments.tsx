'use client'

import { useMemo } from 'react'
import { usePrivate } from '#components/device/use-private.ts'
import styles from '#components/toolkit/ledger.module.css'
import { LedgerFrame } from '#components/toolkit/ledger-frame.tsx'
import { sayDay } from '#components/toolkit/say-day.ts'
import type { ToolProps } from '#components/toolkit/tool.tsx'
import { useLedger } from '#components/toolkit/use-ledger.ts'
import { newId, useToday, useTool } from '#components/toolkit/use-tool.ts'
import { say } from '#lib/message/format.ts'
import {
  type Commitment,
  commitmentColumns,
  commitmentFaults,
  commitmentStates,
  commitmentsFrom,
  commitmentsOf,
  groupCommitments,
  mostCommitments,
  rowOfCommitment,
} from '#lib/toolkit/commitments.ts'
import { commitmentActivity, commitmentFromLesson, isNew } from '#lib/toolkit/commitments-lesson.ts'
import { CommitmentForm } from './commitment-form.tsx'
import { CommitmentList } from './commitment-list.tsx'
import { dueAsCalendar } from './due-as-calendar.ts'
import { SumsView } from './sums.tsx'

const groups = ['past', 'coming', 'undated', 'done'] as const

/** What one promised, to whom, by when, and how others will see it. */
export default function Commitments(props: ToolProps) {
  const { messages, locale } = props
  const kept = useTool('commitments', commitmentsFrom)
  const lesson = usePrivate<unknown>(commitmentActivity, null)
  const today = useToday()
  const commitments = kept.value?.commitments ?? []
  const save = (next: readonly Commitment[]) => kept.save({ version: 1, commitments: next })
  const ledger = useLedger(commitments, save, 'add')
  const words = (key: string, values: Record<string, string | number> = {}) => say(messages, key, values, locale)
  const columns = useMemo(() => commitmentColumns((key) => say(messages, key)), [messages])
  if (kept.value === null || today === null) return <div className={styles['waiting']} />

  const day = sayDay(locale, today)
  const join = ({ who, what, when }: { who: string; what: string; when: string }) => {
    const promise = who ? words('lesson-who', { who, what }) : what
    return when ? words('lesson-when', { what: promise, when }) : promise
  }
  const own = commitmentFromLesson(lesson.value, join, newId)
  const fromLesson = own && commitments.length < mostCommitments && isNew(own, commitments) ? own : null
  const ordered = groupCommitments(commitments, today)

  return (
    <LedgerFrame
      tool="commitments"
      props={props}
      words={words}
      ledger={ledger}
      entries={commitments}
      most={mostCommitments}
      find={{
        textsOf: ({ who, what, seen }) => [who, what, seen],
        kindOf: ({ state }) => state,
        kinds: commitmentStates.map((id) => ({ id, text: words(`state-${id}`) })),
      }}
      formName="commitment"
      form={(afresh) => (
        <CommitmentForm
          commitment={null}
          day={day}
          words={words}
          messages={messages}
          onSave={(commitment) => {
            afresh()
            ledger.put(commitment)
          }}
          onCancel={ledger.close}
        />
      )}
      lesson={
        fromLesson && {
          label: words('lesson'),
          take() {
            save([fromLesson, ...commitments])
            return words('lesson-news')
          },
        }
      }
      day={day}
      columns={columns}
      rowOf={rowOfCommitment}
      ordered={Object.values(ordered).flat()}
      check={commitmentFaults}
      onAdd={(fresh) => save([...commitments, ...commitmentsOf(fresh, newId)])}
      calendar={
        ordered.coming.length === 0
          ? null
          : {
              note: words('calendar-note', { count: ordered.coming.length }),
              text: () => dueAsCalendar(ordered.coming, today, day.long, words, location.href),
            }
      }
      kept={{ ...kept, value: kept.value, from: commitmentsFrom, countOf: (log) => log.commitments.length, today }}
    >
      {(found) => {
        const shown = groupCommitments(found, today)
        return (
          <>
            {groups.map((group) => (
              <CommitmentList
                key={group}
                group={group}
                commitments={shown[group]}
                ledger={ledger}
                today={today}
                day={day}
                words={words}
                messages={messages}
              />
            ))}
            <SumsView commitments={commitments} words={words} />
          </>
        )
      }}
    </LedgerFrame>
  )
}
