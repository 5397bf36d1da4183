/** The grid as files. What one sees and what is in the file are made of the same rows. */

import { buttonClass } from '#components/ui/button.tsx'
import { type View, writeView } from '#lib/cohort/grid-view.ts'
import { say } from '#lib/message/format.ts'
import styles from './facilitate.module.css'
import type { Clock } from './say-when.ts'

export function ExportLinks({
  cohort,
  path,
  view,
  shown,
  people,
  clock: { messages, locale },
}: {
  cohort: string
  path: string
  view: View
  /** how many the view is of, over all its pages */
  shown: number
  people: number
  clock: Clock
}) {
  const file = (parameters: string) => `/api/cohorts/${cohort}/export?${parameters}`
  const narrowed = writeView({ ...view, page: 1 }).slice(1)
  return (
    <section className={styles['section']} aria-labelledby="files-title">
      <h2 id="files-title">{say(messages, 'export')}</h2>
      <ul className={`${styles['files']} ${styles['buttons']}`}>
        <li>
          <a className={buttonClass()} href={`${path}/summary`}>
            {say(messages, 'print')}
          </a>
        </li>
        <li>
          <a className={buttonClass()} href={file('what=people')} download>
            {say(messages, 'export-people')}
          </a>
        </li>
        <li>
          <a className={buttonClass()} href={file('what=totals')} download>
            {say(messages, 'export-totals')}
          </a>
        </li>
        {shown < people && shown > 0 ? (
          <li>
            <a className={buttonClass()} href={file(`what=people&${narrowed}`)} download>
              {say(messages, 'export-shown', { count: shown }, locale)}
            </a>
          </li>
        ) : null}
      </ul>
      <p className={styles['soft']}>
        {say(messages, 'export-note')}{' '}
        <a href={file('what=people&bom=no')} download>
          {say(messages, 'export-people-plain')}
        </a>
        {', '}
        <a href={file('what=totals&bom=no')} download>
          {say(messages, 'export-totals-plain')}
        </a>
        .
      </p>
    </section>
  )
}
