import { type RefObject, useEffect, useRef, useState } from 'react'
import { Checklist } from '#components/activity/parts/checklist.tsx'
import { CopyButton } from '#components/activity/parts/copy-button.tsx'
import { OwnField } from '#components/activity/parts/own-field.tsx'
import { Watch } from '#components/activity/parts/watch.tsx'
import { Button } from '#components/ui/button.tsx'
import { countWords } from '#lib/activity/count-words.ts'
import type { FadingState } from '#lib/activity/fading.ts'
import { joinParts, secondsAloud } from '#lib/activity/own-parts.ts'
import { findVague } from '#lib/activity/schedule.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import styles from './fading.module.css'
import { Spine } from './spine.tsx'

type Words = (key: string, values?: Record<string, string | number>) => string

/** Without help now: the parts are only names. A second look at single words, the learner's own checklist, the whole. */
export function OwnStep({
  data,
  state,
  ready,
  heading,
  words,
  locale,
  onWrite,
  onTicks,
  onWhole,
}: {
  data: ActivityOf<'fading'>
  state: FadingState
  ready: boolean
  heading: RefObject<HTMLHeadingElement | null>
  words: Words
  locale: string
  onWrite(own: Record<string, string>): void
  onTicks(ticks: string[]): void
  onWhole(): void
}) {
  const [hint, setHint] = useState('')
  const piece = useRef<HTMLHeadingElement>(null)
  const pressed = useRef(false)
  const { pattern, own } = data
  const text = joinParts(state.own, pattern)
  const count = countWords(text, locale)

  useEffect(() => {
    if (state.whole && pressed.current) piece.current?.focus()
  }, [state.whole])

  function show() {
    const empty = pattern.find(({ id }) => !state.own[id]?.trim())
    setHint(empty ? words('fill-first', { part: empty.label }) : '')
    if (empty) {
      document.getElementById(`${data.id}-own-${empty.id}`)?.focus()
      return
    }
    pressed.current = true
    piece.current?.focus()
    onWhole()
  }

  return (
    <div className={styles['step']}>
      <h4 ref={heading} tabIndex={-1}>
        {words('own')}
      </h4>
      <p>{own.prompt}</p>
      <Spine
        parts={pattern.map(({ id, label, help }) => {
          const value = state.own[id] ?? ''
          return {
            id,
            label: null,
            full: value.trim() !== '',
            body: (
              <OwnField
                id={`${data.id}-own-${id}`}
                label={label}
                help={help}
                value={value}
                disabled={!ready}
                onChange={(next) => {
                  setHint('')
                  onWrite({ ...state.own, [id]: next })
                }}
              >
                <Watch findings={findVague(value, own.watch)} line={({ word, advice }) => words('watch', { word, advice })} />
              </OwnField>
            ),
          }
        })}
      />
      <Checklist legend={words('checklist')} points={own.checklist} ticks={state.ticks} disabled={!ready} onTicks={onTicks} />
      <div>
        <Button look={state.whole ? 'plain' : 'primary'} disabled={!ready} onClick={show}>
          {words('whole')}
        </Button>
        <p role="status" className={styles['news']}>
          {hint}
        </p>
      </div>
      {state.whole ? (
        <div className={styles['piece']}>
          <h4 ref={piece} tabIndex={-1}>
            {words('piece')}
          </h4>
          <blockquote>{text}</blockquote>
          <p className={styles['why']}>{words('length', { words: count, count: secondsAloud(count) })}</p>
          <CopyButton look="primary" text={text} label={words('copy')} copied={words('copied')} failed={words('not-copied')} />
        </div>
      ) : null}
    </div>
  )
}
