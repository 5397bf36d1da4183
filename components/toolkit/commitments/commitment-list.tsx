import { useState } from 'react'
import styles from '#components/toolkit/ledger.module.css'
import type { SayDay } from '#components/toolkit/say-day.ts'
import { UndoLine } from '#components/toolkit/undo-line.tsx'
import { traceId, type useLedger } from '#components/toolkit/use-ledger.ts'
import { newId } from '#components/toolkit/use-tool.ts'
import fold from '#components/ui/fold.module.css'
import type { Messages } from '#lib/message/format.ts'
import { type Commitment, type CommitmentGroup, end, move, reopen } from '#lib/toolkit/commitments.ts'
import { CommitmentEntry } from './commitment-entry.tsx'
import { CommitmentForm } from './commitment-form.tsx'
import { MoveForm } from './move-form.tsx'

export type Words = (key: string, values?: Record<string, string | number>) => string
/** What one press does to a promise. */
export type Press = 'keep' | 'miss' | 'reopen' | 'remove'

/** What has ended is folded away above this length. */
const shortList = 5

/** The promises of one group. Each is read in a line, opened for the rest, and written in its place. */
export function CommitmentList({
  group,
  commitments,
  ledger,
  today,
  day,
  words,
  messages,
}: {
  group: CommitmentGroup
  commitments: readonly Commitment[]
  ledger: ReturnType<typeof useLedger<Commitment>>
  today: string
  day: SayDay
  words: Words
  messages: Messages
}) {
  const count = commitments.filter(({ id }) => id !== traceId).length
  const [unfolded, setUnfolded] = useState(count <= shortList)
  if (commitments.length === 0) return null

  function press(one: Commitment, what: Press) {
    const name = one.what
    if (what === 'remove') ledger.replace(one, [], words('removed', { name }))
    else if (what === 'keep') ledger.replace(one, [end(one, 'kept')], words('noted-kept', { name }))
    else if (what === 'miss') ledger.replace(one, [end(one, 'missed')], words('noted-missed', { name }))
    else ledger.replace(one, [reopen(one)], words('noted-open', { name }))
  }
  function moveTo(one: Commitment, day_: { to: string; told: string }) {
    const after = move(one, day_, newId())
    const values = { name: one.what, date: day.long(day_.to) }
    ledger.replace(one, after, words(after.length === 1 ? 'noted-moved' : 'noted-anew', values))
  }

  const list = (
    <>
      <div className={styles['head']} aria-hidden="true">
        <span>{words('head-when')}</span>
        <span>{words('head-who')}</span>
        <span>{words('head-what')}</span>
      </div>
      <ol className={styles['list']}>
        {commitments.map((one) => {
          if (one.id === traceId) {
            const text = ledger.trace?.text ?? ''
            return <UndoLine key={one.id} text={text} label={words('undo')} onUndo={ledger.undo} />
          }
          const form = ledger.open?.id === one.id ? ledger.open.form : null
          return (
            <li key={one.id}>
              {form === 'commitment' ? (
                <CommitmentForm commitment={one} day={day} words={words} messages={messages} onSave={ledger.put} onCancel={ledger.close} />
              ) : form === 'move' ? (
                <MoveForm commitment={one} today={today} day={day} words={words} onSave={(to) => moveTo(one, to)} onCancel={ledger.close} />
              ) : (
                <CommitmentEntry
                  commitment={one}
                  group={group}
                  day={day}
                  words={words}
                  onWrite={(name) => ledger.write(one.id, name)}
                  onPress={(what) => press(one, what)}
                />
              )}
            </li>
          )
        })}
      </ol>
    </>
  )
  const title = <h2 id={`group-${group}`}>{words(`group-${group}`, { count })}</h2>
  return (
    <section className={styles['group']} aria-labelledby={`group-${group}`}>
      {group === 'done' ? (
        <details open={unfolded} onToggle={(event) => event.target === event.currentTarget && setUnfolded(event.currentTarget.open)}>
          <summary className={fold['summary']}>{title}</summary>
          {list}
        </details>
      ) : (
        <>
          {title}
          {group === 'coming' ? null : <p>{words(`group-${group}-note`)}</p>}
          {list}
        </>
      )}
    </section>
  )
}
