/** What a journey has to know of the server that start-server.ts serves on a port. */
import { join, resolve } from 'node:path'

/** Where it sends letters: nobody listens there unless a journey does. Only the one on PostgreSQL sends any. */
export const mailPort = (port: number) => port + 100

/** Holds the link that makes the first administrator. */
export const setupFile = (port: number) => join(resolve(import.meta.dirname, '..'), '.test', `setup-${port}.txt`)
