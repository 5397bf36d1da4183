/**
 * Ends a server without cutting anybody off: no new connections, requests that run get to finish, connections that wait for
 * another request are closed as soon as they do. Without the last, one browser that keeps its connection would hold up the stop.
 */
import type { Server } from 'node:http'

/** @param patience how long running requests get, in milliseconds; then their connections are cut */
export async function closeServer(server: Server, patience: number): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()))
  server.closeIdleConnections()
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const end = setTimeout(() => server.closeAllConnections(), patience)
  await closed
  clearInterval(sweep)
  clearTimeout(end)
}
