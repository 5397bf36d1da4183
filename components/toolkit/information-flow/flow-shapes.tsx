import { type Shape, sampleOf } from '#lib/toolkit/flow-picture.ts'
import styles from './flow-shapes.module.css'

/** The shapes of a drawing on the page; what belongs to the flow one points at stands out. */
export function FlowShapes({ shapes, on }: { shapes: readonly Shape[]; on: number | null }) {
  return shapes.map((shape, index) => {
    // shapes are painted in their order and have no state
    const key = index
    const rest = {
      className: `${styles['shape']} ${styles[shape.look]}`,
      'data-vital': shape.vital || undefined,
      'data-flow': shape.flow,
      'data-on': shape.flow === undefined || on === null ? undefined : shape.flow === on ? 'yes' : 'no',
    }
    switch (shape.kind) {
      case 'path':
        return <path key={key} {...rest} d={shape.d} />
      case 'rect':
        return <rect key={key} {...rest} x={shape.x} y={shape.y} width={shape.width} height={shape.height} rx={shape.rx} />
      case 'circle':
        return <circle key={key} {...rest} cx={shape.cx} cy={shape.cy} r={shape.r} />
      default:
        return (
          <text key={key} {...rest} x={shape.x} y={shape.y}>
            {shape.text}
          </text>
        )
    }
  })
}

/** A line of the legend. */
export function FlowSample({ look }: { look: 'formal' | 'informal' | 'vital' | 'cut' }) {
  return (
    <svg className={styles['sample']} viewBox="0 0 38 20" aria-hidden="true">
      <FlowShapes shapes={sampleOf(look, 0, 10)} on={null} />
    </svg>
  )
}
