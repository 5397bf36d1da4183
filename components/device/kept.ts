/** Where the device log keeps its entries: IndexedDB in a browser, nothing at all where there is none. */
import type { Entry, Meta } from './entry.ts'

export type Loaded = { entries: Entry[]; privates: Map<string, unknown>; meta: Meta }

/** Each promise settles when the transaction has: resolved means that it is on the disk. */
export type Kept = {
  load(): Promise<Loaded>
  /** Entries with these ids, as another tab may have changed them. */
  read(ids: readonly string[]): Promise<Entry[]>
  unsent(): Promise<Entry[]>
  meta(): Promise<Meta>
  /** One transaction: all of it or nothing. */
  write(change: { put?: readonly Entry[]; remove?: readonly string[]; meta?: Meta }): Promise<void>
  readPrivate(key: string): Promise<unknown>
  writePrivate(key: string, value: unknown): Promise<void>
  erasePrivate(key: string): Promise<void>
}
