/**
 * The one way a component makes a statement. It is in every hook when this returns, on the disk moments later,
 * and on the server when there is a line.
 */
import type { Statement, StatementDraft } from '#lib/statement/schema.ts'
import { idMaker } from './make-id.ts'
import { startOutbox, wake } from './outbox.ts'
import { thisDevice } from './this-device.ts'

const ids = idMaker()

/** An id that sorts after every statement this device knows; for an attempt that a browser begins. */
export function newId(): string {
  const last = thisDevice().lastId()
  if (last) ids.follow(last)
  return ids.make(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
}

export function record(draft: StatementDraft): Statement {
  const log = thisDevice()
  const statement: Statement = { ...draft, id: newId(), at: Date.now() }
  startOutbox()
  void log.append(statement).then(() => {
    wake()
    void askToPersist()
  })
  return statement
}

/** Once there is something to lose, the browser is asked once not to clear it when space runs short. */
async function askToPersist() {
  const log = thisDevice()
  try {
    if ((await log.meta()).persistAsked || !navigator.storage?.persist) return
    await log.note({ persistAsked: true })
    if (!(await navigator.storage.persisted())) await navigator.storage.persist()
  } catch {
    // a browser that does not offer it keeps the data as long as it likes; the server has it too
  }
}
