import { type Ref, useEffect, useRef, useState } from 'react'
import { Checklist } from '#components/activity/parts/checklist.tsx'
import { Models } from '#components/activity/parts/models.tsx'
import privacy from '#components/activity/private/private.module.css'
import { Button } from '#components/ui/button.tsx'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { inOrder, isChanged } from '#lib/activity/workshop.ts'
import styles from './workshop.module.css'

type Message = ActivityOf<'workshop'>['messages'][number]

/** One message on the bench. Comparing opens when something was changed; what was ticked then is remembered. */
export function Bench({
  id,
  message,
  text,
  ready,
  earlier,
  heading,
  words,
  onText,
  onCompare,
  onNext,
}: {
  id: string
  message: Message
  text: string
  ready: boolean
  /** ticks of an earlier comparison */
  earlier: string[] | undefined
  heading: Ref<HTMLHeadingElement>
  words: (key: string, values?: Record<string, string | number>) => string
  onText(text: string): void
  onCompare(ticks: string[]): void
  onNext?: (() => void) | undefined
}) {
  const [ticks, setTicks] = useState<readonly string[]>(earlier ?? [])
  const [compared, setCompared] = useState(earlier !== undefined)
  const [hint, setHint] = useState(false)
  const models = useRef<HTMLHeadingElement>(null)
  const pressed = useRef(false)
  const paper = useRef<HTMLTextAreaElement>(null)

  useEffect(() => {
    if (compared && pressed.current) models.current?.focus()
  }, [compared])

  function compare() {
    if (!isChanged(message.draft, text)) {
      setHint(true)
      return
    }
    pressed.current = true
    setHint(false)
    setCompared(true)
    models.current?.focus()
    onCompare(inOrder(message.checklist, ticks))
  }

  return (
    <div className={styles['bench']}>
      <h4 ref={heading} tabIndex={-1}>
        {words('situation')}
      </h4>
      <p>{message.situation}</p>
      <div className={privacy['field']}>
        <label htmlFor={`${id}-text`}>{words('yours')}</label>
        <textarea
          ref={paper}
          className={`${privacy['input']} ${styles['paper']}`}
          id={`${id}-text`}
          rows={6}
          value={text}
          disabled={!ready}
          onChange={(event) => {
            setHint(false)
            onText(event.target.value)
          }}
        />
      </div>
      {isChanged(message.draft, text) ? (
        <Button
          look="quiet"
          onClick={() => {
            onText(message.draft)
            paper.current?.focus()
          }}
        >
          {words('restart')}
        </Button>
      ) : null}
      <Checklist legend={words('checklist')} points={message.checklist} ticks={ticks} disabled={!ready} onTicks={setTicks} />
      <div>
        <Button look={compared ? 'plain' : 'primary'} disabled={!ready} onClick={compare}>
          {words('compare')}
        </Button>
        <p role="status" className={styles['news']}>
          {hint ? words('change-first') : ''}
        </p>
      </div>
      {compared ? (
        <div>
          <h4 ref={models} tabIndex={-1}>
            {words('models')}
          </h4>
          <Models
            why={words('why')}
            models={[
              { look: 'strong', title: words('strong'), ...message.strong },
              { look: 'weak', title: words('weak'), ...message.weak },
            ]}
          />
          {onNext ? (
            <Button look="primary" onClick={onNext}>
              {words('next')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}
