import { type Ref, useEffect, useRef, useState } from 'react'
import { Options } from '#components/activity/choice/options.tsx'
import { Checklist } from '#components/activity/parts/checklist.tsx'
import { Models } from '#components/activity/parts/models.tsx'
import { OwnField } from '#components/activity/parts/own-field.tsx'
import { Speech } from '#components/activity/parts/speech.tsx'
import { Button } from '#components/ui/button.tsx'
import { idsFrom } from '#lib/activity/own-parts.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import styles from './studio.module.css'

/**
 * One speaker: hear, choose a reply, write your own, compare. Writing opens with the first choice, right or wrong: the
 * feedback says what to make of it. Ticks are recorded when they are meant, with comparing.
 */
export function Speaker({
  id,
  speaker,
  chosen,
  text,
  earlier,
  ready,
  heading,
  words,
  onChoose,
  onText,
  onCompare,
  onNext,
}: {
  id: string
  speaker: ActivityOf<'studio'>['speakers'][number]
  /** of an earlier visit */
  chosen: string | undefined
  text: string
  /** ticks of an earlier comparison */
  earlier: string[] | undefined
  ready: boolean
  heading: Ref<HTMLHeadingElement>
  words: (key: string, values?: Record<string, string | number>) => string
  onChoose(option: string): void
  onText(text: string): void
  onCompare(ticks: string[]): void
  onNext?: (() => void) | undefined
}) {
  const [picked, pick] = useState(chosen ?? null)
  const [ticks, setTicks] = useState<readonly string[]>(earlier ?? [])
  const [compared, setCompared] = useState(earlier !== undefined)
  const [hint, setHint] = useState(false)
  const models = useRef<HTMLHeadingElement>(null)
  const pressed = useRef(false)

  useEffect(() => {
    if (compared && pressed.current) models.current?.focus()
  }, [compared])

  function compare() {
    const written = text.trim() !== ''
    setHint(!written)
    if (!written) return
    pressed.current = true
    setCompared(true)
    models.current?.focus()
    onCompare(idsFrom(ticks, speaker.checklist))
  }

  return (
    <div className={styles['speaker']}>
      <Speech who={speaker.who} says={speaker.says} heading={heading} />
      <div>
        <p className={styles['prompt']} id={`${id}-choose`}>
          {speaker.choose}
        </p>
        <Options
          name={`${id}-reply`}
          labelledBy={`${id}-choose`}
          chosen={picked}
          choose={pick}
          settle={onChoose}
          options={speaker.options.map(({ id: option, text: line, right, feedback }) => ({
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
      {picked !== null ? (
        <div className={styles['own']}>
          <h4>{words('write')}</h4>
          <OwnField
            id={`${id}-text`}
            label={words('yours')}
            help={speaker.write}
            rows={3}
            value={text}
            disabled={!ready}
            className={styles['paper']}
            onChange={(next) => {
              setHint(false)
              onText(next)
            }}
          />
          <Checklist legend={words('checklist')} points={speaker.checklist} ticks={ticks} disabled={!ready} onTicks={setTicks} />
          <div>
            <Button look={compared ? 'plain' : 'primary'} disabled={!ready} onClick={compare}>
              {words('compare')}
            </Button>
            <p role="status" className={styles['news']}>
              {hint ? words('write-first') : ''}
            </p>
          </div>
        </div>
      ) : null}
      {compared ? (
        <div className={styles['compared']}>
          <h4 ref={models} tabIndex={-1}>
            {words('models')}
          </h4>
          <Models
            why={words('why')}
            models={[
              { look: 'strong', title: words('strong'), ...speaker.strong },
              { look: 'weak', title: words('weak'), ...speaker.weak },
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
