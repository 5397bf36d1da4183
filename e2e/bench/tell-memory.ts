/** Loaded into a server that is measured: asked over its channel, it collects what nobody holds any more, and tells what is left. */
export type MemoryTold = {
  /** bytes that something still holds: the heap and what hangs on it outside */
  live: number
  /** bytes of the process as the system counts them, with what was let go and not given back */
  resident: number
}

process.on('message', () => {
  // twice, because what is outside the heap goes after what held it
  gc?.()
  gc?.()
  const { heapUsed, external, rss } = process.memoryUsage()
  process.send?.({ live: heapUsed + external, resident: rss } satisfies MemoryTold)
})
// asking does not keep a server open
process.channel?.unref()
