import styles from './drawing.module.css'

/** The vocabulary of the course's network drawings: people as open circles, oneself filled, ties as lines. */
export type Point = readonly [x: number, y: number]

export function Person({ at: [x, y], r = 6 }: { at: Point; r?: number }) {
  return <circle className={styles['other']} cx={x} cy={y} r={r} />
}

export function You({ at: [x, y] }: { at: Point }) {
  return (
    <>
      <circle className={styles['you']} cx={x} cy={y} r={8} />
      <circle className={styles['halo']} cx={x} cy={y} r={12.5} />
    </>
  )
}

/** A line that stops short of both circles, with an arrow head at each end where `arrows` is set. */
export function Tie({
  from,
  to,
  look = 'tie',
  arrows = false,
  start = 15,
  end = 9,
}: {
  from: Point
  to: Point
  look?: 'tie' | 'thin' | 'strong' | 'chance' | 'far'
  arrows?: boolean
  start?: number
  end?: number
}) {
  const a = along(from, to, start)
  const b = along(to, from, end)
  const heads = arrows ? `${head(a, b)}${head(b, a)}` : ''
  return <path className={styles[look]} d={`M${point(a)}L${point(b)}${heads}`} />
}

/** The point that lies `distance` from `from` on the way to `to`. */
export function along(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  return [from[0] + ((to[0] - from[0]) * distance) / length, from[1] + ((to[1] - from[1]) * distance) / length]
}

function head(from: Point, tip: Point): string {
  const angle = Math.atan2(tip[1] - from[1], tip[0] - from[0])
  const barb = (turn: number): Point => [tip[0] - 7 * Math.cos(angle + turn), tip[1] - 7 * Math.sin(angle + turn)]
  return `M${point(barb(0.5))}L${point(tip)}L${point(barb(-0.5))}`
}

function point([x, y]: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`
}
