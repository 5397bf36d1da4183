'use client'

import { type CSSProperties, useEffect, useMemo, useRef, useState } from 'react'
import { drawFlows } from '#lib/toolkit/flow-layout.ts'
import { shapesOf } from '#lib/toolkit/flow-picture.ts'
import type { FlowMap } from '#lib/toolkit/information-flow.ts'
import { FlowSample, FlowShapes } from './flow-shapes.tsx'
import styles from './information-flow.module.css'
import type { Words } from './words.ts'

/** Before the page has been measured: the width of a small telephone. */
const narrow = 328
/** 14 px become 12 */
const smallest = 0.86

/** The map as a picture, made from the list for the width there is. For a screen reader one picture: the list says all of it. */
export function FlowDrawing({
  map,
  on,
  words,
  onFlow,
}: {
  map: FlowMap
  /** the flow that one looks at in the list */
  on: number | null
  words: Words
  onFlow(flow: number): void
}) {
  const area = useRef<HTMLDivElement>(null)
  const [space, setSpace] = useState(narrow)
  useEffect(() => {
    const box = area.current
    if (!box) return
    const watch = new ResizeObserver(([entry]) => entry && setSpace(Math.max(240, Math.floor(entry.contentRect.width))))
    watch.observe(box)
    return () => watch.disconnect()
  }, [])
  const layout = useMemo(() => drawFlows(map.flows, space), [map.flows, space])
  const shapes = useMemo(() => shapesOf(layout, map.flows, map.me), [layout, map])
  // a little smaller where that is enough; otherwise it is scrolled, as words must stay legible
  const size = Math.min(layout.width, Math.max(space, layout.width * smallest))
  const wider = size > space + 1
  const has = {
    formal: map.flows.some(({ way }) => way === 'formal'),
    informal: map.flows.some(({ way }) => way === 'informal'),
    vital: map.flows.some(({ vital }) => vital),
    cut: map.flows.some(({ breaks }) => breaks !== ''),
  }
  return (
    <>
      <div
        ref={area}
        className={styles['area']}
        // what scrolls sideways must be reached with the keyboard
        {...(wider ? { role: 'region', tabIndex: 0, 'aria-label': words('drawing-area') } : {})}
      >
        <svg
          className={styles['drawing']}
          viewBox={`0 0 ${layout.width} ${layout.height}`}
          style={{ '--own': `${size}px` } as CSSProperties}
          role="img"
          aria-label={words('drawing-label', {
            places: words('places', { count: layout.places.length }),
            flows: words('flows', { count: map.flows.length }),
          })}
          onPointerUp={({ target }) => {
            const flow = target instanceof Element ? target.getAttribute('data-flow') : null
            if (flow !== null) onFlow(Number(flow))
          }}
        >
          <FlowShapes shapes={shapes} on={on} />
        </svg>
      </div>
      <ul className={styles['legend']} aria-label={words('legend')}>
        {(['formal', 'informal', 'vital', 'cut'] as const).map((look) =>
          has[look] ? (
            <li key={look}>
              <FlowSample look={look} /> {words(`legend-${look}`)}
            </li>
          ) : null,
        )}
      </ul>
    </>
  )
}
