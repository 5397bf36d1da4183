/** The skills that a certificate is about: its indicators under the competency they belong to. Pure. */
import type { Achievement } from './schema.ts'

export type Skill = { competency: string; indicators: { id: string; text: string }[] }

/** @returns in the order in which they were kept; none where the achievement keeps none */
export function skillsOf({ indicators = [] }: Pick<Achievement, 'indicators'>): Skill[] {
  const skills = new Map<string, Skill>()
  for (const { id, competency, text } of indicators) {
    const skill = skills.get(competency) ?? { competency, indicators: [] }
    skill.indicators.push({ id, text })
    skills.set(competency, skill)
  }
  return [...skills.values()]
}
