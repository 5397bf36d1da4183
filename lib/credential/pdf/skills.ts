/** The skills that a signed credential names: its achievement's alignments, in words. Pure. */

export type Skill = { competency: string; indicator: string }

const most = 12

/** @param json the credential as it is served. @returns what it aligns to, in its order, each once */
export function skillsIn(json: string): Skill[] {
  const { credentialSubject } = JSON.parse(json) as { credentialSubject?: { achievement?: { alignment?: unknown } } }
  const alignment = [credentialSubject?.achievement?.alignment ?? []].flat() as { targetName?: unknown; targetDescription?: unknown }[]
  const text = (given: unknown) => (typeof given === 'string' ? given.trim() : '')
  const skills = alignment.map((one) => ({ competency: text(one.targetDescription), indicator: text(one.targetName) }))
  return skills.filter(({ indicator }, index) => indicator !== '' && skills.findIndex((other) => other.indicator === indicator) === index)
}

/** One line for each competency, in bold, with its indicators; what has no competency has a line of its own. */
export function skillLines(skills: readonly Skill[]): string[] {
  const lines = new Map<string, string[]>()
  for (const { competency, indicator } of skills) {
    const key = competency === '' ? indicator : competency
    lines.set(key, [...(lines.get(key) ?? []), indicator])
  }
  return [...lines].map(([key, indicators]) => (indicators[0] === key ? plain(key) : `*${plain(key)}.* ${indicators.map(plain).join(' ')}`))
}

/** The competencies alone, where there are so many indicators that nobody would read them on a page; else null. */
export function competenciesAlone(skills: readonly Skill[]): string[] | null {
  const all = skills.map(({ competency }) => competency)
  return skills.length > most && all.every((one) => one !== '') ? [...new Set(all)] : null
}

const plain = (text: string) => text.replaceAll('*', '')
