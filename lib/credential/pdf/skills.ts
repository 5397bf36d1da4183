/** The skills that a signed credential names: its achievement's alignments, in words. Pure. */

export type Skill = { competency: string; indicator: string }

/** More indicators than this are told by their competencies alone: a page is to be read. */
const most = 9

/** @param json the credential as it is served. @returns what it aligns to, in its order, each once */
export function skillsIn(json: string): Skill[] {
  const { credentialSubject } = JSON.parse(json) as { credentialSubject?: { achievement?: { alignment?: unknown } } }
  const alignment = [credentialSubject?.achievement?.alignment ?? []].flat() as { targetName?: unknown; targetDescription?: unknown }[]
  const text = (given: unknown) => (typeof given === 'string' ? given.trim() : '')
  const skills = alignment.map((one) => ({ competency: text(one.targetDescription), indicator: text(one.targetName) }))
  return skills.filter(({ indicator }, index) => indicator !== '' && skills.findIndex((other) => other.indicator === indicator) === index)
}

/** One line for each indicator with its competency in bold, or for each competency where there are many. */
export function skillLines(skills: readonly Skill[]): string[] {
  if (skills.length > most && skills.every(({ competency }) => competency !== ''))
    return [...new Set(skills.map(({ competency }) => competency))]
  return skills.map(({ competency, indicator }) => (competency === '' ? indicator : `*${plain(competency)}.* ${plain(indicator)}`))
}

const plain = (text: string) => text.replaceAll('*', '')
