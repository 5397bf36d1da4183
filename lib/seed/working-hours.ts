/** A clock that runs while people work: from about eight to six, Monday to Friday, where they are. Pure. */

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** @param offset hours the place is ahead of UTC; the places of the demonstration do not change their clocks */
export class WorkClock {
  now: number
  readonly #offset: number
  readonly #random: () => number

  constructor(begin: number, offset: number, random: () => number) {
    this.now = Math.round(begin)
    this.#offset = offset * hour
    this.#random = random
    this.#toWork()
  }

  /** Lets about that many minutes pass, three fifths to eight fifths of them. @returns the new time */
  pass(minutes: number): number {
    this.now += Math.max(1000, Math.round(minutes * minute * (0.6 + this.#random())))
    this.#toWork()
    return this.now
  }

  /** Not before this. */
  waitUntil(time: number): void {
    if (time <= this.now) return
    this.now = Math.round(time)
    this.#toWork()
  }

  /** In the evening and on a weekend: the next morning of work, some time between eight and half past ten. */
  #toWork(): void {
    const local = this.now + this.#offset
    const midnight = local - (local % day)
    const ofDay = local - midnight
    const morning = (later: number) => midnight + later * day + 8 * hour + Math.floor(this.#random() * 150) * minute
    let next = ofDay < 8 * hour ? morning(0) : ofDay > 18 * hour ? morning(1) : local
    for (;;) {
      const weekday = new Date(next).getUTCDay()
      if (weekday !== 0 && weekday !== 6) break
      next += day
    }
    this.now = next - this.#offset
  }
}
