import { Button } from '#components/ui/button.tsx'
import type { Flow } from '#lib/toolkit/information-flow.ts'
import { FlowSample } from './flow-shapes.tsx'
import styles from './information-flow.module.css'
import type { Words } from './words.ts'

/** The map in words, one line for each flow, numbered as in the drawing. Equal to it, and the place where one changes it. */
export function FlowList({
  flows,
  changing,
  words,
  onFocus,
  onPoint,
  onChange,
  onRemove,
}: {
  flows: readonly Flow[]
  changing: string | null
  words: Words
  /** the flow in which the focus is */
  onFocus(flow: number | null): void
  /** the flow to which one points */
  onPoint(flow: number | null): void
  onChange(flow: Flow): void
  onRemove(flow: Flow): void
}) {
  return (
    <ol className={styles['list']}>
      {flows.map((flow, index) => {
        const number = index + 1
        return (
          <li
            key={flow.id}
            id={`flow-${number}`}
            data-changing={flow.id === changing || undefined}
            onFocus={() => onFocus(index)}
            onBlur={() => onFocus(null)}
            onPointerEnter={() => onPoint(index)}
            onPointerLeave={() => onPoint(null)}
          >
            <span className={styles['number']} data-vital={flow.vital || undefined}>
              {number}
            </span>
            <div className={styles['said']}>
              <p className={styles['route']}>
                <span aria-hidden="true">{words('gives-to', { from: flow.from, to: flow.to })}</span>
                <span className="visually-hidden">{words('gives-to-aloud', { from: flow.from, to: flow.to })}</span>
              </p>
              <p className={styles['what']}>{flow.what}</p>
              <p className={styles['details']}>
                <FlowSample look={flow.way} />{' '}
                {[words(flow.way), flow.often, flow.vital ? words('is-vital') : ''].filter(Boolean).join(' · ')}
              </p>
              {flow.breaks ? (
                <p className={styles['breaks']}>
                  <b>{words('does-break')}</b> {flow.breaks}
                </p>
              ) : null}
            </div>
            <div className={styles['do']}>
              <Button look="quiet" onClick={() => onChange(flow)}>
                {words('change')}
                <span className="visually-hidden"> {words('of-flow', { number })}</span>
              </Button>
              <Button look="quiet" onClick={() => onRemove(flow)}>
                {words('remove')}
                <span className="visually-hidden"> {words('of-flow', { number })}</span>
              </Button>
            </div>
          </li>
        )
      })}
    </ol>
  )
}
