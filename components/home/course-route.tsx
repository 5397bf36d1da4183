'use client'
import Link from 'next/link'
import type { CSSProperties } from 'react'
import type { CourseOutline } from '#lib/course/outline-course.ts'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './course-route.module.css'
import { useCourseProgress } from './use-course-progress.ts'

/** Where the stations stand: on the wide map (1180 × 520) and as bends of the way that runs down a phone. */
const places = [
  { x: 92, y: 408, bend: 20, label: 'below' },
  { x: 238, y: 270, bend: 62, label: 'above' },
  { x: 392, y: 366, bend: 30, label: 'below' },
  { x: 536, y: 206, bend: 70, label: 'above' },
  { x: 682, y: 322, bend: 24, label: 'below' },
  { x: 812, y: 170, bend: 58, label: 'above' },
  { x: 946, y: 298, bend: 34, label: 'below' },
  { x: 1082, y: 142, bend: 66, label: 'above' },
] as const

const wide = (i: number) => {
  const [from, to] = [places[i]!, places[i + 1]!]
  const middle = (from.x + to.x) / 2
  return `M${from.x} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`
}
const tall = (i: number) => {
  const [from, to] = [places[i]!, places[i + 1]!]
  return `M${from.bend} ${i * 100 + 50}C${from.bend} ${i * 100 + 100} ${to.bend} ${i * 100 + 100} ${to.bend} ${i * 100 + 150}`
}

/** The course as a route across a map: solid where done, dotted ahead. The same list for everybody until the device's own record is read. */
export function CourseRoute({ outline, messages, locale }: { outline: CourseOutline; messages: Messages; locale: string }) {
  const progress = useCourseProgress(outline)
  const firstOpen = outline.modules.find(({ href }) => href)?.slug
  const stations = outline.modules.map((module) => {
    const mine = progress?.modules[module.slug]
    const done = mine !== undefined && mine.satisfiedAt !== null
    const state = !module.href ? 'soon' : done ? 'done' : (progress?.goOn?.module ?? firstOpen) === module.slug ? 'here' : 'open'
    const text = !module.href
      ? say(messages, 'preparing')
      : done
        ? say(messages, 'done')
        : mine && mine.lessonsDone.length > 0
          ? say(messages, 'lessonOf', { done: mine.lessonsDone.length, total: module.lessons.length }, locale)
          : say(messages, 'minutes', { minutes: module.minutes }, locale)
    return { ...module, state, text }
  })
  const doneUntil = (i: number) => stations[i]?.state === 'done'

  return (
    <nav className={styles['map']} aria-label={say(messages, 'mapLabel')}>
      <div className={styles['ground']} aria-hidden="true" />
      <svg className={styles['wide']} viewBox="0 0 1180 520" preserveAspectRatio="none" aria-hidden="true">
        {places.slice(1).map((place, i) => (
          <path key={place.x} d={wide(i)} data-done={doneUntil(i)} />
        ))}
      </svg>
      <svg className={styles['way']} viewBox="0 0 88 800" preserveAspectRatio="none" aria-hidden="true">
        {places.slice(1).map((place, i) => (
          <path key={place.x} d={tall(i)} data-done={doneUntil(i)} />
        ))}
      </svg>
      <span className={styles['region']} style={{ insetInlineStart: '20%', insetBlockStart: '16%', rotate: '7deg' }} aria-hidden="true">
        {say(messages, 'regionCluster')}
      </span>
      <span className={styles['region']} style={{ insetInlineStart: '44%', insetBlockStart: '86%', rotate: '-4deg' }} aria-hidden="true">
        {say(messages, 'regionField')}
      </span>
      <span className={styles['region']} style={{ insetInlineStart: '83%', insetBlockStart: '78%', rotate: '-6deg' }} aria-hidden="true">
        {say(messages, 'regionGood')}
      </span>
      <ol className={styles['list']}>
        {stations.map((station, i) => {
          const place = places[i]!
          const body = (
            <>
              <span className={styles['number']} aria-hidden="true">
                {station.number}
              </span>
              <span className={styles['name']}>
                <span>{station.short}</span>
                <span className={styles['state']}>{station.text}</span>
              </span>
            </>
          )
          return (
            <li
              key={station.slug}
              className={styles['station']}
              data-module={station.number}
              data-state={station.state}
              data-label={place.label}
              style={{ '--x': `${(place.x / 1180) * 100}%`, '--y': `${(place.y / 520) * 100}%`, '--bend': place.bend } as CSSProperties}
            >
              {station.href ? (
                <Link className={styles['stop']} href={station.href} prefetch={false}>
                  {body}
                </Link>
              ) : (
                <div className={styles['stop']}>{body}</div>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
