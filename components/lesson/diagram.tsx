import { type ComponentType, useId } from 'react'
import type { DiagramName } from '#lib/course/diagram-names.ts'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './diagram.module.css'
import { FiveComponents } from './diagrams/five-components.tsx'
import { FourTypes } from './diagrams/four-types.tsx'
import { HearUnderstandVerify } from './diagrams/hear-understand-verify.tsx'
import { ListAndNetwork } from './diagrams/list-and-network.tsx'
import { NinetyEight } from './diagrams/ninety-eight.tsx'
import { SolidAndDotted } from './diagrams/solid-and-dotted.tsx'
import { ThreeComponents } from './diagrams/three-components.tsx'

const drawings: Record<DiagramName, ComponentType<{ messages: Messages }>> = {
  'five-components': FiveComponents,
  'four-types': FourTypes,
  'hear-understand-verify': HearUnderstandVerify,
  'list-and-network': ListAndNetwork,
  'ninety-eight': NinetyEight,
  'solid-and-dotted': SolidAndDotted,
  'three-components': ThreeComponents,
}

/**
 * A drawing made for this course, with its caption and the same in words for everybody who wants them.
 * The names are listed in lib/course/diagram-names.ts, which content:check reads.
 */
export function Diagram({ name, title, description, messages }: { name: string; title: string; description: string; messages: Messages }) {
  const id = useId()
  const Drawing = (drawings as Record<string, ComponentType<{ messages: Messages }>>)[name]
  if (!Drawing) {
    if (process.env.NODE_ENV === 'production') throw new Error(`There is no drawing “${name}” in components/lesson/diagrams.`)
    return <mark>{name}</mark>
  }
  return (
    <figure className={styles['figure']}>
      <div role="img" aria-labelledby={`${id}-title`} aria-describedby={`${id}-words`}>
        <Drawing messages={messages} />
      </div>
      <figcaption>
        <span className={styles['title']} id={`${id}-title`}>
          {title}
        </span>
        <details className={styles['long']}>
          <summary>{say(messages, 'diagram-long')}</summary>
          <p id={`${id}-words`}>{description}</p>
        </details>
      </figcaption>
    </figure>
  )
}
