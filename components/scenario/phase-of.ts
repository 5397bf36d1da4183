/**
 * What the player shows, from what is recorded and how far the learner has read. Pure.
 *
 * `read` counts the steps whose consequence has been read. It lives in the open page only: after a reload everything
 * recorded counts as read, and the player stands at the scene where the run stands.
 */
import type { Replay, Step } from '#lib/scenario/run-scenario.ts'

export type Phase =
  | { name: 'intro' }
  | { name: 'scene'; scene: string; last: Step | null }
  | { name: 'consequence'; step: Step; index: number; end: boolean }
  | { name: 'ending'; ending: string }

export function phaseOf(replay: Replay | null, read: number): Phase {
  if (!replay) return { name: 'intro' }
  const step = replay.steps[read]
  if (step) return { name: 'consequence', step, index: read, end: read === replay.steps.length - 1 && replay.ending !== null }
  if (replay.ending !== null) return { name: 'ending', ending: replay.ending }
  return { name: 'scene', scene: replay.scene!, last: replay.steps.at(-1) ?? null }
}

/** Says when the screen is another one, so that focus and movement follow. */
export function keyOf(phase: Phase): string {
  switch (phase.name) {
    case 'intro':
      return 'intro'
    case 'scene':
      return `scene ${phase.scene}`
    case 'consequence':
      return `consequence ${phase.step.scene}`
    case 'ending':
      return `ending ${phase.ending}`
  }
}
