/** A clock that one may start and stop while one speaks. Pure; times in milliseconds since the epoch. */
export type Timer = { state: 'ready' } | { state: 'running'; since: number } | { state: 'stopped'; seconds: number }

/** After this it stops by itself: somebody has walked away from it. */
export const mostTimed = 120

/** Whole seconds since the start; a clock that was set back gives 0, never less. */
export function secondsOf(timer: Timer, now: number): number {
  if (timer.state === 'ready') return 0
  if (timer.state === 'stopped') return timer.seconds
  return Math.min(mostTimed, Math.max(0, Math.floor((now - timer.since) / 1000)))
}

export const stop = (timer: Timer, now: number): Timer => ({ state: 'stopped', seconds: secondsOf(timer, now) })

/** The second that is said aloud: each tenth one up to thirty, then nothing, as the speaker is to finish in peace. Null before the first. */
export function saidAt(seconds: number): 10 | 20 | 30 | null {
  return seconds >= 30 ? 30 : seconds >= 20 ? 20 : seconds >= 10 ? 10 : null
}
