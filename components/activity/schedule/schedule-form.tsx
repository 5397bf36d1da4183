import { Watch } from '#components/activity/parts/watch.tsx'
import privacy from '#components/activity/private/private.module.css'
import fold from '#components/ui/fold.module.css'
import { findVague, roleOfField, type ScheduleLine } from '#lib/activity/schedule.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import styles from './schedule.module.css'

type Field = ActivityOf<'schedule'>['fields'][number]
type Words = (key: string, values?: Record<string, string | number>) => string

/** One contact: the fields to fill before the meeting, and those to fill after it, folded away until then. */
export function ScheduleForm({
  id,
  data,
  line,
  number,
  disabled,
  words,
  onChange,
}: {
  id: string
  data: ActivityOf<'schedule'>
  line: ScheduleLine
  number: number
  disabled: boolean
  words: Words
  onChange(line: ScheduleLine): void
}) {
  const split = data.fields.findIndex((field) => field.id === roleOfField.outcome)
  const before = split === -1 ? data.fields : data.fields.slice(0, split)
  const after = split === -1 ? [] : data.fields.slice(split)
  const vague = findVague(line[roleOfField.objective] ?? '', data.vague)

  const field = ({ id: name, label, help, type }: Field) => {
    const key = `${id}-${name}`
    const props = {
      id: key,
      className: privacy['input'],
      value: line[name] ?? '',
      disabled,
      'aria-describedby': `${key}-help`,
      onChange: (event: { target: { value: string } }) => onChange({ ...line, [name]: event.target.value }),
    }
    return (
      <div key={name} className={privacy['field']} data-type={type}>
        <label htmlFor={key}>{label}</label>
        <small id={`${key}-help`}>{help}</small>
        {type === 'long' ? <textarea rows={2} {...props} /> : <input type={type} autoComplete="off" {...props} />}
        {name === roleOfField.objective ? <Watch findings={vague} line={({ word, advice }) => words('vague', { word, advice })} /> : null}
      </div>
    )
  }

  return (
    <fieldset className={styles['line']}>
      <legend>{words('line', { count: number })}</legend>
      <div className={styles['fields']}>{before.map(field)}</div>
      {after.length > 0 ? (
        <details className={styles['after']}>
          <summary className={fold['summary']}>{words('after')}</summary>
          <div className={styles['fields']}>{after.map(field)}</div>
        </details>
      ) : null}
    </fieldset>
  )
}
