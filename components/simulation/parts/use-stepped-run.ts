'use client'

import { useRef, useState } from 'react'
import type { Stepped } from '#lib/simulation/address.ts'
import type { Which } from './kept-run.ts'
import { draftOf, firstScreen, played, type Screen, type SteppedRules, withDraft } from './stepped-run.ts'
import { useMove } from './use-move.ts'
import { type PlayerProps, useRun } from './use-run.ts'

/**
 * A run that is planned step by step, and its three screens: plan, see what happened, and at the end the result.
 *
 * @param leave lets go of what belongs to the run that was shown
 */
export function useSteppedRun<Step>(rules: SteppedRules<Step>, props: PlayerProps<Stepped<Step>>, leave: () => void = () => {}) {
  const run = useRun(rules, props)
  const { shown } = run
  const [screen, setScreen] = useState<Screen>(() => firstScreen(rules, shown))
  const heading = useRef<HTMLHeadingElement>(null)
  const picture = useRef<HTMLDivElement>(null)
  const { move } = useMove()
  const finished = rules.isFinished(shown)

  // What a step brought can be seen in the picture, where there is one.
  function go(next: Screen) {
    move(next === 'report' ? { focus: heading, view: picture } : { focus: heading })
    setScreen(next)
  }

  return {
    ...run,
    screen,
    heading,
    picture,
    finished,
    /** the step that is planned or was played last, counted from 1 */
    step: screen === 'plan' ? shown.done + 1 : shown.done,
    draft: draftOf(rules, shown),
    setDraft: (draft: Step) => run.change(withDraft(shown, draft)),
    play() {
      run.play(played(rules, shown))
      go('report')
    },
    goOn: () => go(finished ? 'result' : 'plan'),
    begin(which: Which) {
      run.begin(which)
      leave()
      go('plan')
    },
    leaveLink() {
      const own = run.leaveLink()
      leave()
      go(firstScreen(rules, own))
    },
  }
}
