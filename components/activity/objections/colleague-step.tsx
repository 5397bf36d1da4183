import { type RefObject, useEffect, useRef, useState } from 'react'
import { Options } from '#components/activity/choice/options.tsx'
import { Checklist } from '#components/activity/parts/checklist.tsx'
import { Models } from '#components/activity/parts/models.tsx'
import { OwnField } from '#components/activity/parts/own-field.tsx'
import { Speech } from '#components/activity/parts/speech.tsx'
import { Button } from '#components/ui/button.tsx'
import type { ActivityOf } from '#lib/activity/schema.ts'
import styles from './objections.module.css'

/** One colleague objects. Only who can give the objection back may reply to it. */
export function ColleagueStep({
  id,
  colleague,
  chosen,
  given,
  text,
  ticks,
  compared,
  ready,
  heading,
  next,
  words,
  onChoose,
  onText,
  onTicks,
  onCompare,
  onNext,
}: {
  id: string
  colleague: ActivityOf<'objections'>['colleagues'][number]
  /** of an earlier visit */
  chosen: string | undefined
  /** the objection was given back before */
  given: boolean
  text: string
  ticks: readonly string[]
  compared: boolean
  ready: boolean
  heading: RefObject<HTMLHeadingElement | null>
  next: string
  words: (key: string, values?: Record<string, string | number>) => string
  onChoose(option: string): void
  onText(text: string): void
  onTicks(ticks: string[]): void
  onCompare(): void
  onNext(): void
}) {
  const [picked, pick] = useState(chosen ?? null)
  const [hint, setHint] = useState(false)
  const models = useRef<HTMLHeadingElement>(null)
  const pressed = useRef(false)
  const { back, reply } = colleague
  const heard = given || back.options.some((option) => option.id === picked && option.right)

  useEffect(() => {
    if (compared && pressed.current) models.current?.focus()
  }, [compared])

  function compare() {
    const written = text.trim() !== ''
    setHint(!written)
    if (!written) return
    pressed.current = true
    models.current?.focus()
    onCompare()
  }

  return (
    <div className={styles['step']}>
      <Speech who={colleague.who} says={colleague.says} heading={heading} />
      <div>
        <p className={styles['prompt']} id={`${id}-back`}>
          {back.prompt}
        </p>
        <Options
          name={`${id}-back`}
          labelledBy={`${id}-back`}
          chosen={picked}
          choose={pick}
          settle={onChoose}
          options={back.options.map(({ id: option, text: line, right, feedback }) => ({
            id: option,
            text: line,
            reply: (
              <>
                <b>{words(right ? 'right' : 'wrong')}</b> {feedback}
              </>
            ),
          }))}
        />
      </div>
      <div role="status">
        {heard ? (
          <div className={styles['thanks']}>
            <b>{colleague.who}</b>
            <p>{colleague.thanks}</p>
          </div>
        ) : (
          <p className={styles['locked']}>{words('locked')}</p>
        )}
      </div>
      {heard ? (
        <>
          <p className={styles['task']} id={`${id}-task`}>
            {reply.prompt}
          </p>
          <OwnField
            id={`${id}-reply`}
            describedBy={`${id}-task`}
            label={words('yours')}
            rows={3}
            value={text}
            disabled={!ready}
            onChange={(line) => {
              setHint(false)
              onText(line)
            }}
          />
          <Checklist legend={words('checklist')} points={reply.checklist} ticks={ticks} disabled={!ready} onTicks={onTicks} />
          <div>
            <Button look={compared ? 'plain' : 'primary'} disabled={!ready} onClick={compare}>
              {words('compare')}
            </Button>
            <p role="status" className={styles['news']}>
              {hint ? words('write-first') : ''}
            </p>
          </div>
        </>
      ) : null}
      {heard && compared ? (
        <div className={styles['compared']}>
          <h4 ref={models} tabIndex={-1}>
            {words('models')}
          </h4>
          <Models why={words('why')} models={[{ look: 'strong', title: words('strong'), ...reply.strong }]} />
          <Button look="primary" onClick={onNext}>
            {next}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
