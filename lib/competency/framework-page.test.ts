import { describe, expect, it } from 'vitest'
import { loadCourse } from '#lib/course/load-course.ts'
import { indicatorsOf } from './coverage.ts'
import { frameworkPage } from './framework-page.ts'

const course = await loadCourse()
const page = frameworkPage(course)
const competencies = page.elements.flatMap((element) => element.competencies)
const indicators = competencies.flatMap(({ levels }) => levels.flatMap((one) => one.indicators))

describe('the page of the framework', () => {
  it('shows every indicator once, in the order of the framework', () => {
    expect(indicators.map(({ id }) => id)).toEqual(indicatorsOf(course.competencies).map(({ id }) => id))
  })
  it('has a place for every indicator that a module, and so a certificate, names', () => {
    const ids = new Set(indicators.map(({ id }) => id))
    for (const { module } of course.modules.values()) for (const id of module.competencies) expect(ids).toContain(id)
  })
  it('gives no two things the same address', () => {
    const ids = [...competencies, ...indicators].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
  it('groups by level, and values not at all', () => {
    for (const { id, levels } of competencies)
      expect(levels.map(({ level }) => level)).toEqual(id.startsWith('V-') ? [null] : id.startsWith('MG-') ? [2, 3] : [1, 2, 3])
  })
  it('says of each module the same as the indicators say of it', () => {
    for (const { slug, competencies: counts } of page.modules) {
      const own = indicators.filter(({ modules }) => modules.some((one) => one.slug === slug)).map(({ id }) => id)
      expect([...own].sort()).toEqual([...new Set(course.modules.get(slug)!.module.competencies)].sort())
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(own.length)
    }
  })
  it('counts an indicator that several modules build once', () => {
    expect(page.built).toBe(new Set([...course.modules.values()].flatMap(({ module }) => module.competencies)).size)
    expect(page.total).toBe(98)
  })
})
