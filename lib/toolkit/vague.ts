/** The groups of vague words of a tool, as its catalogue carries them: `vague-1-words`, separated by commas, and `vague-1-advice`. Pure. */
import type { Messages } from '#lib/message/format.ts'

export function vagueGroups(messages: Messages): { words: string[]; advice: string }[] {
  const groups: { words: string[]; advice: string }[] = []
  for (let number = 1; ; number++) {
    const words = messages[`vague-${number}-words`]
    const advice = messages[`vague-${number}-advice`]
    if (!words || !advice) return groups
    groups.push({ words: words.split(',').map((word) => word.trim()), advice })
  }
}
