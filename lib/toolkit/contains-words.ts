/** Whether all words of a search stand somewhere in these texts, without regard to case and accents. Pure. */
export function containsWords(texts: readonly string[], search: string): boolean {
  const text = bare(texts.join(' '))
  return bare(search)
    .split(/\s+/)
    .every((word) => text.includes(word))
}

function bare(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
