import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { loadCourse } from '#lib/course/load-course.ts'
import { referenceFor } from './reference.ts'

const course = await loadCourse()
const framework = referenceFor('explorer', course)!.framework!
const all = framework.elements.flatMap(({ competencies }) => competencies.flatMap(({ indicators }) => indicators))

describe('the reference of an activity', () => {
  it('holds every indicator once, under its element, with the note that goes with it', () => {
    const counts = framework.elements.map(({ id, competencies }) => [id, competencies.flatMap(({ indicators }) => indicators).length])
    expect(counts).toEqual([
      ['values', 14],
      ['core', 60],
      ['managerial', 24],
    ])
    expect(framework.note).toContain('Not the official text')
  })

  it('gives values no level and the others theirs', () => {
    const levels = framework.elements.map(({ competencies }) => [
      ...new Set(competencies.flatMap(({ indicators }) => indicators).map(({ level }) => level)),
    ])
    expect(levels).toEqual([[undefined], [1, 2, 3], [2, 3]])
  })

  it('says for each module the indicators that its author names', () => {
    for (const { number, module } of course.modules.values()) {
      expect(all.filter(({ modules }) => modules?.includes(number))).toHaveLength(module.competencies.length)
    }
  })

  it('names modules by slug, number and short title', () => {
    expect(referenceFor('self-rating', course)).toEqual({
      modules: course.course.modules.map(({ slug, number, short }) => ({ slug, number, title: short })),
    })
  })

  it('is left out where nothing of it is shown', () => {
    expect(referenceFor('choice', course)).toBeUndefined()
  })

  it('stays small enough to be part of a page', () => {
    expect(gzipSync(JSON.stringify(referenceFor('explorer', course))).length).toBeLessThan(6000)
  })
})
