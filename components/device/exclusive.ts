/** One at a time over all tabs of this browser (Web Locks); where there are no locks, one at a time in this tab. */
const queues = new Map<string, Promise<unknown>>()

export function exclusive<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (typeof navigator !== 'undefined' && navigator.locks) return navigator.locks.request(`common-ground:${name}`, work) as Promise<T>
  const before = queues.get(name) ?? Promise.resolve()
  const mine = before.then(work, work)
  queues.set(
    name,
    mine.catch(() => undefined),
  )
  return mine
}
