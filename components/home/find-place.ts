/**
 * Where the learner goes on, found from a page that knows nothing of the course or of progress. Loaded only when somebody is about
 * to follow the link.
 */
import { startOutbox } from '#components/device/outbox.ts'
import { thisDevice } from '#components/device/this-device.ts'
import type { CourseOutline } from '#lib/course/outline-course.ts'
import { placeToGoOn } from '#lib/progress/place-to-go-on.ts'
import type { Statement } from '#lib/statement/schema.ts'
import { progressOf } from './progress-of.ts'

let file: Promise<CourseOutline> | null = null

async function fetchOutline(address: string): Promise<CourseOutline> {
  const reply = await fetch(address)
  if (!reply.ok) throw new Error(`${address}: ${reply.status}`)
  return (await reply.json()) as CourseOutline
}

/** The device's record, once it has been read. */
function readStatements(): Promise<readonly Statement[]> {
  startOutbox()
  return new Promise((done) => {
    const log = thisDevice()
    const look = () => {
      const statements = log.statements('')
      if (!statements) return
      leave()
      done(statements)
    }
    const leave = log.subscribe(look)
    look()
  })
}

/** @returns the address; that of the home page where there is nowhere to go. @throws where the outline cannot be had */
export async function findPlace(address: string, home: string): Promise<string> {
  file ??= fetchOutline(address)
  file.catch(() => {
    file = null
  })
  const [outline, statements] = await Promise.all([file, readStatements()])
  return placeToGoOn(outline, progressOf(outline, statements), home)?.href ?? home
}
