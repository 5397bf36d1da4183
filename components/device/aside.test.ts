import { IDBFactory } from 'fake-indexeddb'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Statement } from '#lib/statement/schema.ts'
import 'fake-indexeddb/auto'
import { leave } from './aside.ts'
import { createDeviceLog } from './device-log.ts'
import { type Ask, exchange } from './exchange.ts'
import { indexed } from './indexed.ts'
import { idMaker, siblingId } from './make-id.ts'

const ids = idMaker()
const random = (n: number) => crypto.getRandomValues(new Uint8Array(n))
const renewId = (id: string) => siblingId(id, random(8))
const made = (object: string): Statement => ({
  id: ids.make(1_000, random(10)),
  verb: 'answered',
  object,
  contentHash: '0123456789ab',
  at: 1_000,
})

type Site = {
  guest: string | undefined
  signedIn: string | undefined
  /** the line fails for this many requests */
  down: number
  of(actor: string): string[]
  signIn(account: string): void
  /** signs out, or the session has run out */
  signOut(): void
  ask: Ask
}

/** A site with accounts, as the real one promises: a guest's record goes over to whoever signs in; `from` is checked before anything is stored. */
function siteWithAccounts() {
  const logs = new Map<string, Statement[]>()
  const owner = new Map<string, string>()
  let guests = 0
  const site: Site = {
    guest: undefined,
    signedIn: undefined,
    down: 0,
    of: (actor: string): string[] => (logs.get(actor) ?? []).map(({ object }) => object).sort(),
    signIn(account: string) {
      site.signedIn = account
      if (site.guest === undefined) return
      for (const statement of logs.get(site.guest) ?? []) {
        owner.set(statement.id, account)
        logs.set(account, [...(logs.get(account) ?? []), statement])
      }
      logs.delete(site.guest)
      site.guest = undefined
    },
    signOut() {
      site.signedIn = undefined
    },
    ask: (async (method, path, body) => {
      if (site.down > 0) {
        site.down--
        return { ok: false, code: 'offline' }
      }
      const account = site.signedIn !== undefined
      if (method === 'GET') {
        const actor = site.signedIn ?? site.guest ?? null
        const since = Number(path.split('=')[1])
        const all = actor === null ? [] : (logs.get(actor) ?? [])
        const statements = all.slice(since, since + 2)
        return {
          ok: true,
          value: { actor, account, statements, next: since + statements.length, more: all.length > since + statements.length },
        }
      }
      const { statements, from } = structuredClone(body) as { statements: Statement[]; from?: string }
      if (from !== undefined && from !== site.signedIn) return { ok: false, code: 'other_learner', status: 409 }
      if (!account) site.guest ??= `guest-${++guests}`
      const actor = site.signedIn ?? site.guest!
      const results = statements.map((statement) => {
        const held = owner.get(statement.id)
        if (held !== undefined && held !== actor) return { id: statement.id, ok: false, code: 'id_taken' }
        if (held === undefined) {
          owner.set(statement.id, actor)
          logs.set(actor, [...(logs.get(actor) ?? []), statement])
        }
        return { id: statement.id, ok: true }
      })
      return { ok: true, value: { actor, account, results } }
    }) as Ask,
  }
  return site
}

const shown = (log: ReturnType<typeof createDeviceLog>) => log.statements()?.map(({ object }) => object)

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

describe('a device and the people who use it', () => {
  it('keeps what a guest did when they sign in, and shows what the account had besides', async () => {
    const site = siteWithAccounts()
    const log = createDeviceLog(indexed('d'))
    await log.append(made('networking/guest'))
    await exchange(log, site.ask, renewId)
    site.signIn('ana')
    await log.append(made('networking/after'))
    expect(await exchange(log, site.ask, renewId)).toBe('done')
    expect(site.of('ana')).toEqual(['networking/after', 'networking/guest'])
    expect(shown(log)).toEqual(['networking/guest', 'networking/after'])
    expect(await log.meta()).toMatchObject({ actor: 'ana', account: true })
  })
  it('sends nothing of an account once its session is over, and all of it when that person is back', async () => {
    const site = siteWithAccounts()
    const log = createDeviceLog(indexed('d'))
    site.signIn('ana')
    await log.append(made('networking/a'))
    await exchange(log, site.ask, renewId)
    site.signOut()
    await log.append(made('networking/b'))
    expect(await exchange(log, site.ask, renewId)).toBe('signed-out')
    expect(site.guest).toBeUndefined()
    expect(shown(log)).toEqual(['networking/a', 'networking/b'])
    site.signIn('ana')
    expect(await exchange(log, site.ask, renewId)).toBe('done')
    expect(site.of('ana')).toEqual(['networking/a', 'networking/b'])
  })
  it('gives the next account nothing of the last one, and the last one everything back', async () => {
    const site = siteWithAccounts()
    const log = createDeviceLog(indexed('d'))
    site.signIn('ana')
    await log.append(made('networking/a'))
    await log.savePrivate('notes/networking/a', { text: 'only for Ana' })
    await exchange(log, site.ask, renewId)
    site.signOut()
    await log.append(made('networking/late'))
    site.signIn('bo')
    expect(await exchange(log, site.ask, renewId)).toBe('done')
    expect(shown(log)).toEqual([])
    expect([...log.privates()!.keys()]).toEqual([])
    await log.append(made('networking/of-bo'))
    await exchange(log, site.ask, renewId)
    expect(site.of('bo')).toEqual(['networking/of-bo'])
    await leave(log, { privates: 'erase', unsent: 'erase' })
    site.signOut()
    site.signIn('ana')
    expect(await exchange(log, site.ask, renewId)).toBe('done')
    expect(site.of('ana')).toEqual(['networking/a', 'networking/late'])
    expect(site.of('bo')).toEqual(['networking/of-bo'])
    expect(shown(log)).toEqual(['networking/a', 'networking/late'])
    expect(log.privateValue('notes/networking/a')).toEqual({ text: 'only for Ana' })
  })
  it('takes the record off the device at signing out; a reload and a guest find nothing', async () => {
    const site = siteWithAccounts()
    const log = createDeviceLog(indexed('d'))
    site.signIn('ana')
    await log.append(made('networking/a'))
    await log.savePrivate('toolkit/commitments', [{ id: '1' }])
    await exchange(log, site.ask, renewId)
    await leave(log, { privates: 'erase', unsent: 'erase' })
    site.signOut()
    const reloaded = createDeviceLog(indexed('d'))
    await reloaded.ready()
    expect(reloaded.statements()).toEqual([])
    expect(reloaded.privates()!.size).toBe(0)
    expect((await indexed('d').load()).privates.size).toBe(0)
    await reloaded.append(made('networking/guest'))
    expect(await exchange(reloaded, site.ask, renewId)).toBe('done')
    expect(site.of('ana')).toEqual(['networking/a'])
    expect(site.of('guest-1')).toEqual(['networking/guest'])
  })
  it('sends nothing again of what was erased, and leaves their words to who wants to keep them', async () => {
    const site = siteWithAccounts()
    const log = createDeviceLog(indexed('d'))
    await log.append(made('networking/guest'))
    await log.savePrivate('notes/networking/a', { text: 'mine' })
    await exchange(log, site.ask, renewId)
    await log.append(made('networking/not-sent'))
    site.guest = undefined
    await leave(log, { privates: 'stay', unsent: 'erase' })
    const reloaded = createDeviceLog(indexed('d'))
    expect(await exchange(reloaded, site.ask, renewId)).toBe('done')
    expect(site.guest).toBeUndefined()
    expect(shown(reloaded)).toEqual([])
    expect(reloaded.privateValue('notes/networking/a')).toEqual({ text: 'mine' })
  })
  it('joins what waited aside with what was written meanwhile, and hides what cannot be joined', async () => {
    const site = siteWithAccounts()
    const log = createDeviceLog(indexed('d'))
    site.signIn('ana')
    await log.savePrivate('toolkit/commitments', [{ id: '1' }])
    await log.savePrivate('notes/a', { text: 'mine' })
    await log.append(made('networking/a'))
    await exchange(log, site.ask, renewId)
    await leave(log, { privates: 'aside', unsent: 'aside' })
    site.signOut()
    await log.savePrivate('toolkit/commitments', [{ id: '2' }])
    await log.savePrivate('notes/a', { text: 'theirs' })
    site.signIn('ana')
    await exchange(log, site.ask, renewId)
    expect(log.privateValue('toolkit/commitments')).toEqual([{ id: '2' }, { id: '1' }])
    expect(log.privateValue('notes/a')).toEqual({ text: 'theirs' })
    expect([...log.privates()!.keys()]).toEqual(['notes/a', 'toolkit/commitments'])
    expect([...(await indexed('d').load()).privates.values()]).toContainEqual({ text: 'mine' })
  })
  it('never mixes two accounts, whatever they do one after the other on one device', async () => {
    const step = fc.constantFrom('record', 'exchange', 'fail', 'run-out', 'leave', 'ana', 'bo', 'reload')
    let run = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const name = `d-${++run}`
        const site = siteWithAccounts()
        let log = createDeviceLog(indexed(name))
        let count = 0
        const whose = new Map<string, string>()
        for (const one of steps) {
          if (one === 'record') {
            const holder = (await log.meta()).account ? (await log.meta()).actor! : 'guest'
            const object = `networking/${holder}-${count++}`
            whose.set(object, holder)
            await log.append(made(object))
          } else if (one === 'exchange') await exchange(log, site.ask, renewId)
          else if (one === 'fail') site.down = 2
          else if (one === 'run-out') site.signOut()
          else if (one === 'reload') {
            await log.settled()
            log = createDeviceLog(indexed(name))
          } else if (one === 'leave') {
            if (site.signedIn === undefined) continue
            await exchange(log, site.ask, renewId)
            await leave(log, { privates: 'aside', unsent: 'aside' })
            site.signOut()
          } else {
            site.signIn(one)
            site.down = 0
            await exchange(log, site.ask, renewId)
          }
        }
        site.down = 0
        for (const person of ['ana', 'bo', 'ana']) {
          site.signOut()
          site.signIn(person)
          await exchange(log, site.ask, renewId)
        }
        const [ana, bo] = [site.of('ana'), site.of('bo')]
        expect(ana.filter((object) => object.includes('bo-'))).toEqual([])
        expect(bo.filter((object) => object.includes('ana-'))).toEqual([])
        // nothing lost, nothing twice
        expect([...ana, ...bo].sort()).toEqual([...whose.keys()].sort())
      }),
      { numRuns: 120 },
    )
  })
})
