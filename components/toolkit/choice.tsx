import privacy from '#components/activity/private/private.module.css'

/** A list of which one is chosen. */
export function Choice({
  id,
  label,
  options,
  value,
  onChange,
}: {
  id: string
  label: string
  /** the first may stand for none */
  options: readonly { id: string; text: string }[]
  value: string
  onChange(value: string): void
}) {
  return (
    <div className={privacy['field']}>
      <label htmlFor={id}>{label}</label>
      <select id={id} className={privacy['input']} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  )
}
