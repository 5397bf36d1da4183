/*
 * Keeps the page /verify, so that it opens without a connection. Nothing else: every other request passes as if there were no worker.
 *
 * - The page itself comes from the network as long as there is one, always. What is kept is for when there is none.
 * - Files with a hash in their name never change, so the kept ones serve. Fonts and the icon come from the network where there is one.
 * - What is kept belongs together: one cache for each build of the page, filled before the page is put into it, and only then are those
 *   of other builds thrown away. A line that breaks in between leaves the earlier one whole.
 *
 * The scope /verify is the beginning of other addresses, too (/verify-email): their pages are not answered here.
 */
const page = '/verify'
const prefix = 'verify-'

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') {
    if (pathname === page) event.respondWith(freshOrKept(request, page))
  } else if (isHashed(pathname)) event.respondWith(keptOrFresh(request))
  else if (isPlain(pathname)) event.respondWith(freshOrKept(request, pathname))
})

self.addEventListener('message', (event) => {
  const { keep: addresses } = event.data ?? {}
  if (Array.isArray(addresses)) event.waitUntil(keep(addresses.filter((one) => typeof one === 'string')).catch(() => undefined))
})

const isHashed = (pathname) => pathname.startsWith('/_next/static/')
const isPlain = (pathname) => pathname.startsWith('/fonts/') || pathname === '/icon.svg'

const kept = (address) => caches.match(address, { ignoreVary: true, ignoreSearch: true })

async function freshOrKept(request, address) {
  try {
    return await fetch(request)
  } catch (error) {
    const found = await kept(address)
    if (found) return found
    throw error
  }
}

async function keptOrFresh(request) {
  return (await kept(new URL(request.url).pathname)) ?? fetch(request)
}

/** @param addresses of what the page has loaded by now, also what its HTML does not name: what it loads only when it is needed */
async function keep(addresses) {
  const response = await fetch(page, { cache: 'no-cache' })
  if (!response.ok || response.redirected) return
  const html = await response.clone().text()
  const named = [...new Set(html.match(/\/_next\/static\/[\w./~-]+\.(?:js|css|woff2)\b/g) ?? [])].sort()
  const name = prefix + (await digest(named.join('\n')))
  const cache = await caches.open(name)
  const others = addresses
    .map((one) => new URL(one, self.location.origin))
    .filter(({ origin, pathname }) => origin === self.location.origin && (isHashed(pathname) || isPlain(pathname)))
    .map(({ pathname }) => pathname)
  // six at a time: the page may still be loading something that somebody waits for
  await inTurn(named, 6, (address) => store(cache, address))
  await inTurn(others, 6, (address) => store(cache, address).catch(() => undefined))
  await cache.put(page, response)
  for (const other of await caches.keys()) if (other.startsWith(prefix) && other !== name) await caches.delete(other)
}

async function store(cache, address) {
  if (await cache.match(address, { ignoreVary: true })) return
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  await cache.put(address, response)
}

async function inTurn(addresses, atOnce, each) {
  const waiting = [...addresses]
  const work = async () => {
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) await each(address)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}

async function digest(text) {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(bytes.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
