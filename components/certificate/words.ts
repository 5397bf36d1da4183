/** The words that a client leaf says, and no others: a module's page does not carry those of the certificate's. Pure. */
import type { Messages } from '#lib/message/format.ts'

const name = [
  'name',
  'nameLabel',
  'nameHint',
  'certifies',
  'not_satisfied',
  'offline',
  'failed',
  'wait_a_little',
  'previewNote',
  'previewEmpty',
]
const ofName = [...name, 'previewNameless', 'showLabel', 'showHint']

const words = {
  /** at the end of a module, and of the course */
  offer: { keys: ofName, beginnings: ['offer', 'course', 'name_'] },
  correct: { keys: [...ofName, 'saving'], beginnings: ['correct', 'name_'] },
  visibility: { keys: ['offline', 'failed', 'saving'], beginnings: ['visibility'] },
  copy: { keys: ['copy', 'copied', 'copyFailed', 'share'], beginnings: [] },
  code: { keys: ['carriedTitle', 'carriedText', 'carriedCheck'], beginnings: [] },
} as const

export function wordsFor(part: keyof typeof words, messages: Messages): Messages {
  const { keys, beginnings } = words[part]
  const wanted: ReadonlySet<string> = new Set(keys)
  return Object.fromEntries(
    Object.entries(messages).filter(([key]) => wanted.has(key) || beginnings.some((beginning) => key.startsWith(beginning))),
  )
}
