import styles from './models.module.css'

export type ShownModel = { look: 'strong' | 'weak'; title: string; text: string; why: string }

/** Other versions to compare one's own with, side by side where there is room. Full line: strong; broken line: weak. */
export function Models({ models, why }: { models: readonly ShownModel[]; why: string }) {
  return (
    <div className={styles['models']}>
      {models.map(({ look, title, text, why: reason }) => (
        <div key={look} className={styles['model']} data-look={look}>
          <h5>{title}</h5>
          <blockquote>{text}</blockquote>
          <p>
            <b>{why}</b> {reason}
          </p>
        </div>
      ))}
    </div>
  )
}
