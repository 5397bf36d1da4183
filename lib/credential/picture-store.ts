/**
 * Keeps the pictures of certificates, so that each version is drawn once however many ask for it at the same time.
 * Three layers: requests that wait for the same drawing, PNG bytes in memory up to a bound, files in a folder.
 * A file appears whole or not at all (written beside, then renamed); a folder that cannot be written only costs time.
 */
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type PictureStore = { get: (key: string, draw: () => Promise<Uint8Array>) => Promise<Uint8Array> }

/** @param directory null: keep nothing on disk. @param budget bytes kept in memory */
export function pictureStore({ directory, budget = 24 * 1024 * 1024 }: { directory: string | null; budget?: number }): PictureStore {
  const waiting = new Map<string, Promise<Uint8Array>>()
  const kept = new Map<string, Uint8Array>()
  let total = 0

  function keep(key: string, bytes: Uint8Array): void {
    kept.set(key, bytes)
    total += bytes.length
    for (const [oldest, old] of kept) {
      if (total <= budget) break
      kept.delete(oldest)
      total -= old.length
    }
  }

  async function find(key: string, draw: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const path = directory === null ? null : join(/* turbopackIgnore: true */ directory, `${key}.png`)
    const filed = path === null ? null : await readFile(path).catch(() => null)
    const bytes = filed ?? (await draw())
    if (path !== null && filed === null) await file(path, bytes)
    keep(key, bytes)
    return bytes
  }

  return {
    get(key, draw) {
      if (!/^[\w-]+$/.test(key)) throw new Error(`Not a key of a picture: ${key}`)
      const known = kept.get(key)
      if (known) {
        // Last in the map is most recently used.
        kept.delete(key)
        kept.set(key, known)
        return Promise.resolve(known)
      }
      const before = waiting.get(key)
      if (before) return before
      const finding = find(key, draw).finally(() => waiting.delete(key))
      waiting.set(key, finding)
      return finding
    },
  }
}

async function file(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  try {
    await mkdir(join(path, '..'), { recursive: true })
    await writeFile(draft, bytes, { flag: 'wx' })
    await rename(draft, path)
  } catch {
    await rm(draft, { force: true }).catch(() => undefined)
  }
}
