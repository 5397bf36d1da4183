import type { RefObject } from 'react'
import { OrderList } from '#components/quiz/interactions/order-list.tsx'
import { Button } from '#components/ui/button.tsx'
import type { Assemble } from '#lib/activity/assemble.ts'
import styles from './assemble.module.css'

const keys: Readonly<Record<string, string>> = { place: 'place', moveUp: 'up', moveDown: 'down', moved: 'moved' }

/** The chosen sentences, to bring into the order of the parts, which stand above them. */
export function OrderScreen({
  id,
  data,
  chosen,
  heading,
  words,
  onOrder,
  onBack,
  onCheck,
}: {
  id: string
  data: Assemble
  chosen: readonly string[]
  heading: RefObject<HTMLHeadingElement | null>
  words: (key: string, values?: Readonly<Record<string, string | number>>) => string
  onOrder(order: string[]): void
  onBack(): void
  onCheck(): void
}) {
  return (
    <div className={styles['screen']}>
      <h4 ref={heading} tabIndex={-1} id={`${id}-order`}>
        {words('order')}
      </h4>
      <div className={styles['anatomy']}>
        <h5>{words('anatomy')}</h5>
        <ol>
          {data.parts.map(({ id: part, label }) => (
            <li key={part}>{label}</li>
          ))}
        </ol>
      </div>
      <OrderList
        options={chosen.flatMap((one) => data.sentences.find(({ id: known }) => known === one) ?? [])}
        value={chosen}
        onChange={onOrder}
        labelledBy={`${id}-order`}
        help={words('order-help')}
        say={(key, values) => words(keys[key] ?? key, values)}
      />
      <div className={styles['go']}>
        <Button look="quiet" onClick={onBack}>
          {words('back')}
        </Button>
        <Button look="primary" onClick={onCheck}>
          {words('check')}
        </Button>
      </div>
    </div>
  )
}
