import { type RefObject, useState } from 'react'
import { OwnField } from '#components/activity/parts/own-field.tsx'
import privacy from '#components/activity/private/private.module.css'
import { Button } from '#components/ui/button.tsx'
import { type Built, firstGap, type OwnPlan, type PlanBuilder } from '#lib/activity/plan-builder.ts'
import type { ModuleName } from '#lib/competency/reference.ts'
import styles from './plan-builder.module.css'

type Words = (key: string, values?: Record<string, string | number>) => string

/** An if–then plan for each of what was chosen, and the name of somebody who asks. */
export function PlanForm({
  data,
  built,
  modules,
  save,
  back,
  done,
  heading,
  t,
}: {
  data: PlanBuilder
  built: Built
  modules: readonly ModuleName[]
  save(built: Built): void
  back(): void
  done(): void
  heading: RefObject<HTMLHeadingElement | null>
  t: Words
}) {
  const [gap, setGap] = useState(false)
  const fieldId = (indicator: string, part: keyof OwnPlan) => `${data.id}-${indicator}-${part}`

  function finish() {
    const missing = firstGap(built)
    if (!missing) return done()
    setGap(true)
    document.getElementById(fieldId(missing.indicator, missing.part))?.focus()
  }

  return (
    <>
      <h4 className={styles['heading']} ref={heading} tabIndex={-1}>
        {t('plans')}
      </h4>
      <p className={styles['sentence']}>{t('example', { sentence: t('sentence', data.example) })}</p>
      {built.goals.map((id) => {
        const indicator = data.indicators.find((one) => one.id === id)
        const plan = built.plans[id] ?? { trigger: '', action: '' }
        const write = (change: Partial<OwnPlan>) => {
          setGap(false)
          save({ ...built, plans: { ...built.plans, [id]: { ...plan, ...change } } })
        }
        return (
          <fieldset key={id} className={styles['plan']} data-module={modules.find(({ slug }) => slug === indicator?.module)?.number}>
            <legend>{indicator?.text}</legend>
            <OwnField
              id={fieldId(id, 'trigger')}
              label={t('if')}
              rows={1}
              value={plan.trigger}
              disabled={false}
              onChange={(trigger) => write({ trigger })}
            />
            <OwnField
              id={fieldId(id, 'action')}
              label={t('then')}
              rows={1}
              value={plan.action}
              disabled={false}
              onChange={(action) => write({ action })}
            />
          </fieldset>
        )
      })}
      <div className={`${privacy['field']} ${styles['colleague']}`}>
        <label htmlFor={`${data.id}-colleague`}>{data.colleague.label}</label>
        <small id={`${data.id}-colleague-help`}>{data.colleague.help}</small>
        <input
          id={`${data.id}-colleague`}
          className={privacy['input']}
          aria-describedby={`${data.id}-colleague-help`}
          value={built.colleague}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => save({ ...built, colleague: event.currentTarget.value })}
        />
      </div>
      <p className={styles['gap']} role="status">
        {gap ? t('gap') : ''}
      </p>
      <div className={styles['turn']}>
        <Button onClick={back}>{t('back')}</Button>
        <Button look="primary" onClick={finish}>
          {t('see')}
        </Button>
      </div>
    </>
  )
}
