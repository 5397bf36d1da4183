/** Text in a drawing, measured without a browser: the same on every device, a little wider than any usual font sets it. Pure. */

/** Width of a character as a share of the font size; generous, so that what is drawn stays inside its box. */
function widthOf(character: string): number {
  if (/\p{M}|\p{Cf}/u.test(character)) return 0
  if (/[iljtfrI.,:;'’‘!|()[\] ·]/.test(character)) return 0.38
  if (/[mwMW@%—…]/.test(character)) return 0.95
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\uFF00-\uFF60]/u.test(character))
    return 1.05
  if (/\p{Lu}/u.test(character)) return 0.74
  return /[\p{Script=Latin}\p{N}]/u.test(character) ? 0.6 : 0.72
}

export const textWidth = (text: string, size: number): number => [...text].reduce((sum, one) => sum + widthOf(one), 0) * size

/**
 * Lines that fit; a word that is longer than a line is broken, and what has no room ends in “…”.
 * @param width and size in the same unit
 * @param most lines; at least 1
 */
export function wrapText(text: string, { width, size, most }: { width: number; size: number; most: number }): string[] {
  const fits = (line: string) => textWidth(line, size) <= width
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word
    if (fits(longer)) {
      line = longer
      continue
    }
    if (line) lines.push(line)
    line = ''
    for (const character of word) {
      if (line && !fits(line + character)) {
        lines.push(line)
        line = ''
      }
      line += character
    }
  }
  if (line) lines.push(line)
  if (lines.length <= most) return lines
  const last = [...(lines[most - 1] ?? '')]
  while (last.length > 0 && !fits(`${last.join('')}…`)) last.pop()
  return [...lines.slice(0, most - 1), `${last.join('').trimEnd()}…`]
}
