'use client'

import { useState } from 'react'
import { anotherRun, begunAgain, changed, earlierRuns, type Kept, type Rules, shownOf, type Which } from './kept-run.ts'
import type { Words } from './words.ts'

/** What a player gets from the simulation around it (simulation.tsx). */
export type PlayerProps<S> = {
  /** of the activity, in its page */
  id: string
  words: Words
  /** the page has not read this device yet: shown, not to be used */
  idle: boolean
  kept: Kept
  keep(next: Kept): void
  finish(shown: S): void
  insight: string
}

/** The run that is shown: the learner's own, or one that came by a link. That one is played in memory only and never touches the own. */
export function useRun<S extends { plan: readonly unknown[]; seed: number }>(
  rules: Rules<S>,
  { idle, kept, keep, finish }: PlayerProps<S>,
) {
  const [fromAddress] = useState(() => rules.decodeState(idle ? '' : window.location.search))
  const [linked, setLinked] = useState<S | null>(fromAddress.found === 'state' ? fromAddress.shown : null)
  const shown = linked ?? shownOf(rules, kept)

  function change(next: S) {
    if (linked) setLinked(next)
    else keep(changed(rules, kept, next))
  }

  return {
    shown,
    /** false where the run came by a link */
    own: linked === null,
    /** the address says something about a run that cannot be read */
    malformed: fromAddress.found === 'malformed',
    /** the query that shows this run */
    query: rules.encodeState(shown),
    earlier: linked ? [] : earlierRuns(rules, kept, shown),
    change,
    /** A change with which the run may be finished. */
    play(next: S) {
      change(next)
      if (!linked && rules.isFinished(next)) finish(next)
    },
    begin(which: Which) {
      if (linked) setLinked(anotherRun(rules, linked, which))
      else keep(begunAgain(rules, kept, which))
    },
    /** @returns the learner's own run, which is shown from now on. */
    leaveLink(): S {
      setLinked(null)
      window.history.replaceState(null, '', window.location.pathname + window.location.hash)
      return shownOf(rules, kept)
    },
  }
}
