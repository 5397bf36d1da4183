'use client'

import { useMemo, useState } from 'react'
import { usePrivate } from '#components/device/use-private.ts'
import { everything, FindBar, manyEntries } from '#components/toolkit/find-bar.tsx'
import { Keep } from '#components/toolkit/keep.tsx'
import styles from '#components/toolkit/ledger.module.css'
import { PrintTable } from '#components/toolkit/print-table.tsx'
import { sayDay } from '#components/toolkit/say-day.ts'
import { TakeAlong } from '#components/toolkit/take-along.tsx'
import type { ToolProps } from '#components/toolkit/tool.tsx'
import { traceId, useLedger } from '#components/toolkit/use-ledger.ts'
import { newId, useToday, useTool } from '#components/toolkit/use-tool.ts'
import { Button } from '#components/ui/button.tsx'
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
import { containsWords } from '#lib/toolkit/contains-words.ts'
import { CommitmentForm } from './commitment-form.tsx'
import { CommitmentList } from './commitment-list.tsx'
import { dueAsCalendar } from './due-as-calendar.ts'
import { SumsView } from './sums.tsx'

const groups = ['past', 'coming', 'undated', 'done'] as const

/** What one promised, to whom, by when, and how others will see it. */
export default function Commitments({ messages, common, titles, locale }: ToolProps) {
  const kept = useTool('commitments', commitmentsFrom)
  const lesson = usePrivate<unknown>(commitmentActivity, null)
  const today = useToday()
  const commitments = kept.value?.commitments ?? []
  const save = (next: readonly Commitment[]) => kept.save({ version: 1, commitments: next })
  const ledger = useLedger(commitments, save, 'add')
  const [found, setFound] = useState(everything)
  const [news, setNews] = useState('')
  const words = (key: string, values: Record<string, string | number> = {}) => say(messages, key, values, locale)
  const label = (column: string) => say(messages, column)
  const columns = useMemo(() => commitmentColumns((key) => say(messages, key)), [messages])
  if (kept.value === null || today === null) return <div className={styles['waiting']} />

  const day = sayDay(locale, today)
  const rows = commitments.map(rowOfCommitment)
  const empty = commitments.length === 0
  const room = mostCommitments - commitments.length
  const names = (count: number) => (count === 0 ? words('no-names') : words('names', { count }))
  const join = ({ who, what, when }: { who: string; what: string; when: string }) => {
    const promise = who ? words('lesson-who', { who, what }) : what
    return when ? words('lesson-when', { what: promise, when }) : promise
  }
  const own = commitmentFromLesson(lesson.value, join, newId)
  const fromLesson = own && room > 0 && isNew(own, commitments) ? own : null
  const many = commitments.length > manyEntries
  const fits = (one: Commitment) =>
    !many || (containsWords([one.who, one.what, one.seen], found.words) && (found.kind === '' || one.state === found.kind))
  const searching = many && (found.words.trim() !== '' || found.kind !== '')
  const count = commitments.filter(fits).length
  const shown = groupCommitments(
    ledger.shown.filter((one) => one.id === traceId || fits(one)),
    today,
  )
  const ordered = groupCommitments(commitments, today)

  return (
    <div className={styles['tool']}>
      {ledger.open?.id === null ? (
        <CommitmentForm
          commitment={null}
          day={day}
          words={words}
          messages={messages}
          onSave={(commitment) => {
            setNews('')
            setFound(everything)
            ledger.put(commitment)
          }}
          onCancel={ledger.close}
        />
      ) : (
        <div className={empty ? styles['empty'] : undefined}>
          {empty ? <p>{words('empty')}</p> : null}
          <div className={styles['bar']}>
            <Button look="primary" id="add" disabled={room === 0} onClick={() => ledger.write(null, 'commitment')}>
              {words(empty ? 'add-first' : 'add')}
            </Button>
            {fromLesson ? (
              <Button
                look={empty ? 'plain' : 'quiet'}
                onClick={() => {
                  save([fromLesson, ...commitments])
                  ledger.reset()
                  setNews(words('lesson-news'))
                  ledger.focus('add')
                }}
              >
                {words('lesson')}
              </Button>
            ) : null}
          </div>
          {room === 0 ? <p className={styles['news']}>{words('full', { most: mostCommitments })}</p> : null}
        </div>
      )}
      <p className={styles['news']} role="status">
        {news}
      </p>
      {many ? (
        <FindBar
          label={words('find')}
          kindLabel={words('find-type')}
          kinds={[{ id: '', text: words('find-all') }, ...commitmentStates.map((id) => ({ id, text: words(`state-${id}`) }))]}
          value={found}
          onChange={setFound}
          result={searching ? (count === 0 ? words('found-none') : words('found', { count })) : ''}
        />
      ) : null}
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
      <TakeAlong
        tool="commitments"
        columns={columns}
        label={label}
        rows={rows}
        room={room}
        check={commitmentFaults}
        onAdd={(fresh) => {
          ledger.reset()
          setNews('')
          save([...commitments, ...commitmentsOf(fresh, newId)])
        }}
        calendar={
          ordered.coming.length === 0
            ? null
            : {
                note: words('calendar-note', { count: ordered.coming.length }),
                text: () => dueAsCalendar(ordered.coming, today, day.long, words, location.href),
              }
        }
        messages={common}
        locale={locale}
      />
      <Keep
        tool="commitments"
        name={(tool) => titles[tool]}
        value={kept.value}
        empty={empty}
        from={commitmentsFrom}
        nameOf={(log) => names(log.commitments.length)}
        onOpen={(log) => {
          ledger.reset()
          setNews('')
          kept.save(log)
        }}
        onErase={() => {
          ledger.reset()
          setNews('')
          setFound(everything)
          kept.erase()
        }}
        messages={common}
      />
      <PrintTable
        title={words('print-title', { date: day.long(today) })}
        columns={columns}
        rows={Object.values(ordered).flat().map(rowOfCommitment)}
        label={label}
        cell={({ kind, id }, text) => (kind === 'date' ? day.medium(text) : kind === 'choice' ? words(`${id}-${text}`) : text)}
      />
    </div>
  )
}
