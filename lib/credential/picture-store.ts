/**
 * Keeps the pictures of certificates, and their PDFs, so that each version is drawn once however many ask for it at the same time.
 * Three layers: requests that wait for the same drawing, bytes in memory up to a bound, files in a folder.
 * A file appears whole or not at all (written beside, then renamed); a folder that cannot be written only costs time.
 * Drawings are made one after the other, since each takes the processor and some memory for itself, and only so many may wait.
 * Of one picture only the newest version stays on the disk: a name that is changed a thousand times leaves one file.
 */
import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

export type PictureStore = {
  /**
   * @param of the beginning that the keys of all versions of this picture share; without it older ones stay
   * @throws TooManyDrawings
   */
  get: (key: string, draw: () => Promise<Uint8Array>, of?: string) => Promise<Uint8Array>
}

/** More pictures are asked for than can be drawn; whoever asks again in a while gets theirs. */
export class TooManyDrawings extends Error {}

/** @param directory null: keep nothing on disk. @param extension of the files. @param budget bytes kept in memory. @param most how many pictures may wait */
export function pictureStore({
  directory,
  extension = 'png',
  budget = 24 * 1024 * 1024,
  most = 60,
}: {
  directory: string | null
  extension?: string
  budget?: number
  most?: number
}): PictureStore {
  const waiting = new Map<string, Promise<Uint8Array>>()
  const kept = new Map<string, Uint8Array>()
  let total = 0
  let last: Promise<unknown> = Promise.resolve()

  function inTurn(draw: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const mine = last.then(draw)
    last = mine.catch(() => undefined)
    return mine
  }

  function keep(key: string, bytes: Uint8Array): void {
    kept.set(key, bytes)
    total += bytes.length
    for (const [oldest, old] of kept) {
      if (total <= budget) break
      kept.delete(oldest)
      total -= old.length
    }
  }

  async function find(key: string, draw: () => Promise<Uint8Array>, of: string | undefined): Promise<Uint8Array> {
    const path = directory === null ? null : join(/* turbopackIgnore: true */ directory, `${key}.${extension}`)
    const filed = path === null ? null : await readFile(path).catch(() => null)
    const bytes = filed ?? (await inTurn(draw))
    if (directory !== null && path !== null && filed === null) {
      await file(path, bytes)
      if (of !== undefined) await removeOthers(directory, of, `${key}.${extension}`)
    }
    keep(key, bytes)
    return bytes
  }

  return {
    get(key, draw, of) {
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
      if (waiting.size >= most) return Promise.reject(new TooManyDrawings('Too many pictures wait to be drawn.'))
      const finding = find(key, draw, of).finally(() => waiting.delete(key))
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

async function removeOthers(directory: string, beginning: string, name: string): Promise<void> {
  const names = await readdir(directory).catch(() => [])
  const others = names.filter((other) => other.startsWith(beginning) && extname(other) === extname(name) && other !== name)
  await Promise.all(others.map((other) => rm(join(/* turbopackIgnore: true */ directory, other), { force: true }).catch(() => undefined)))
}
