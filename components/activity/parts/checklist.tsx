import option from '#components/ui/option.module.css'
import styles from './checklist.module.css'

/** Points that the learner ticks about their own text. No machine judges it. */
export function Checklist({
  legend,
  points,
  ticks,
  disabled,
  onTicks,
}: {
  legend: string
  points: readonly { id: string; text: string }[]
  ticks: readonly string[]
  disabled: boolean
  onTicks(ticks: string[]): void
}) {
  return (
    <fieldset className={`${option['group']} ${styles['checklist']}`}>
      <legend>{legend}</legend>
      {points.map(({ id, text }) => (
        <label key={id} className={option['option']}>
          <input
            type="checkbox"
            checked={ticks.includes(id)}
            disabled={disabled}
            onChange={(event) => onTicks(event.target.checked ? [...ticks, id] : ticks.filter((one) => one !== id))}
          />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  )
}
