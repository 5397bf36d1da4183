import type { ReactNode } from 'react'

/** Longer ones may need the break on a narrow screen. */
const longest = 16

/** The same words, of which short compounds (“thirty-second”) do not break at their hyphen. For headings, where one word fills half a line. */
export function wholeWords(text: ReactNode): ReactNode {
  if (Array.isArray(text)) return text.map(wholeWords)
  if (typeof text !== 'string' || !/\w-\w/.test(text)) return text
  return text.split(/(\s+)/).map((word, index) =>
    /\w-\w/.test(word) && word.length <= longest ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: words of one text, told apart only by their place
      <span key={index} style={{ whiteSpace: 'nowrap' }}>
        {word}
      </span>
    ) : (
      word
    ),
  )
}
