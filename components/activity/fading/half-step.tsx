import { Fragment, type RefObject, useEffect, useRef, useState } from 'react'
import { OwnField } from '#components/activity/parts/own-field.tsx'
import { Button } from '#components/ui/button.tsx'
import { type FadingState, missingParts } from '#lib/activity/fading.ts'
import { allFilled } from '#lib/activity/own-parts.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import styles from './fading.module.css'
import { Spine } from './spine.tsx'

type Words = (key: string, values?: Record<string, string | number>) => string

/** Half of a text is given; the learner writes the rest, then sees it beside a worked one. */
export function HalfStep({
  data,
  state,
  ready,
  heading,
  words,
  onWrite,
  onCompare,
  onNext,
}: {
  data: ActivityOf<'fading'>
  state: FadingState
  ready: boolean
  heading: RefObject<HTMLHeadingElement | null>
  words: Words
  onWrite(half: Record<string, string>): void
  onCompare(): void
  onNext(): void
}) {
  const [hint, setHint] = useState(false)
  const both = useRef<HTMLHeadingElement>(null)
  const pressed = useRef(false)
  const { pattern, half } = data
  const missing = missingParts(data)

  useEffect(() => {
    if (state.compared && pressed.current) both.current?.focus()
  }, [state.compared])

  function compare() {
    const written = allFilled(state.half, missing)
    setHint(!written)
    if (!written) return
    pressed.current = true
    both.current?.focus()
    onCompare()
  }

  return (
    <div className={styles['step']}>
      <h4 ref={heading} tabIndex={-1}>
        {words('half', { count: missing.length })}
      </h4>
      <p>{half.situation}</p>
      <Spine
        parts={pattern.map(({ id, label, help }) => {
          const given = half.given[id]
          const text = state.half[id] ?? ''
          return {
            id,
            label: given === undefined ? null : label,
            full: given !== undefined || text.trim() !== '',
            body:
              given !== undefined ? (
                <p className={styles['said']}>{given}</p>
              ) : (
                <OwnField
                  id={`${data.id}-half-${id}`}
                  label={label}
                  help={help}
                  value={text}
                  disabled={!ready}
                  onChange={(next) => {
                    setHint(false)
                    onWrite({ ...state.half, [id]: next })
                  }}
                />
              ),
          }
        })}
      />
      <div>
        <Button look={state.compared ? 'plain' : 'primary'} disabled={!ready} onClick={compare}>
          {words('compare')}
        </Button>
        <p role="status" className={styles['news']}>
          {hint ? words('write-first') : ''}
        </p>
      </div>
      {state.compared ? (
        <>
          <h4 ref={both} tabIndex={-1}>
            {words('both')}
          </h4>
          <div className={styles['both']}>
            <Whole title={words('yours')} look="yours" pattern={pattern} given={half.given} own={state.half} />
            <Whole title={words('worked')} look="worked" pattern={pattern} given={half.given} own={half.model} />
          </div>
          <p>
            <b>{words('why')}</b> {half.why}
          </p>
          <div>
            <Button look="primary" onClick={onNext}>
              {words('to-own')}
            </Button>
          </div>
        </>
      ) : null}
    </div>
  )
}

/** The text as it would be said: what was given is quiet, what was added stands out. */
function Whole({
  title,
  look,
  pattern,
  given,
  own,
}: {
  title: string
  look: 'yours' | 'worked'
  pattern: ActivityOf<'fading'>['pattern']
  given: Readonly<Record<string, string>>
  own: Readonly<Record<string, string>>
}) {
  return (
    <div className={styles['whole']} data-look={look}>
      <h5>{title}</h5>
      <p>
        {pattern.map(({ id }) => (
          <Fragment key={id}>{given[id] === undefined ? <mark>{own[id]?.trim()}</mark> : given[id]} </Fragment>
        ))}
      </p>
    </div>
  )
}
