import { type RefObject, useEffect, useRef } from 'react'
import { Button } from '#components/ui/button.tsx'
import type { ActivityOf } from '#lib/activity/schema.ts'
import styles from './fading.module.css'
import { Spine } from './spine.tsx'

type Words = (key: string, values?: Record<string, string | number>) => string

/** The worked example: one part after the other, each with why it works. */
export function ReadStep({
  data,
  read,
  ready,
  heading,
  words,
  onRead,
  onNext,
}: {
  data: ActivityOf<'fading'>
  /** parts that are open */
  read: number
  ready: boolean
  heading: RefObject<HTMLHeadingElement | null>
  words: Words
  onRead(read: number): void
  onNext(): void
}) {
  const latest = useRef<HTMLLIElement>(null)
  const pressed = useRef(false)
  const { pattern, example } = data
  const more = read < pattern.length

  // biome-ignore lint/correctness/useExhaustiveDependencies: a part has opened
  useEffect(() => {
    if (pressed.current) latest.current?.focus()
    pressed.current = false
  }, [read])

  return (
    <div className={styles['step']}>
      <h4 ref={heading} tabIndex={-1}>
        {words('read')}
      </h4>
      <p>{example.situation}</p>
      <Spine
        parts={pattern.map(({ id, label, help }, index) => ({
          id,
          label,
          full: index < read,
          ref: index === read - 1 ? latest : undefined,
          body:
            index < read ? (
              <>
                <p className={styles['said']}>{example.parts[id]}</p>
                <p className={styles['why']}>{example.why[id]}</p>
              </>
            ) : (
              <p className={styles['why']}>{help}</p>
            ),
        }))}
      />
      <div>
        <Button
          look="primary"
          disabled={!ready}
          onClick={() => {
            if (!more) return onNext()
            pressed.current = true
            onRead(read + 1)
          }}
        >
          {words(more ? 'next-part' : 'to-half')}
        </Button>
      </div>
    </div>
  )
}
