/** The files of a release on the disk: all of them are written, or none. */
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** null where there is no such file */
export async function readText(folder: string, name: string): Promise<string | null> {
  try {
    return await readFile(join(folder, name), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/**
 * Writes each text beside its file first, then puts them in place one by one; where one cannot be put there, those before
 * it go back to what they were.
 * @throws what went wrong; the folder is then as it was
 */
export async function writeAll(folder: string, files: readonly (readonly [name: string, text: string])[]): Promise<void> {
  const before = await Promise.all(files.map(async ([name]) => [name, await readText(folder, name)] as const))
  const placed: string[] = []
  try {
    for (const [name, text] of files) await writeFile(join(folder, `${name}.new`), text)
    for (const [name] of files) {
      await rename(join(folder, `${name}.new`), join(folder, name))
      placed.push(name)
    }
  } catch (error) {
    for (const [name, text] of before) {
      if (!placed.includes(name)) continue
      if (text === null) await rm(join(folder, name))
      else await writeFile(join(folder, name), text)
    }
    for (const [name] of files) await rm(join(folder, `${name}.new`), { force: true }).catch(() => undefined)
    throw error
  }
}
