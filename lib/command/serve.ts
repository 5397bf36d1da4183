/**
 * Serves the built site (or the sources, with --dev): reads the configuration, migrates, listens, says where it is;
 * on SIGTERM lets the running requests finish, closes the database and ends.
 */
import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join, resolve } from 'node:path'
import { constants } from 'node:zlib'
import compression from 'compression'
import next from 'next'
import { setupAddress } from '#lib/account/addresses.ts'
import { isOtherSecret } from '#lib/account/secret-store.ts'
import { makeSetupToken } from '#lib/account/setup-store.ts'
import { readConfig } from '#lib/config/read-config.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import { startSweeping } from '#lib/credential/drawn-store.ts'
import { currentIssuer } from '#lib/credential/issuer-store.ts'
import { NoSigningKey } from '#lib/credential/no-signing-key.ts'
import { shelf } from '#lib/credential/shelf-store.ts'
import { closeDatabase, database } from '#lib/db/client.ts'
import { startLetterJobs } from '#lib/letter/jobs-store.ts'
import { defaultLocale } from '#lib/message/locale.ts'
import { addCaller } from '#lib/server/add-caller.ts'
import { findAssets, findPages, isPageRequest, sendAsset } from '#lib/server/asset-store.ts'
import { closeServer, watchResponses } from '#lib/server/close-server.ts'
import { addressOfPrerendered, inlineScriptHashes, leaveOf, permissions, policy } from '#lib/server/content-security.ts'
import { servePage } from '#lib/server/page-status.ts'
import { isReadableAddress } from '#lib/server/readable-address.ts'
import { revalidatePages } from '#lib/server/revalidate-pages.ts'
import { shelfServer } from '#lib/server/send-shelved.ts'

const root = resolve(import.meta.dirname, '../..')
const dev = process.argv.includes('--dev')
/** How long running requests get to finish after a stop was asked for, in milliseconds. */
const patience = 10_000
/**
 * How long a connection may take, in milliseconds. A megabyte on a bad line takes a minute; what takes longer, sends its request
 * by the byte or never reads the reply is cut off. Waiting connections are kept longer than balancers usually keep theirs, so
 * that none is closed just as they use it.
 */
const times = { headersTimeout: 20_000, requestTimeout: 120_000, keepAliveTimeout: 65_000 }
const silence = 120_000

const read = readConfig(process.env)
if (!read.ok) {
  console.error(`Common Ground did not start. ${read.sentence}`)
  process.exit(1)
}
const { config } = read
const https = config.baseUrl.startsWith('https:')

try {
  await database()
} catch (error) {
  console.error(
    `Common Ground did not start: the database cannot be opened (${error instanceof Error ? error.message : String(error)}). Check DATA_DIR or DATABASE_URL; nothing was changed.`,
  )
  process.exit(1)
}

if (!dev) {
  try {
    const { course } = await loadCourse()
    // the key that signs certificates is there from the first start on, so that a copy of the data taken at any time has it
    const { signs } = await currentIssuer(await database(), { ...config, now: Date.now(), site: course.site })
    // the course goes on without: learners lose nothing, and the administrators’ page says it as well
    if (!signs) console.error(new NoSigningKey().message)
  } catch (error) {
    console.error(`Common Ground did not start. ${error instanceof Error ? error.message : String(error)}`)
    process.exit(1)
  }
}

const site = next({ dev, dir: root, port: config.port, quiet: false })
await site.prepare()
const handle = site.getRequestHandler()
// one step above the middleware's own: a twentieth smaller for the data of a page, and hardly slower
const compress = compression({ threshold: 512, brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } })
const assets = dev ? new Map() : await findAssets(root)
const pages = dev ? new Map() : await findPages(root, (file) => addressOfPrerendered(file, defaultLocale))
const policies = dev ? new Map<string, string>() : await prerenderedPolicies()

async function prerenderedPolicies() {
  const folder = join(root, '.next/server/app')
  const found = new Map<string, string>()
  for (const name of await readdir(folder, { recursive: true })) {
    const address = addressOfPrerendered(name.replaceAll('\\', '/'), defaultLocale)
    if (address) found.set(address, policy(inlineScriptHashes(await readFile(join(folder, name), 'utf8')), https, leaveOf(address)))
  }
  return found
}

function secure(request: IncomingMessage, response: ServerResponse) {
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin')
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
  response.setHeader('Permissions-Policy', permissions(leaveOf(path)))
  if (https) response.setHeader('Strict-Transport-Security', 'max-age=31536000')
}

function secureContent(request: IncomingMessage, response: ServerResponse) {
  if (dev) return
  const prerendered = policies.get((request.url ?? '/').split('?', 1)[0] ?? '/')
  if (prerendered) {
    response.setHeader('Content-Security-Policy', prerendered)
    return
  }
  // Rendered per request: Next takes the nonce from this header. An address nobody knows shows the prerendered page for that.
  const notFound = policies.get('/_not-found')?.match(/'sha256-[^']+'/g) ?? []
  const header = policy([`'nonce-${randomBytes(16).toString('base64')}'`, ...notFound], https)
  request.headers['content-security-policy'] = header
  response.setHeader('Content-Security-Policy', header)
}

function refuseAddress(response: ServerResponse, status: 400 | 404) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' })
  response.end(status === 400 ? 'This address cannot be read.\n' : 'There is nothing at this address.\n')
}

const pictures = shelfServer({ shelf: shelf(), db: database })

const server = createServer(times, (request, response) => {
  if (sendAsset(assets, request, response)) return
  secure(request, response)
  const shelved = pictures.asksFor(request)
  if (shelved === null) return answerLive(request, response)
  pictures.send(shelved, request, response).then(
    (sent) => sent || answerLive(request, response),
    () => answerLive(request, response),
  )
})

function answerLive(request: IncomingMessage, response: ServerResponse) {
  secureContent(request, response)
  addCaller(request)
  if (isPageRequest(request) && sendAsset(pages, request, response)) return
  if (request.method !== 'GET' && request.method !== 'HEAD') response.once('close', pictures.forget)
  if (!isReadableAddress(request.url ?? '')) return refuseAddress(response, 400)
  // Next would draw any picture of the site anew in any size, for anybody; no page asks for that.
  if (request.url?.startsWith('/_next/image')) return refuseAddress(response, 404)
  answer(request, response)
}

function answer(request: IncomingMessage, response: ServerResponse) {
  revalidatePages(response)
  compress(request as Parameters<typeof compress>[0], response as Parameters<typeof compress>[1], () => {
    servePage(response, () => {
      handle(request, response).catch((error) => {
        console.error(`A request failed: ${request.method} ${request.url?.split('?', 1)[0]}`, error)
        if (response.headersSent) response.destroy()
        else response.writeHead(500, { 'Cache-Control': 'no-store' }).end()
      })
    })
  })
}
const open = watchResponses(server)
if (!dev) server.setTimeout(silence)
if (dev) server.on('upgrade', (request, socket, head) => void site.getUpgradeHandler()(request, socket, head))

server.on('error', (error: NodeJS.ErrnoException) => {
  console.error(
    error.code === 'EADDRINUSE'
      ? `Common Ground did not start: port ${config.port} is taken. Stop what runs there, or choose another with PORT=${config.port + 1} npm start.`
      : `Common Ground stopped: ${error.message}`,
  )
  process.exit(1)
})

const setup = await makeSetupToken(await database(), Date.now())
if (await isOtherSecret(await database(), config.secret))
  console.error(
    'The secret is not the one this database was used with before: everybody is signed out, and second factors cannot be read. If that is not what you want, stop, put the old SECRET (or DATA_DIR/secret) back and start again. Several servers need the same SECRET.',
  )

server.listen(config.port, () => {
  const data = config.databaseUrl ? 'PostgreSQL (DATABASE_URL)' : join(config.dataDir, 'common-ground.sqlite')
  console.log(`
  Common Ground is open at ${config.baseUrl}

  Data    ${data}
  First   Open the address and choose “Start”. Nobody needs an account to learn here.
  Stop    Ctrl-C. Everything a learner did is kept.
`)
  if (setup)
    console.log(`  To become administrator, open this link. It counts once, and is closed as soon as there is one:
  ${setupAddress(config.baseUrl, setup)}
`)
})

// One request that went wrong must not end those of everybody else. What was to be stored was stored in a transaction, or not at all.
process.on('unhandledRejection', (error) => console.error('A promise failed and nobody looked at it.', error))

const stopSweeping = startSweeping(await database(), config.dataDir)
const stopLetters = startLetterJobs(await database(), config, loadCourse)

let stopping = false
async function stop() {
  if (stopping) return
  stopping = true
  const workStopped = Promise.all([stopLetters(), stopSweeping()])
  await closeServer(server, patience, open)
  await workStopped
  await site.close().catch(() => undefined)
  await closeDatabase().catch((error) => console.error('The database could not be closed.', error))
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
