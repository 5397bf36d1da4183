/** What the check of a module tells the browser before it begins: names, numbers and addresses. No item, no key. */
import type { PublicReflection } from '#lib/quiz/public-item.ts'

export type QuizOutline = {
  module: string
  /** share of the points, 0 to 1 */
  passMark: number
  /** scored items in one attempt, and those for practice */
  draw: number
  practice: number
  /** whole minutes */
  minutes: number
  objectives: readonly { id: string; text: string; lessons: readonly string[] }[]
  /** in order */
  lessons: readonly { slug: string; title: string; href: string }[]
  scenario: { title: string; href: string } | null
  moduleHref: string
  /** older ids of the module and what carries on for each */
  moved?: Readonly<Record<string, string>>
  /** `keep`: where its text is kept on the device */
  reflection: { item: PublicReflection; keep: string } | null
}
