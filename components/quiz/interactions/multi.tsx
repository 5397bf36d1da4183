import options from '#components/ui/option.module.css'
import styles from './interactions.module.css'
import type { ViewProps } from './view.ts'

/** Multiple response: checkboxes, and how many are chosen. None is locked; too many is said, not prevented. */
export function MultiView({ item, value, onChange, labelledBy, say }: ViewProps<'multi'>) {
  const chosen = item.options.map((option) => option.id).filter((id) => Array.isArray(value) && value.includes(id))
  const over = chosen.length - item.choose
  const count =
    over > 0 ? say('chosenTooMany', { count: chosen.length, over }) : say('chosen', { count: chosen.length, choose: item.choose })
  return (
    <fieldset className={options['group']} aria-labelledby={labelledBy} aria-describedby={`${labelledBy}-count`}>
      {item.options.map(({ id, text }) => (
        <label key={id} className={options['option']}>
          <input
            type="checkbox"
            name={item.id}
            value={id}
            checked={chosen.includes(id)}
            onChange={(event) => onChange(event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
          />
          <span>{text}</span>
        </label>
      ))}
      <p className={styles['count']} id={`${labelledBy}-count`} role="status">
        {count}
      </p>
    </fieldset>
  )
}
