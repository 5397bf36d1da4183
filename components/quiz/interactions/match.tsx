import { isPlacement } from '#lib/quiz/id-list.ts'
import styles from './interactions.module.css'
import type { ViewProps } from './view.ts'

/** Matching: the right sides with letters, and a list of the letters for each left side. */
export function MatchView({ item, value, onChange, labelledBy, say }: ViewProps<'match'>) {
  const lefts = item.lefts.map((left) => left.id)
  const rights = item.rights.map((right) => right.id)
  const given = isPlacement(value, lefts, rights) ? value : {}
  const letter = (index: number) => String.fromCharCode(65 + index)
  return (
    // biome-ignore lint/a11y/useSemanticElements: the stem above is its label; a fieldset would want a legend of its own
    <div role="group" aria-labelledby={labelledBy} className={styles['match']}>
      <div>
        <h3 className={styles['small']}>{say('descriptions')}</h3>
        <ul className={styles['letters']}>
          {item.rights.map((right, index) => (
            <li key={right.id}>
              <span className={styles['letter']}>{letter(index)}</span>
              {right.text}
            </li>
          ))}
        </ul>
      </div>
      <ul className={styles['pairs']}>
        {item.lefts.map((left) => (
          <li key={left.id}>
            <label htmlFor={`${labelledBy}-${left.id}`}>{left.text}</label>
            <select
              id={`${labelledBy}-${left.id}`}
              value={given[left.id] ?? ''}
              onChange={(event) => onChange({ ...given, [left.id]: event.currentTarget.value })}
            >
              <option value="" disabled>
                {say('choose')}
              </option>
              {item.rights.map((right, index) => (
                <option key={right.id} value={right.id}>
                  {letter(index)}: {right.text}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </div>
  )
}
