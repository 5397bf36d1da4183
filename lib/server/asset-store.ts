/**
 * Files that never change under their name, sent with the Brotli copy made after the build. Everything it does not
 * know falls through to Next.
 */
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { pipeline } from 'node:stream'

const types: Record<string, string> = {
  '.js': 'application/javascript; charset=UTF-8',
  '.css': 'text/css; charset=UTF-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=UTF-8',
}

type Asset = {
  path: string
  brotli: string | null
  size: number
  brotliSize: number
  type: string
  cache: string
  etag: string
  vary: string
}

/** @param root the project's folder. @returns the assets by address, read once at start. */
export async function findAssets(root: string): Promise<Map<string, Asset>> {
  const assets = new Map<string, Asset>()
  const sources = [
    // hashed by the build into the name
    {
      folder: join(root, '.next/static'),
      copies: join(root, '.next/static'),
      address: '/_next/static/',
      cache: 'public, max-age=31536000, immutable',
    },
    {
      folder: join(root, 'public'),
      copies: join(root, '.next/public-br'),
      address: '/',
      cache: 'public, max-age=86400, stale-while-revalidate=604800',
    },
    // what search opens: prerendered, with its fingerprint in the address
    {
      folder: join(root, '.next/server/app/find'),
      copies: join(root, '.next/server/app/find'),
      address: '/find/',
      cache: 'public, max-age=31536000, immutable',
      ending: '.body',
    },
  ]
  for (const { folder, copies, address, cache, ending = '' } of sources) {
    for (const name of await readdir(folder, { recursive: true }).catch(() => [])) {
      if (!name.endsWith(ending)) continue
      const called = name.slice(0, name.length - ending.length).replaceAll('\\', '/')
      const type = types[extname(called)]
      if (!type) continue
      assets.set(address + called, await assetOf(join(folder, name), join(copies, `${name}.br`), { type, cache, vary: 'Accept-Encoding' }))
    }
  }
  return assets
}

/**
 * The prerendered pages by address: the same bytes for everybody. What Next asks for while moving from page to page
 * (`isPageRequest` is false then) has the same addresses and is left to Next.
 */
export async function findPages(root: string, addressOf: (file: string) => string | null): Promise<Map<string, Asset>> {
  const folder = join(root, '.next/server/app')
  const pages = new Map<string, Asset>()
  for (const name of await readdir(folder, { recursive: true })) {
    const address = addressOf(name.replaceAll('\\', '/'))
    // the pages for errors have a status of their own
    if (!address || address.startsWith('/_')) continue
    const path = join(folder, name)
    pages.set(
      address,
      await assetOf(path, `${path}.br`, {
        type: 'text/html; charset=utf-8',
        cache: 'public, max-age=0, must-revalidate',
        vary: 'rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch, Accept-Encoding',
      }),
    )
  }
  return pages
}

/** A browser asking for the page itself, not Next's router for the data of one. */
export function isPageRequest({ headers, url = '' }: Pick<IncomingMessage, 'headers' | 'url'>): boolean {
  return headers['rsc'] === undefined && headers['next-router-prefetch'] === undefined && !/[?&]_rsc=/.test(url)
}

async function assetOf(path: string, copy: string, rest: Pick<Asset, 'type' | 'cache' | 'vary'>): Promise<Asset> {
  const { size, mtimeMs } = await stat(path)
  const brotliSize = await stat(copy)
    .then((found) => found.size)
    .catch(() => 0)
  const etag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`
  return { path, size, brotliSize, brotli: brotliSize > 0 ? copy : null, etag, ...rest }
}

/** Sends the asset if there is one. @returns false where the request is not for one. */
export function sendAsset(assets: Map<string, Asset>, request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  const asset = assets.get((request.url ?? '').split('?', 1)[0] ?? '')
  if (!asset) return false
  response.setHeader('Cache-Control', asset.cache)
  response.setHeader('ETag', asset.etag)
  response.setHeader('Vary', asset.vary)
  response.setHeader('X-Content-Type-Options', 'nosniff')
  if (request.headers['if-none-match'] === asset.etag) {
    response.statusCode = 304
    response.end()
    return true
  }
  const brotli = asset.brotli !== null && /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))
  response.setHeader('Content-Type', asset.type)
  response.setHeader('Content-Length', brotli ? asset.brotliSize : asset.size)
  if (brotli) response.setHeader('Content-Encoding', 'br')
  if (request.method === 'HEAD') response.end()
  // Whoever hangs up in the middle leaves no file open: a pipeline ends both sides, whichever of them fails.
  else pipeline(createReadStream(brotli && asset.brotli ? asset.brotli : asset.path), response, () => undefined)
  return true
}
