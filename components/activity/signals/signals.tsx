'use client'

import { useState } from 'react'
import type { ActivityProps } from '#components/activity/island.tsx'
import { useFocusOn } from '#components/activity/parts/use-focus-on.ts'
import { record } from '#components/device/record.ts'
import { useStatements } from '#components/device/use-statements.ts'
import { Box } from '#components/ui/box.tsx'
import { Button } from '#components/ui/button.tsx'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { countSignals, lastOpened, type MarksResponse, toggleMark } from '#lib/activity/signals.ts'
import { say } from '#lib/message/format.ts'
import { OpenedScene } from './opened-scene.tsx'
import { SceneToMark } from './scene-to-mark.tsx'
import styles from './signals.module.css'

/**
 * A scene in prose. The learner marks the sentences that say something; then each mark opens what it might mean, what it might
 * not, and what to ask; then the same for those not noticed. Marks are free to move until they are opened.
 */
export default function Signals({ data, object, contentHash, messages, locale }: ActivityProps<ActivityOf<'signals'>>) {
  const statements = useStatements(object)
  /** marks of a round begun in this page and not opened yet */
  const [fresh, setFresh] = useState<readonly string[] | null>(null)
  const [moved, setMoved] = useState(0)
  const screen = useFocusOn<HTMLHeadingElement>(moved || null)
  const kept = statements && lastOpened(data, statements)
  const opened = fresh ? null : kept
  const marks = fresh ?? []
  const words = (key: string, values = {}) => say(messages, `signals-${key}`, values, locale)
  const { noticed, count } = countSignals(data.segments, opened?.marks ?? [])

  function open(response: MarksResponse) {
    record({ verb: 'answered', object, contentHash, result: { response, ...(response.rest ? { completion: true } : {}) } })
    setFresh(null)
    setMoved(moved + 1)
  }
  function openMarks() {
    const all = countSignals(data.segments, marks)
    open({ marks: [...marks], ...(all.noticed === all.count ? { rest: true } : {}) })
  }

  return (
    <Box id={`activity-${data.id}`} kicker={words('kicker')} title={data.title} lead={data.lead}>
      <p className={styles['setting']}>{data.setting}</p>
      {opened ? (
        <>
          <h4 className={styles['heading']} ref={screen} tabIndex={-1}>
            {opened.rest ? words('result', { noticed, count }) : words('opened')}
          </h4>
          <OpenedScene segments={data.segments} opened={opened} words={words} />
          {opened.rest ? (
            <>
              <p className={styles['closing']}>{data.closing}</p>
              <Button
                onClick={() => {
                  setFresh([])
                  setMoved(moved + 1)
                }}
              >
                {words('again')}
              </Button>
            </>
          ) : (
            <Button look="primary" onClick={() => open({ marks: [...opened.marks], rest: true })}>
              {words('rest', { count: count - noticed })}
            </Button>
          )}
        </>
      ) : (
        <>
          <h4 className={styles['how']} ref={screen} tabIndex={-1}>
            {words('how', { count: data.most })}
          </h4>
          <SceneToMark
            segments={data.segments}
            marks={marks}
            full={marks.length >= data.most}
            ready={statements !== null}
            toggle={(id) => setFresh(toggleMark(data, marks, id))}
          />
          <div className={styles['bar']}>
            <p role="status">{words(marks.length < data.most ? 'marked' : 'full', { marked: marks.length, most: data.most })}</p>
            <Button look="primary" disabled={marks.length === 0} onClick={openMarks}>
              {words('open', { count: marks.length })}
            </Button>
          </div>
        </>
      )}
    </Box>
  )
}
