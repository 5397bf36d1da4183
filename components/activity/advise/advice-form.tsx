'use client'

import { useId, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import option from '#components/ui/option.module.css'
import type { Advice, Advise } from '#lib/activity/advise.ts'
import styles from './advise.module.css'

type Part = 'practice' | 'condition' | 'risk'

/** Three choices, each shown when the one before it is made. */
export function AdviceForm({
  data,
  give,
  t,
}: {
  data: Advise
  give(advice: Omit<Advice, 'office'>): void
  t(key: string, values?: Record<string, string | number>): string
}) {
  const name = useId()
  const [chosen, choose] = useState<Partial<Record<Part, string>>>({})
  const { practice, condition, risk } = chosen
  const parts: { part: Part; options: readonly { id: string; text: string; label?: string }[] }[] = [
    { part: 'practice', options: data.practices.map(({ id, label, idea }) => ({ id, label, text: idea })) },
    ...(practice ? [{ part: 'condition' as const, options: data.conditions }] : []),
    ...(condition ? [{ part: 'risk' as const, options: data.risks }] : []),
  ]
  return (
    <div className={styles['form']}>
      {parts.map(({ part, options }) => (
        <fieldset key={part} className={option['group']}>
          <legend>{t(part)}</legend>
          {options.map(({ id, text, label }) => (
            <label key={id} className={option['option']}>
              <input
                type="radio"
                name={`${name} ${part}`}
                checked={chosen[part] === id}
                onChange={() => choose({ ...chosen, [part]: id })}
              />
              <span>
                {label ? <b className={styles['label']}>{label}</b> : null}
                {text}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      {practice && condition && risk ? (
        <Button look="primary" onClick={() => give({ practice, condition, risk })}>
          {t('give')}
        </Button>
      ) : null}
    </div>
  )
}
