import type { RefObject } from 'react'
import { CopyButton } from '#components/activity/parts/copy-button.tsx'
import { printOnly } from '#components/activity/parts/print-only.ts'
import print from '#components/activity/parts/print-sheet.module.css'
import { Button } from '#components/ui/button.tsx'
import { caseText, type ObjectionsState } from '#lib/activity/objections.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import styles from './objections.module.css'

/** The case with what was said against it and the replies, to copy or to print. */
export function WholeStep({
  data,
  state,
  heading,
  words,
}: {
  data: ActivityOf<'objections'>
  state: ObjectionsState
  heading: RefObject<HTMLHeadingElement | null>
  words: (key: string) => string
}) {
  return (
    <div className={`${styles['step']} ${print['sheet']}`} data-print-sheet>
      <h4 ref={heading} tabIndex={-1}>
        {words('whole')}
      </h4>
      <div className={styles['sheet']}>
        <dl className={styles['parts']}>
          {data.fields.map(({ id, label }) => (
            <div key={id}>
              <dt>{label}</dt>
              <dd>{state.parts[id]}</dd>
            </div>
          ))}
        </dl>
        <ul className={styles['talks']}>
          {data.colleagues.map(({ id, who, says }) => (
            <li key={id}>
              <p>
                <b>{who}</b> {says}
              </p>
              <p>
                <b>{words('mine')}</b> <span>{state.replies[id]}</span>
              </p>
            </li>
          ))}
        </ul>
      </div>
      <p>{data.closing}</p>
      <div className={styles['take']}>
        <CopyButton
          look="primary"
          text={caseText(data.title, state, data, words('mine'))}
          label={words('copy')}
          copied={words('copied')}
          failed={words('not-copied')}
        />
        <Button onClick={printOnly}>{words('print')}</Button>
      </div>
    </div>
  )
}
