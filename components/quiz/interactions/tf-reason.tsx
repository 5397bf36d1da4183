import options from '#components/ui/option.module.css'
import styles from './interactions.module.css'
import type { ViewProps } from './view.ts'

/** True or false with its reason: one set of radio buttons, in two groups with their verdict as heading. */
export function TfReasonView({ item, value, onChange, labelledBy, say }: ViewProps<'tf-reason'>) {
  return (
    <div className={styles['verdicts']} role="radiogroup" aria-labelledby={labelledBy}>
      <blockquote className={styles['statement']}>{item.statement}</blockquote>
      {[true, false].map((verdict) => (
        <fieldset key={String(verdict)} className={options['group']}>
          <legend className={styles['verdict']}>{say(String(verdict))}</legend>
          {item.options
            .filter((option) => option.verdict === verdict)
            .map((option) => (
              <label key={option.id} className={options['option']}>
                <input type="radio" name={item.id} value={option.id} checked={value === option.id} onChange={() => onChange(option.id)} />
                <span>{option.text}</span>
              </label>
            ))}
        </fieldset>
      ))}
    </div>
  )
}
