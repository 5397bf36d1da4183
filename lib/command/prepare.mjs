/**
 * What both `npm start` and `npm test` do first, on a machine that has nothing but Node and npm: install what the
 * lockfile names, find the Node that came with it, build when a source changed. Uses nothing but Node itself.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const oldestNode = 20
const serveNode = 24

process.env.NEXT_TELEMETRY_DISABLED ??= '1'

/** Ends with one sentence when the running Node cannot even install. */
export function checkNode() {
  const major = Number(process.versions.node.split('.')[0])
  if (major >= oldestNode) return
  console.error(
    `Common Ground needs Node ${oldestNode} or newer to start; this is Node ${process.versions.node}. Install a newer one from nodejs.org, then try again.`,
  )
  process.exit(1)
}

/** Runs a program in the project; resolves to its exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
    child.on('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`)
      resolve(127)
    })
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 128 : 1)))
  })
}

function lockfileHash() {
  const hash = createHash('sha256')
  for (const name of ['package.json', 'package-lock.json']) hash.update(readFileSync(join(root, name)))
  return hash.digest('hex')
}

/** @param {'serve' | 'all'} scope `serve` leaves out what only tests need */
export async function install(scope) {
  const stamp = join(root, 'node_modules', '.installed-for')
  const found = existsSync(stamp) ? readFileSync(stamp, 'utf8').split(' ') : []
  if (found[1] === lockfileHash() && (found[0] === 'all' || found[0] === scope)) return
  // whoever installed by hand has the test packages too: do not take them away
  const byHand = found.length === 0 && existsSync(join(root, 'node_modules', '.package-lock.json'))
  const wanted = found[0] === 'all' || byHand ? 'all' : scope
  console.log('Installing packages (once; later starts skip this)…')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const code = await run(
    npm,
    ['install', '--no-audit', '--no-fund', '--loglevel=error', wanted === 'serve' ? '--omit=dev' : '--include=dev'],
    {
      shell: process.platform === 'win32',
      env: { ...process.env, NODE_ENV: '' },
    },
  )
  if (code !== 0) {
    console.error(
      'Packages could not be installed. Check the connection to the npm registry, then run the same command again; nothing needs to be cleaned up.',
    )
    process.exit(1)
  }
  writeFileSync(stamp, `${wanted} ${lockfileHash()}`)
}

/** The Node that serves: the running one where it is new enough, else the one the package `node` brought. */
export function nodePath() {
  if (Number(process.versions.node.split('.')[0]) >= serveNode) return process.execPath
  const own = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(own) && spawnSync(own, ['--version']).status === 0) return own
  console.error(
    `Node ${serveNode} was not installed with the packages. Delete the folder node_modules and run the same command again, or use Node ${serveNode}.`,
  )
  process.exit(1)
}

const sources = ['app', 'components', 'content', 'lib', 'public', 'next.config.mjs', 'package-lock.json', 'tsconfig.json']
const notSource = /\.test\.tsx?$|\/README\.md$|^lib\/testing\/|^lib\/command\//

function* filesIn(path) {
  if (!existsSync(path)) return
  if (!statSync(path).isDirectory()) yield path
  else for (const name of readdirSync(path).sort()) yield* filesIn(join(path, name))
}

/** Fingerprint of all that goes into the build, by path, size and time of change. */
function sourcesHash() {
  const hash = createHash('sha256')
  for (const source of sources)
    for (const file of filesIn(join(root, source))) {
      const path = relative(root, file).replaceAll('\\', '/')
      if (notSource.test(path)) continue
      const { size, mtimeMs } = statSync(file)
      hash.update(`${path} ${size} ${mtimeMs}\n`)
    }
  return hash.digest('hex')
}

/** Builds when a source is newer than the build. @returns the exit code of the build, 0 where none was needed. */
export async function build(node) {
  const stamp = join(root, '.next', 'built-from')
  const from = sourcesHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === from) return 0
  console.log('Building the site (when a source has changed)…')
  const code = await run(node, [join('node_modules', 'next', 'dist', 'bin', 'next'), 'build'])
  if (code !== 0) return code
  const compressed = await run(node, [join('lib', 'command', 'compress-assets.ts')])
  if (compressed !== 0) return compressed
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, from)
  return 0
}
