import { type RefObject, useId } from 'react'
import privacy from '#components/activity/private/private.module.css'
import option from '#components/ui/option.module.css'
import type { Rated, RatingData } from '#lib/activity/rating.ts'
import type { ModuleName } from '#lib/competency/reference.ts'
import styles from './rating.module.css'
import { Steps } from './rating-picture.tsx'

/**
 * One indicator on the scale, with a field for an example. In the colour of the module in which it is practised.
 * @param t keys: practised
 */
export function RatingStep({
  data,
  indicator,
  module,
  evidence,
  rated,
  ready,
  change,
  focus,
  t,
}: {
  data: RatingData
  indicator: RatingData['indicators'][number]
  module: ModuleName | undefined
  evidence: { label: string; help: string }
  rated: Rated
  ready: boolean
  change(rated: Rated): void
  focus: RefObject<HTMLFieldSetElement | null>
  t(key: string, values?: Record<string, string | number>): string
}) {
  const id = useId()
  return (
    <div data-module={module?.number}>
      {module ? <p className={styles['module']}>{t('practised', { number: module.number, title: module.title })}</p> : null}
      <fieldset className={styles['step']} ref={focus} tabIndex={-1}>
        <legend>{indicator.text}</legend>
        <div className={styles['options']}>
          {data.scale.map(({ id: step, label }, index) => (
            <label key={step} className={option['option']}>
              <input type="radio" name={`${id}-step`} checked={rated.step === step} disabled={!ready} onChange={() => change({ step })} />
              <span>{label}</span>
              <Steps now={index} of={data.scale.length} />
            </label>
          ))}
        </div>
      </fieldset>
      <div className={privacy['field']}>
        <label htmlFor={`${id}-evidence`}>{evidence.label}</label>
        <small id={`${id}-help`}>{evidence.help}</small>
        <textarea
          id={`${id}-evidence`}
          aria-describedby={`${id}-help`}
          className={privacy['input']}
          rows={2}
          value={rated.evidence ?? ''}
          disabled={!ready}
          onChange={(event) => change({ evidence: event.currentTarget.value })}
        />
      </div>
    </div>
  )
}
