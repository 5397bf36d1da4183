/** The device log's entries in IndexedDB. Holds no state of its own besides the connection. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Entry, Meta } from './entry.ts'
import type { Kept } from './kept.ts'

interface Schema extends DBSchema {
  statement: { key: string; value: Entry; indexes: { delivery: string } }
  private: { key: string; value: unknown }
  meta: { key: string; value: Meta }
}

const metaKey = 'exchange'

export function indexed(name: string): Kept {
  let connection: Promise<IDBPDatabase<Schema>> | undefined
  const close = () => {
    connection = undefined
  }
  /** Opened at first use, and again after another tab or the system has closed it. */
  function db() {
    connection ??= openDB<Schema>(name, 1, {
      upgrade(opened) {
        opened.createObjectStore('statement', { keyPath: 'id' }).createIndex('delivery', 'delivery.state')
        opened.createObjectStore('private')
        opened.createObjectStore('meta')
      },
      blocking(_current, _next, event) {
        close()
        ;(event.target as IDBDatabase).close()
      },
      terminated: close,
    }).catch((error) => {
      close()
      throw error
    })
    return connection
  }
  return {
    async load() {
      const transaction = (await db()).transaction(['statement', 'private', 'meta'])
      const [entries, keys, values, meta] = await Promise.all([
        transaction.objectStore('statement').getAll(),
        transaction.objectStore('private').getAllKeys(),
        transaction.objectStore('private').getAll(),
        transaction.objectStore('meta').get(metaKey),
      ])
      return { entries, privates: new Map(keys.map((key, i) => [key, values[i]])), meta: meta ?? {} }
    },
    async read(ids) {
      const store = (await db()).transaction('statement').store
      const found = await Promise.all(ids.map((id) => store.get(id)))
      return found.filter((entry) => entry !== undefined)
    },
    async unsent() {
      return (await db()).getAllFromIndex('statement', 'delivery', 'unsent')
    },
    async meta() {
      return (await (await db()).get('meta', metaKey)) ?? {}
    },
    async write({ put = [], remove = [], meta }) {
      // strict: on the disk before it counts as kept, so that a flat battery takes nothing away
      const transaction = (await db()).transaction(['statement', 'meta'], 'readwrite', { durability: 'strict' })
      const store = transaction.objectStore('statement')
      const requests = [
        ...put.map((entry) => store.put(entry)),
        ...remove.map((id) => store.delete(id)),
        meta ? transaction.objectStore('meta').put(meta, metaKey) : undefined,
      ]
      await committed(transaction, requests)
    },
    async readPrivate(key) {
      return (await db()).get('private', key)
    },
    async writePrivate(key, value) {
      const transaction = (await db()).transaction('private', 'readwrite')
      await committed(transaction, [transaction.store.put(value, key)])
    },
    async erasePrivate(key) {
      const transaction = (await db()).transaction('private', 'readwrite')
      await committed(transaction, [transaction.store.delete(key)])
    },
  }
}

/** Commits now, without waiting to hear of each request first: a page that is closed in the next moment has kept what was done in this one. */
async function committed(transaction: { commit(): void; done: Promise<void> }, requests: readonly (Promise<unknown> | undefined)[]) {
  transaction.commit()
  await Promise.all([...requests, transaction.done])
}
