/**
 * What issuers publish, kept on this device with the time at which it was fetched: documents with their keys, lists of what was taken back.
 * Certificates are never kept: they are about somebody. Where the browser keeps nothing, everything is as if nothing had been fetched.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

export type KeptDocument = { url: string; document: unknown; fetchedAt: number }
export type KeptDocuments = {
  read(url: string): Promise<KeptDocument | undefined>
  write(one: KeptDocument): Promise<void>
  count(): Promise<number>
}

interface Schema extends DBSchema {
  document: { key: string; value: KeptDocument; indexes: { fetchedAt: number } }
}

/** more issuers than anybody meets; a list takes at most some kilobytes */
const most = 300

export function keptDocuments(name = 'verify'): KeptDocuments {
  let connection: Promise<IDBPDatabase<Schema>> | undefined
  const close = () => {
    connection = undefined
  }
  function db() {
    connection ??= openDB<Schema>(name, 1, {
      upgrade(opened) {
        opened.createObjectStore('document', { keyPath: 'url' }).createIndex('fetchedAt', 'fetchedAt')
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
    async read(url) {
      return (await db()).get('document', url)
    },
    async write(one) {
      const transaction = (await db()).transaction('document', 'readwrite')
      await transaction.store.put(one)
      let over = (await transaction.store.count()) - most
      for (let cursor = await transaction.store.index('fetchedAt').openCursor(); cursor && over > 0; cursor = await cursor.continue()) {
        await cursor.delete()
        over--
      }
      await transaction.done
    },
    async count() {
      return (await db()).count('document')
    },
  }
}
