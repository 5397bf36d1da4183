/**
 * The configuration of this process: the environment, and the secret that is made once and kept where none is given.
 * The secret signs guests' cookies: whoever loses it, loses who their guests are. So it is written with mode 600,
 * in one atomic step, and two servers that start together agree on one.
 */
import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type ConfigProblem, type ParsedConfig, parseConfig, problemWith } from './parse-config.ts'

/** `dataDir` is absolute. */
export type Config = Omit<ParsedConfig, 'secret'> & { secret: string }

export function readConfig(environment: Readonly<Record<string, string | undefined>>): { ok: true; config: Config } | ConfigProblem {
  const parsed = parseConfig(environment)
  if (!parsed.ok) return parsed
  const dataDir = resolve(parsed.config.dataDir)
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    const secret = parsed.config.secret ?? keptSecret(dataDir)
    return secret.length >= 32 ? { ok: true, config: { ...parsed.config, dataDir, secret } } : problemWith('SECRET')
  } catch {
    return problemWith('DATA_DIR')
  }
}

function keptSecret(dataDir: string): string {
  const path = join(dataDir, 'secret')
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  try {
    // A link either appears whole or not at all, and never replaces the secret of a server that was faster.
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    unlinkSync(draft)
  }
  return readFileSync(path, 'utf8').trim()
}

const kept = Symbol.for('common-ground.config')
const holder = globalThis as { [kept]?: Config }

/** The configuration of the running site, read once. Throws the plain sentence where the environment is wrong. */
export function config(): Config {
  if (holder[kept]) return holder[kept]
  const read = readConfig(process.env)
  if (!read.ok) throw new Error(read.sentence)
  holder[kept] = read.config
  return read.config
}

let version: string | undefined
/** The version of the site, from package.json beside which it runs. */
export function siteVersion(): string {
  version ??= (JSON.parse(readFileSync(join(process.cwd(), 'package.json'), 'utf8')) as { version: string }).version
  return version
}
