import { type RefObject, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import option from '#components/ui/option.module.css'
import type { Assemble } from '#lib/activity/assemble.ts'
import styles from './assemble.module.css'

/** Which sentences belong? Going on opens with as many as there are; which ones is the question. */
export function ChooseScreen({
  sentences,
  most,
  chosen,
  heading,
  ready,
  words,
  onChoose,
  onNext,
}: {
  sentences: Assemble['sentences']
  /** how many belong */
  most: number
  chosen: readonly string[]
  heading: RefObject<HTMLHeadingElement | null>
  ready: boolean
  words: (key: string, values?: Record<string, string | number>) => string
  onChoose(chosen: string[]): void
  onNext(): void
}) {
  const [asked, setAsked] = useState(false)
  const over = chosen.length - most
  const hint = over > 0 ? words('too-many', { count: over }) : over < 0 ? words('too-few', { count: -over }) : ''

  return (
    <div className={styles['screen']}>
      <h4 ref={heading} tabIndex={-1}>
        {words('choose', { count: most, total: sentences.length })}
      </h4>
      <fieldset className={option['group']}>
        <legend className="visually-hidden">{words('choose', { count: most, total: sentences.length })}</legend>
        {sentences.map(({ id, text }) => (
          <label key={id} className={`${option['option']} ${styles['sentence']}`}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              disabled={!ready}
              onChange={(event) => onChoose(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
            />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
      <div className={styles['go']}>
        <p className={styles['count']} role="status">
          {words('chosen', { chosen: chosen.length, count: most })}
          {asked && hint ? <b> {hint}</b> : null}
        </p>
        <Button
          look="primary"
          disabled={!ready}
          onClick={() => {
            setAsked(true)
            if (over === 0) onNext()
          }}
        >
          {words('to-order')}
        </Button>
      </div>
    </div>
  )
}
