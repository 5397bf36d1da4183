/** The skills that a certificate is about: indicators of the competency framework, under the competency they belong to. Pure. */
import type { Competencies } from '#lib/competency/schema.ts'

export type Skill = { competency: string; indicators: { id: string; text: string }[] }

/**
 * @param ids indicators; what the framework does not have is left out
 * @returns in the order of the framework; a competency without any is left out
 */
export function skillsOf({ competencies }: Pick<Competencies, 'competencies'>, ids: readonly string[]): Skill[] {
  const wanted = new Set(ids)
  return competencies
    .map(({ title, indicators }) => ({
      competency: title,
      indicators: indicators.filter(({ id }) => wanted.has(id)).map(({ id, text }) => ({ id, text })),
    }))
    .filter(({ indicators }) => indicators.length > 0)
}
