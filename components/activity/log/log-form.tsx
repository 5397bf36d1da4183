import type { Ref } from 'react'
import privacy from '#components/activity/private/private.module.css'
import option from '#components/ui/option.module.css'
import type { LogRow } from '#lib/activity/log.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import styles from './log.module.css'

/** Up to this many short options are shown all at once; more go into a list. */
const mostChips = 5

/** One row: what it was, the choices about it, how strong. */
export function LogForm({
  id,
  data,
  row,
  title,
  disabled,
  heading,
  words,
  onChange,
}: {
  id: string
  data: ActivityOf<'log'>
  row: LogRow
  title: string
  disabled: boolean
  heading: Ref<HTMLLegendElement>
  words: (key: string, values?: Record<string, string | number>) => string
  onChange(row: LogRow): void
}) {
  const choose = (choice: string, value: string) => {
    const { [choice]: _, ...others } = row.choices
    onChange({ ...row, choices: value ? { ...others, [choice]: value } : others })
  }
  return (
    <fieldset className={styles['form']}>
      <legend ref={heading} tabIndex={-1}>
        {title}
      </legend>
      <div className={privacy['field']}>
        <label htmlFor={`${id}-entry`}>{data.entry.label}</label>
        <small id={`${id}-entry-help`}>{data.entry.help}</small>
        <textarea
          id={`${id}-entry`}
          className={`${privacy['input']} ${styles['entry']}`}
          rows={2}
          maxLength={300}
          disabled={disabled}
          aria-describedby={`${id}-entry-help`}
          value={row.entry}
          onChange={(event) => onChange({ ...row, entry: event.target.value })}
        />
      </div>
      {data.choices.map((choice) =>
        choice.options.length <= mostChips ? (
          <fieldset key={choice.id} className={styles['chips']} aria-describedby={`${id}-${choice.id}-help`}>
            <legend>{choice.label}</legend>
            <small id={`${id}-${choice.id}-help`}>{choice.help}</small>
            <div>
              {choice.options.map(({ id: value, label }) => (
                <label key={value}>
                  <input
                    type="radio"
                    className={option['radio']}
                    name={`${id}-${choice.id}`}
                    checked={row.choices[choice.id] === value}
                    disabled={disabled}
                    onChange={() => choose(choice.id, value)}
                  />
                  {label}
                </label>
              ))}
            </div>
          </fieldset>
        ) : (
          <div key={choice.id} className={privacy['field']}>
            <label htmlFor={`${id}-${choice.id}`}>{choice.label}</label>
            <small id={`${id}-${choice.id}-help`}>{choice.help}</small>
            <select
              id={`${id}-${choice.id}`}
              className={privacy['input']}
              disabled={disabled}
              aria-describedby={`${id}-${choice.id}-help`}
              value={row.choices[choice.id] ?? ''}
              onChange={(event) => choose(choice.id, event.target.value)}
            >
              <option value="">{words('choose')}</option>
              {choice.options.map(({ id: value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </div>
        ),
      )}
      {data.strength ? (
        <fieldset className={styles['strength']}>
          <legend>{words('strength', { label: data.strength.label, value: row.strength ?? words('unset') })}</legend>
          <div>
            {Array.from({ length: 10 }, (_, index) => index + 1).map((value) => (
              <label key={value} data-on={(row.strength ?? 0) >= value || undefined}>
                <input
                  type="radio"
                  className="visually-hidden"
                  name={`${id}-strength`}
                  checked={row.strength === value}
                  disabled={disabled}
                  onChange={() => onChange({ ...row, strength: value })}
                />
                <span style={{ blockSize: `${12 + value * 6}%` }} />
                {value}
              </label>
            ))}
          </div>
          <p className={styles['ends']} aria-hidden="true">
            <span>{data.strength.low}</span>
            <span>{data.strength.high}</span>
          </p>
        </fieldset>
      ) : null}
    </fieldset>
  )
}
