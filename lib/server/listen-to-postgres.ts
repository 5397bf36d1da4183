/** One connection that hears what PostgreSQL is told to NOTIFY. A lost one is made again, later and later, up to half a minute. */
import pg from 'pg'

export type PostgresEar = {
  /** Resolves when there is a connection; after a lost one, when there is one again. */
  connected(): Promise<void>
  close(): void
}

const firstWait = 250
const longestWait = 30_000

/** @param on.connected is called at each new connection: what was said before it was not heard */
export function listenToPostgres(
  url: string,
  channel: string,
  on: { hear: (payload: string) => void; connected: () => void },
): PostgresEar {
  let closed = false
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let wait = firstWait
  let connected = Promise.withResolvers<void>()
  let isConnected = false

  async function connect(): Promise<void> {
    const mine = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 10_000 })
    client = mine
    let over = false
    const lost = (error?: Error) => {
      if (over) return
      over = true
      mine.end().catch(() => undefined)
      if (closed || client !== mine) return
      console.warn(`The connection for news was lost${error ? `: ${error.message}` : ''}. It is made again.`)
      if (isConnected) connected = Promise.withResolvers<void>()
      isConnected = false
      timer = setTimeout(() => void connect(), wait).unref()
      wait = Math.min(wait * 2, longestWait)
    }
    mine.on('error', lost)
    mine.on('end', () => lost())
    mine.on('notification', ({ payload }) => payload !== undefined && on.hear(payload))
    try {
      await mine.connect()
      await mine.query(`listen ${pg.escapeIdentifier(channel)}`)
    } catch (error) {
      lost(error instanceof Error ? error : new Error(String(error)))
      return
    }
    if (closed) {
      over = true
      await mine.end().catch(() => undefined)
      return
    }
    wait = firstWait
    isConnected = true
    on.connected()
    connected.resolve()
  }
  void connect()

  return {
    connected: () => connected.promise,
    close() {
      closed = true
      clearTimeout(timer)
      connected.resolve()
      client?.end().catch(() => undefined)
    },
  }
}
