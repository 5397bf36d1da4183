import options from '#components/ui/option.module.css'
import type { ViewProps } from './view.ts'

/** Single choice: radio buttons. */
export function SingleView({ item, value, onChange, labelledBy }: ViewProps<'single'>) {
  return (
    <fieldset className={options['group']} aria-labelledby={labelledBy}>
      {item.options.map((option) => (
        <label key={option.id} className={options['option']}>
          <input type="radio" name={item.id} value={option.id} checked={value === option.id} onChange={() => onChange(option.id)} />
          <span>{option.text}</span>
        </label>
      ))}
    </fieldset>
  )
}
