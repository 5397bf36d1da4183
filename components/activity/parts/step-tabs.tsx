import styles from './step-tabs.module.css'

export type Step = { id: string; label: string; done: boolean; closed?: boolean }

/** The steps of something longer: go to any that is open; what is done has a mark. One step alone is none. */
export function StepTabs({
  label,
  steps,
  at,
  done,
  onStep,
}: {
  label: string
  steps: readonly Step[]
  /** index of the step on the screen */
  at: number
  /** said after the label of a step that is done */
  done: string
  onStep(index: number): void
}) {
  if (steps.length < 2) return null
  return (
    <nav aria-label={label} className={styles['nav']}>
      <ol className={styles['steps']}>
        {steps.map((step, index) => (
          <li key={step.id}>
            <button type="button" aria-current={index === at ? 'step' : undefined} disabled={step.closed} onClick={() => onStep(index)}>
              <span>{step.label}</span>
              {step.done ? (
                <>
                  <svg viewBox="0 0 16 16" aria-hidden="true">
                    <path d="m3.5 8.5 3 3 6-7" />
                  </svg>
                  <span className="visually-hidden">{done}</span>
                </>
              ) : null}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
