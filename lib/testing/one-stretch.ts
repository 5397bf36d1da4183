/** For tests of what is counted in stretches of time (lib/account/throttle.ts): the clock stands still at the beginning of one. */
import { vi } from 'vitest'
import type { Budget } from '#lib/account/throttle.ts'

/** A test in which no stretch of this budget ends. */
export function inOneStretch({ within }: Budget, test: () => Promise<void>): () => Promise<void> {
  return async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Math.ceil(Date.now() / within) * within + 1000 })
    try {
      await test()
    } finally {
      vi.useRealTimers()
    }
  }
}
