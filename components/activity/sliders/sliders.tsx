'use client'

import { useState } from 'react'
import type { ActivityProps } from '#components/activity/island.tsx'
import { StepCount } from '#components/activity/parts/step-count.tsx'
import { useFocusOn } from '#components/activity/parts/use-focus-on.ts'
import { newId, record } from '#components/device/record.ts'
import { useStatements } from '#components/device/use-statements.ts'
import { Box } from '#components/ui/box.tsx'
import { Button } from '#components/ui/button.tsx'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { latestSliders, middle, placeOf, type SlidersResponse, standing, type Values } from '#lib/activity/sliders.ts'
import { say } from '#lib/message/format.ts'
import { Ends, Slider } from './slider.tsx'
import styles from './sliders.module.css'
import { Track } from './track.tsx'

/** One judgement at a time, compared with a range and its reason; all of them in one picture at the end. */
export default function Sliders({ data, object, contentHash, messages, locale }: ActivityProps<ActivityOf<'sliders'>>) {
  const statements = useStatements(object)
  /** a round begun again in this page; recorded with its first response */
  const [attempt, setAttempt] = useState<string | null>(null)
  const [values, setValues] = useState<Values>({})
  /** the row whose range is on the screen */
  const [showing, setShowing] = useState<string | null>(null)
  const [moved, setMoved] = useState(0)
  const screen = useFocusOn<HTMLDivElement>(moved || null)

  const kept = statements && latestSliders(data, statements)
  const round = kept && (attempt === null || kept.attempt === attempt) ? kept : null
  const given: ReadonlyMap<string, Values> = round?.given ?? new Map()
  const row = data.rows.find(({ id }) => (showing ? id === showing : !given.has(id)))
  const shown = row && given.get(row.id)
  const last = data.rows.every(({ id }) => given.has(id) || id === row?.id)
  const t = (key: string, values = {}) => say(messages, key, values, locale)

  function compare() {
    if (!row) return
    const response: SlidersResponse = { row: row.id, values: Object.fromEntries(data.scales.map(({ id }) => [id, values[id] ?? middle])) }
    record({
      verb: 'answered',
      object,
      contentHash,
      attempt: round?.attempt ?? attempt ?? newId(),
      result: { response, ...(last ? { completion: true } : {}) },
    })
    setShowing(row.id)
    setMoved(moved + 1)
  }
  function next() {
    setShowing(null)
    setValues({})
    setMoved(moved + 1)
  }
  function again() {
    setAttempt(newId())
    next()
  }

  return (
    <Box id={`activity-${data.id}`} kicker={t('sliders-kicker')} title={data.title} lead={data.lead}>
      {row ? (
        <>
          <StepCount
            place={data.rows.indexOf(row)}
            total={data.rows.length}
            label={t('sliders-step', { place: data.rows.indexOf(row) + 1, total: data.rows.length })}
          />
          <div key={row.id} className={styles['screen']}>
            <h4 className={styles['row']} ref={shown ? undefined : screen} tabIndex={-1}>
              {row.text}
            </h4>
            <div className={styles['scales']} ref={shown ? screen : undefined} tabIndex={-1}>
              {data.scales.map((scale) => {
                const range = row.ranges[scale.id] ?? [0, 10]
                if (!shown) {
                  return (
                    <Slider
                      key={scale.id}
                      scale={scale}
                      value={values[scale.id] ?? middle}
                      set={(value) => setValues({ ...values, [scale.id]: value })}
                      disabled={statements === null}
                      t={t}
                    />
                  )
                }
                const value = shown[scale.id] ?? middle
                return (
                  <div key={scale.id} className={styles['scale']}>
                    <p className={styles['head']}>
                      <b>{scale.label}</b>
                    </p>
                    <Track range={range} value={value} />
                    <Ends scale={scale} />
                    <p className={styles['verdict']}>
                      {t(`sliders-${placeOf(value, range)}`, { value, from: range[0], to: range[1], low: scale.low, high: scale.high })}
                    </p>
                  </div>
                )
              })}
              {shown ? <p className={styles['why']}>{row.why}</p> : null}
            </div>
          </div>
          <div className={styles['actions']}>
            {shown ? (
              <Button look="primary" onClick={next}>
                {t(last ? 'sliders-finish' : 'sliders-next')}
              </Button>
            ) : (
              <Button look="primary" onClick={compare} disabled={statements === null}>
                {t('sliders-compare')}
              </Button>
            )}
          </div>
        </>
      ) : (
        <div className={styles['screen']} ref={screen} tabIndex={-1}>
          <h4 className={styles['result']}>{t('sliders-result')}</h4>
          <p className={styles['legend']}>{t('sliders-legend')}</p>
          <ol className={styles['rows']} data-scales={data.scales.length}>
            {data.rows.map(({ id, text, ranges }) => (
              <li key={id}>
                <p>{text}</p>
                {data.scales.map((scale) => {
                  const range = ranges[scale.id] ?? [0, 10]
                  const value = given.get(id)?.[scale.id] ?? middle
                  const { label, low, high } = scale
                  return (
                    <div key={scale.id} className={styles['small']}>
                      <Track range={range} value={value} />
                      {data.scales.length > 1 ? <small aria-hidden="true">{label}</small> : <Ends scale={scale} />}
                      <span className="visually-hidden">
                        {label}. {t(`sliders-${placeOf(value, range)}`, { value, from: range[0], to: range[1], low, high })}
                      </span>
                    </div>
                  )
                })}
              </li>
            ))}
          </ol>
          {data.scales.map((scale) => {
            const { lean, inside, below, above } = standing(data, scale.id, given)
            const { label, low, high } = scale
            return (
              <p key={scale.id} className={styles['lean']}>
                {t(`sliders-lean-${lean}`, { label, low, high, inside, below, above, total: data.rows.length })}
              </p>
            )
          })}
          <div className={styles['actions']}>
            <Button onClick={again}>{t('sliders-again')}</Button>
          </div>
        </div>
      )}
      {row && !shown ? null : <p className={styles['whose']}>{data.whose}</p>}
    </Box>
  )
}
