import { type RefObject, useEffect, useRef, useState } from 'react'
import { Checklist } from '#components/activity/parts/checklist.tsx'
import { CopyButton } from '#components/activity/parts/copy-button.tsx'
import { OwnField } from '#components/activity/parts/own-field.tsx'
import { Watch } from '#components/activity/parts/watch.tsx'
import { saveFile } from '#components/activity/private/save-file.ts'
import { Button } from '#components/ui/button.tsx'
import { type CommitmentState, promiseCsv, promiseText } from '#lib/activity/commitment.ts'
import type { Parts } from '#lib/activity/own-parts.ts'
import { findVague } from '#lib/activity/schedule.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import styles from './commitment.module.css'
import { Slip } from './slip.tsx'

/** The learner's own promise: fields with a second look at single words, the checklist, then the slip to take along. */
export function PromiseStep({
  data,
  state,
  ready,
  heading,
  words,
  onWrite,
  onTicks,
  onMake,
}: {
  data: ActivityOf<'commitment'>
  state: CommitmentState
  ready: boolean
  heading: RefObject<HTMLHeadingElement | null>
  words: (key: string, values?: Record<string, string | number>) => string
  onWrite(own: Parts): void
  onTicks(ticks: string[]): void
  onMake(): void
}) {
  const [hint, setHint] = useState('')
  const slip = useRef<HTMLHeadingElement>(null)
  const pressed = useRef(false)
  const { fields, own } = data

  useEffect(() => {
    if (state.made && pressed.current) slip.current?.focus()
  }, [state.made])

  function make() {
    const empty = fields.find(({ id }) => !state.own[id]?.trim())
    setHint(empty ? words('fill-first', { part: empty.label }) : '')
    if (empty) {
      document.getElementById(`${data.id}-own-${empty.id}`)?.focus()
      return
    }
    pressed.current = true
    slip.current?.focus()
    onMake()
  }

  return (
    <div className={styles['step']}>
      <div>
        <h4 ref={heading} tabIndex={-1}>
          {words('own')}
        </h4>
        <p className={styles['lead']}>{own.prompt}</p>
      </div>
      <div className={styles['fields']}>
        {fields.map(({ id, label, help }) => {
          const text = state.own[id] ?? ''
          return (
            <OwnField
              key={id}
              id={`${data.id}-own-${id}`}
              label={label}
              help={help}
              rows={1}
              value={text}
              disabled={!ready}
              className={styles['field']}
              onChange={(next) => {
                setHint('')
                onWrite({ ...state.own, [id]: next })
              }}
            >
              <Watch findings={findVague(text, own.watch)} line={({ word, advice }) => words('watch', { word, advice })} />
            </OwnField>
          )
        })}
      </div>
      <Checklist legend={words('checklist')} points={own.checklist} ticks={state.ticks} disabled={!ready} onTicks={onTicks} />
      <div>
        <Button look={state.made ? 'plain' : 'primary'} disabled={!ready} onClick={make}>
          {words('make')}
        </Button>
        <p role="status" className={styles['news']}>
          {hint}
        </p>
      </div>
      {state.made ? (
        <>
          <h4 ref={slip} tabIndex={-1}>
            {words('slip')}
          </h4>
          <Slip look="own" fields={fields} parts={state.own} empty={words('empty')} />
          <div className={styles['take']}>
            <CopyButton
              look="primary"
              text={promiseText(fields, state.own)}
              label={words('copy')}
              copied={words('copied')}
              failed={words('not-copied')}
            />
            <Button onClick={() => saveFile(words('file'), promiseCsv(fields, state.own))}>{words('export')}</Button>
          </div>
        </>
      ) : null}
    </div>
  )
}
