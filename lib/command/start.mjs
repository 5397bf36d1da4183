/**
 * `npm start`: from a fresh clone to a served site. `npm start` again: straight to serving.
 * `npm run dev` (`--dev`) serves from the sources instead of a build.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { build, checkNode, install, nodePath, root } from './prepare.mjs'

checkNode()
const dev = process.argv.includes('--dev')
await install(dev ? 'all' : 'serve')
const node = nodePath()
if (!dev && (await build(node)) !== 0) {
  console.error('The site could not be built; the reason stands above. The data was not touched.')
  process.exit(1)
}

const server = spawn(node, ['--disable-warning=ExperimentalWarning', join('lib', 'command', 'serve.ts'), ...(dev ? ['--dev'] : [])], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: dev ? 'development' : 'production' },
})
// A terminal sends Ctrl-C to both processes, a supervisor sends SIGTERM to this one alone: pass it on, and let the server decide when it has finished.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal === 'SIGINT' ? 'SIGTERM' : signal))
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
