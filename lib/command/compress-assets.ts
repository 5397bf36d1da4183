/** After a build: a Brotli copy beside every static script, style, picture and prerendered page, at the strongest setting, so that serving it costs nothing. */
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

const root = new URL('../..', import.meta.url).pathname
const compressible = /\.(js|css|svg|html|json\.body)$/

for (const folder of ['.next/static', '.next/server/app', 'public']) {
  for (const name of await readdir(join(root, folder), { recursive: true })) {
    const path = join(root, folder, name)
    // what the server itself runs is never sent
    if (folder === '.next/server/app' && !/\.html$|^find\/.*\.body$/.test(name.replaceAll('\\', '/'))) continue
    if (!compressible.test(name) || !(await stat(path)).isFile()) continue
    const bytes = await readFile(path)
    const small = brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    })
    const copy = folder === 'public' ? join(root, '.next/public-br', `${name}.br`) : `${path}.br`
    await writeFileIn(copy, small)
  }
}

async function writeFileIn(path: string, bytes: Uint8Array) {
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, bytes)
}
