import type { ReactNode } from 'react'
import type { Earlier } from './kept-run.ts'
import type { Words } from './words.ts'

/** What the result of a run is made of. */
export type ResultProps<Run, Plan> = {
  words: Words
  run: Run
  insight: string
  earlier: Earlier<Plan>
  /** false where the run came by a link */
  own: boolean
  /** what one can do next */
  children: ReactNode
}
