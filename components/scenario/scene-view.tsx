import type { Ref } from 'react'
import { type Messages, say } from '#lib/message/format.ts'
import type { Choice, Scene } from '#lib/scenario/schema.ts'
import { Line, Prose } from './prose.tsx'
import styles from './scene.module.css'

/** One decision: place and time, what is going on, and what one can do, as full sentences. */
export function SceneView({
  scene,
  choices,
  note,
  heading,
  onChoose,
  messages,
}: {
  scene: Scene
  /** those offered, in the order to show */
  choices: readonly Choice[]
  note: { text: string; choice: Choice | null } | null
  heading: Ref<HTMLHeadingElement>
  onChoose(choice: string): void
  messages: Messages
}) {
  return (
    <>
      {note ? (
        <div className={styles['note']}>
          <p>{note.text}</p>
          {note.choice ? (
            <>
              <p>{say(messages, 'backLast', { choice: note.choice.text })}</p>
              <p>
                <Line text={note.choice.result} />
              </p>
            </>
          ) : null}
        </div>
      ) : null}
      <p className={styles['when']}>{scene.when}</p>
      <h2 className={styles['title']} ref={heading} tabIndex={-1}>
        {scene.title}
      </h2>
      <Prose text={scene.text} />
      <h3 className={styles['ask']} id="scenario-choices">
        {say(messages, 'choose')}
      </h3>
      <ul className={styles['choices']} aria-labelledby="scenario-choices">
        {choices.map((choice) => (
          <li key={choice.id}>
            <button className={styles['choice']} type="button" onClick={() => onChoose(choice.id)}>
              <span>
                <Line text={choice.text} />
              </span>
              <Arrow />
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function Arrow() {
  return (
    <svg className={styles['arrow']} viewBox="0 0 20 12" aria-hidden="true">
      <path d="M0 6h18M13 1l5 5-5 5" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </svg>
  )
}
