import type { Ref } from 'react'
import { Button } from '#components/ui/button.tsx'
import { agreeing, inOrderOfInterest, isDisputed, type Letter, type Task } from '#lib/activity/matrix.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import styles from './matrix.module.css'
import type { Words } from './plane.tsx'

/** The learner's places beside those of two people with different goals: first where these two differ, drawn; then the rest. */
export function MatrixCompare({
  data,
  places,
  reasons,
  words,
  heading,
  onChange,
  onAgain,
}: {
  data: ActivityOf<'matrix'>
  places: ReadonlyMap<string, Letter>
  reasons: Readonly<Record<string, string>>
  words: Words
  heading: Ref<HTMLHeadingElement>
  onChange(): void
  onAgain(): void
}) {
  const tasks = inOrderOfInterest(data, places)
  const disputed = tasks.filter((task) => isDisputed(data, task))
  const others = tasks.filter((task) => !disputed.includes(task))
  const [first, second] = data.experts
  const letter = (task: Task) => places.get(task.id) ?? 'A'

  function verdict(task: Task) {
    const same = agreeing(data, task, letter(task))
    if (same.length > 1) return words('both', { first: first?.name ?? '', second: second?.name ?? '' })
    if (same[0]) return words('one', { name: same[0].name })
    return isDisputed(data, task) ? words('none-split') : words('none', { letter: (first && task.places[first.id]) ?? '' })
  }
  const body = (task: Task) => (
    <>
      <h5>{task.text}</h5>
      <ul className={styles['letters']}>
        <li data-own>
          <span>{words('yours')}</span> <b>{letter(task)}</b>
        </li>
        {data.experts.map(({ id, name }) => (
          <li key={id} data-same={task.places[id] === letter(task) || undefined}>
            <span>{name}</span> <b>{task.places[id]}</b>
          </li>
        ))}
      </ul>
      {reasons[task.id]?.trim() ? (
        <p className={styles['own']}>
          {words('your-reason')} <q>{reasons[task.id]?.trim()}</q>
        </p>
      ) : null}
      <p>
        <b>{verdict(task)}</b> {task.why}
      </p>
    </>
  )

  return (
    <div className={styles['compare']}>
      <h4 ref={heading} tabIndex={-1}>
        {words('compared')}
      </h4>
      <dl className={styles['experts']}>
        {data.experts.map(({ id, name, goal }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>{goal}</dd>
          </div>
        ))}
      </dl>
      {disputed.map((task) => (
        <div key={task.id} className={styles['dispute']}>
          <Dispute data={data} task={task} own={letter(task)} words={words} />
          <div>
            <p className={styles['flag']}>{words('disputed')}</p>
            {body(task)}
          </div>
        </div>
      ))}
      {others.length > 0 ? <h4>{words('others')}</h4> : null}
      <ol className={styles['others']}>
        {others.map((task) => (
          <li key={task.id}>{body(task)}</li>
        ))}
      </ol>
      <div className={styles['actions']}>
        <Button onClick={onChange}>{words('change')}</Button>
        <Button look="quiet" onClick={onAgain}>
          {words('again')}
        </Button>
      </div>
    </div>
  )
}

const half = { x: 80, y: 52 }
const order: readonly Letter[] = ['A', 'B', 'C', 'D']

/** One task on the plane as often as there are opinions: a broken line joins the two experts. */
function Dispute({ data, task, own, words }: { data: ActivityOf<'matrix'>; task: Task; own: Letter; words: Words }) {
  const marks = [
    ...data.experts.flatMap(({ id, name }) => (task.places[id] ? [{ name, place: task.places[id], mine: false }] : [])),
    { name: words('yours'), place: own, mine: true },
  ]
  const spots = marks.map((mark) => {
    const fellows = marks.filter(({ place }) => place === mark.place)
    const index = order.indexOf(mark.place)
    return {
      ...mark,
      x: (index % 2) * half.x + half.x / 2,
      y: Math.floor(index / 2) * half.y + half.y / 2 + 4 + (fellows.indexOf(mark) - (fellows.length - 1) / 2) * 17,
    }
  })
  const [one, other] = spots
  return (
    <svg
      className={styles['drawing']}
      viewBox="-1 -1 162 106"
      role="img"
      aria-label={words('picture', { places: marks.map(({ name, place }) => words('places', { name, letter: place })).join(', ') })}
    >
      <path className={styles['frame']} d={`M0 0H160V104H0ZM80 0V104M0 52H160`} />
      {order.map((name, index) => (
        <text key={name} className={styles['corner']} x={(index % 2) * half.x + 6} y={Math.floor(index / 2) * half.y + 14}>
          {name}
        </text>
      ))}
      {one && other ? <path className={styles['gap']} d={`M${one.x} ${one.y}L${other.x} ${other.y}`} /> : null}
      {spots.map(({ name, x, y, mine }) => (
        <g key={name} className={mine ? styles['mine'] : styles['theirs']} transform={`translate(${x} ${y})`}>
          <rect x={-name.length * 2.6 - 5} y="-7" width={name.length * 5.2 + 10} height="14" rx="7" />
          <text y="3">{name}</text>
        </g>
      ))}
    </svg>
  )
}
