import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Statement } from '#lib/statement/schema.ts'
import 'fake-indexeddb/auto'
import { leave } from './aside.ts'
import { createDeviceLog } from './device-log.ts'
import { acked } from './entry.ts'
import { indexed } from './indexed.ts'
import type { Kept } from './kept.ts'
import { type Place, withLastWords } from './last-words.ts'
import { idMaker } from './make-id.ts'

const ids = idMaker()
const statement = (): Statement => ({
  id: ids.make(1_000, crypto.getRandomValues(new Uint8Array(10))),
  verb: 'answered',
  object: 'networking/two-guesses',
  contentHash: '0123456789ab',
  at: 1_000,
})

/** A disk, and what localStorage is to it. A page opened on it may be left: from then on its transactions come to nothing. */
function disk() {
  const stored = { text: null as string | null, works: true }
  const refuse = () => {
    if (!stored.works) throw new Error('storage is refused')
  }
  return {
    stored,
    open() {
      let gone = false
      const leaving: (() => void)[] = []
      const back: (() => void)[] = []
      const place: Place = {
        read() {
          refuse()
          return stored.text
        },
        write(text) {
          refuse()
          stored.text = text
        },
        onLeave: (hear, again) => {
          leaving.push(hear)
          back.push(again)
        },
      }
      const real = indexed('disk')
      const never = new Promise<never>(() => undefined)
      const unlessGone =
        <A extends unknown[]>(write: (...given: A) => Promise<void>) =>
        (...given: A) =>
          gone ? never : write(...given)
      const kept: Kept = {
        ...real,
        write: unlessGone(real.write),
        writePrivate: unlessGone(real.writePrivate),
        erasePrivate: unlessGone(real.erasePrivate),
      }
      return {
        log: createDeviceLog(withLastWords(kept, place)),
        /** nothing that is written from here on arrives */
        close() {
          gone = true
        },
        leave() {
          gone = true
          for (const hear of leaving) hear()
        },
        comeBack() {
          gone = false
          for (const hear of back) hear()
        },
      }
    },
  }
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

describe('last words', () => {
  it('bring to the next page what the one before it was writing when it was left, or wrote while it was left', async () => {
    const here = disk()
    const page = here.open()
    await page.log.ready()
    await page.log.savePrivate('note', 'to be erased')
    page.close()
    const [picked, settled] = [statement(), statement()]
    void page.log.append(picked)
    void page.log.savePrivate('plan', 'first')
    void page.log.savePrivate('plan', 'second')
    page.leave()
    void page.log.append(settled)
    void page.log.erasePrivate('note')

    const next = here.open().log
    await next.ready()
    expect(next.statements()).toEqual([picked, settled])
    expect([...next.privates()!]).toEqual([['plan', 'second']])
    expect((await next.unsent()).map(({ id }) => id)).toEqual([picked.id, settled.id])
    expect(here.stored.text).toBeNull()
    const later = here.open().log
    await later.ready()
    expect(later.statements()).toEqual([picked, settled])
  })

  it('say nothing while pages are left with everything on the disk', async () => {
    const here = disk()
    const page = here.open()
    await page.log.ready()
    await page.log.append(statement())
    page.leave()
    expect(here.stored.text).toBeNull()
  })

  it('do not bring a statement under its new id beside the same one under its old', async () => {
    const here = disk()
    const page = here.open()
    await page.log.ready()
    const made = statement()
    await page.log.append(made)
    page.close()
    void page.log.renew(made.id, statement().id)
    page.leave()
    const next = here.open().log
    await next.ready()
    expect(next.statements()).toEqual([made])
  })

  it('do not set back a statement that arrived after all and came further', async () => {
    const here = disk()
    const page = here.open()
    await page.log.ready()
    const made = statement()
    const arriving = page.log.append(made)
    page.leave()
    expect(here.stored.text).toContain(made.id)
    await arriving
    await indexed('disk').write({ put: [{ id: made.id, statement: made, delivery: acked }] })
    const next = here.open().log
    await next.ready()
    expect(next.status()).toMatchObject({ count: 1, unsent: 0 })
  })

  it('give way to what another page wrote about the same private thing since', async () => {
    const here = disk()
    const [page, other] = [here.open(), here.open()]
    await page.log.ready()
    await other.log.ready()
    page.close()
    void page.log.savePrivate('plan', 'of the page that was left')
    void page.log.savePrivate('note', 'only there')
    page.leave()
    await other.log.savePrivate('plan', 'newer')
    const next = here.open().log
    await next.ready()
    expect([...next.privates()!]).toEqual([
      ['note', 'only there'],
      ['plan', 'newer'],
    ])
  })

  it('end when the page is shown again as it was', async () => {
    const here = disk()
    const page = here.open()
    await page.log.ready()
    page.leave()
    page.comeBack()
    await page.log.append(statement())
    expect(here.stored.text).toBeNull()
  })

  it('go with the account that they are of when it leaves the device', async () => {
    const here = disk()
    const [page, other] = [here.open(), here.open()]
    await page.log.ready()
    await page.log.note({ actor: 'amal', account: true })
    await other.log.ready()
    page.close()
    void page.log.append(statement())
    void page.log.savePrivate('plan', 'of Amal')
    page.leave()
    await leave(other.log, { privates: 'erase', unsent: 'aside' })
    expect(here.stored.text).toBeNull()
    const next = here.open().log
    await next.ready()
    expect(next.statements()).toEqual([])
    expect(next.privates()!.size).toBe(0)
    expect((await next.kept.load()).entries).toMatchObject([{ delivery: { state: 'aside', of: 'amal' } }])
  })

  it.each(['nonsense', '{}', '{"entries":[{}],"privates":{}}', '[]', 'null'])('that cannot be read are no harm: %s', async (text) => {
    const here = disk()
    await here.open().log.ready()
    here.stored.text = text
    const { log, close, leave } = here.open()
    await log.ready()
    const made = statement()
    close()
    void log.append(made)
    leave()
    expect(log.status()).toMatchObject({ loaded: true, where: 'device' })
    const next = here.open().log
    await next.ready()
    expect(next.statements()).toEqual([made])
  })

  it('are left out where the browser refuses storage', async () => {
    const here = disk()
    here.stored.works = false
    const page = here.open()
    await page.log.ready()
    const made = statement()
    await page.log.append(made)
    page.leave()
    void page.log.savePrivate('plan', 'unheard')
    const next = here.open().log
    await next.ready()
    expect(next.statements()).toEqual([made])
  })
})
