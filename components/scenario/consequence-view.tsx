import type { Ref } from 'react'
import { type Messages, say } from '#lib/message/format.ts'
import type { Choice, Scene, Skill } from '#lib/scenario/schema.ts'
import { Line } from './prose.tsx'
import styles from './scene.module.css'

/** What one chose, what happens, and why it matters. Nothing here says how good it was. */
export function ConsequenceView({
  scene,
  choice,
  skill,
  heading,
  messages,
}: {
  scene: Scene
  choice: Choice
  skill: Skill | undefined
  heading: Ref<HTMLHeadingElement>
  messages: Messages
}) {
  return (
    <>
      <p className={styles['when']}>{scene.when}</p>
      <div className={styles['chosen']}>
        <p className={styles['label']}>{say(messages, 'youChose')}</p>
        <p>
          <Line text={choice.text} />
        </p>
      </div>
      <h2 className={styles['happens']} ref={heading} tabIndex={-1}>
        {say(messages, 'happens')}
      </h2>
      <p className={styles['result']}>
        <Line text={choice.result} />
      </p>
      <div className={styles['why']}>
        <h3>{say(messages, 'why')}</h3>
        {skill ? <p className={styles['label']}>{skill.label}</p> : null}
        <p>
          <Line text={choice.feedback} />
        </p>
      </div>
    </>
  )
}
