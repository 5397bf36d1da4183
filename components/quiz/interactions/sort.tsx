import option from '#components/ui/option.module.css'
import { isPlacement } from '#lib/quiz/id-list.ts'
import styles from './interactions.module.css'
import type { ViewProps } from './view.ts'

/** Categorising: a set of radio buttons for each card. */
export function SortView({ item, value, onChange, labelledBy }: ViewProps<'sort'>) {
  const cards = item.cards.map((card) => card.id)
  const categories = item.categories.map((category) => category.id)
  const given = isPlacement(value, cards, categories) ? value : {}
  return (
    // biome-ignore lint/a11y/useSemanticElements: the stem above is its label; a fieldset would want a legend of its own
    <div role="group" aria-labelledby={labelledBy} className={styles['cards']}>
      {item.cards.map((card) => (
        <fieldset key={card.id} className={styles['card']}>
          <legend>{card.text}</legend>
          <div className={styles['chips']}>
            {item.categories.map((category) => (
              <label key={category.id} className={styles['chip']}>
                <input
                  className={option['radio']}
                  type="radio"
                  name={`${item.id}-${card.id}`}
                  value={category.id}
                  checked={given[card.id] === category.id}
                  onChange={() => onChange({ ...given, [card.id]: category.id })}
                />
                <span>{category.text}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  )
}
