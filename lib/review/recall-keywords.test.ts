/** The keywords of the whole course against its own words: a full answer names every point, and an answer about something else does not. */
import { describe, expect, it } from 'vitest'
import { loadCourse } from '#lib/course/load-course.ts'
import { findPoints, isFound } from './find-points.ts'
import { isEnough } from './session.ts'

const course = await loadCourse()
const recalls = [...course.modules.values()].flatMap(({ slug, lessons }) =>
  lessons.flatMap((lesson) =>
    lesson.matter.activities.flatMap((activity) => (activity.kind === 'recall' ? [{ name: `${slug}/${lesson.slug}`, ...activity }] : [])),
  ),
)
/** As somebody types who is in a hurry: no capitals, no stops, one letter left out of each long word. */
const hurried = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\s]/gu, ' ')
    .replace(/\p{L}{9,}/gu, (word) => `${word.slice(0, 4)}${word.slice(5)}`)

describe('the keywords of the course', () => {
  it('are there for every point of forty lessons', () => {
    expect(recalls).toHaveLength(40)
    for (const { name, points } of recalls) for (const { id, keywords } of points) expect(keywords, `${name} ${id}`).toBeDefined()
  })

  it.each(recalls.map((one) => [one.name, one] as const))('find every point in the full answer of %s', (_name, { answer, points }) => {
    expect(findPoints(answer, points)).toEqual(points.map(({ id }) => id))
  })

  it.each(recalls.map((one) => [one.name, one] as const))(
    'find enough of %s when the words are typed badly',
    (_name, { answer, points }) => {
      expect(isEnough(findPoints(hurried(answer), points).length / points.length)).toBe(true)
    },
  )

  it.each(recalls.map((one) => [one.name, one] as const))('find each point of %s in its own text', (_name, { points }) => {
    for (const { text, keywords } of points) expect(isFound(text, keywords ?? []), text).toBe(true)
  })

  it('do not take an answer about another lesson for enough', () => {
    const taken = recalls.flatMap((asked) =>
      recalls.flatMap((given) => {
        const found = findPoints(given.answer, asked.points)
        return given !== asked && isEnough(found.length / asked.points.length) ? [`${asked.name} by ${given.name}: ${found.join(' ')}`] : []
      }),
    )
    expect(taken).toEqual([])
  })

  it('find next to nothing in answers about other lessons', () => {
    let all = 0
    let found = 0
    for (const asked of recalls)
      for (const given of recalls) {
        if (given === asked) continue
        all += asked.points.length
        found += findPoints(given.answer, asked.points).length
      }
    expect(found / all).toBeLessThan(0.12)
  })

  it('find nothing in a text that says nothing', () => {
    for (const { points } of recalls) expect(findPoints('I do not know', points).length).toBeLessThanOrEqual(1)
  })
})
