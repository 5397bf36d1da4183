import { Person, type Point, Tie, You } from './marks.tsx'

const listed: Point[] = Array.from({ length: 12 }, (_, index) => {
  const angle = (index / 12) * 2 * Math.PI - Math.PI / 2
  const reach = index % 2 ? 82 : 66
  return [150 + Math.cos(angle) * reach * 1.3, 112 + Math.sin(angle) * reach] as const
})
const known: Point[] = [
  [382, 62],
  [470, 38],
  [560, 78],
  [548, 170],
  [396, 178],
]
const self: Point = [466, 116]

/** Twelve people and no lines; five people and a line to each. */
export function ListAndNetwork() {
  return (
    <svg viewBox="20 12 580 204" aria-hidden="true">
      {listed.map((at) => (
        <Person key={at.join()} at={at} />
      ))}
      <You at={[150, 112]} />
      {known.map((at) => (
        <Tie key={at.join()} from={self} to={at} arrows start={17} end={11} />
      ))}
      <Tie from={known[2]!} to={known[3]!} look="far" start={6} end={6} />
      {known.map((at) => (
        <Person key={at.join()} at={at} />
      ))}
      <You at={self} />
    </svg>
  )
}
