import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readConfig } from './read-config.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'common-ground-config-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function secretIn(environment: Record<string, string>): string {
  const read = readConfig(environment)
  if (!read.ok) throw new Error(read.sentence)
  return read.config.secret
}

describe('readConfig', () => {
  it('makes a secret once, in a folder it makes, for its owner alone', () => {
    const dataDir = join(folder, 'deep', 'data')
    const secret = secretIn({ DATA_DIR: dataDir })
    expect(secret.length).toBeGreaterThanOrEqual(32)
    expect(secretIn({ DATA_DIR: dataDir })).toBe(secret)
    expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600)
    expect(statSync(dataDir).mode & 0o777).toBe(0o700)
    expect(readdirSync(dataDir)).toEqual(['secret'])
  })

  it('makes another secret for another place', () => {
    expect(secretIn({ DATA_DIR: join(folder, 'one') })).not.toBe(secretIn({ DATA_DIR: join(folder, 'two') }))
  })

  it('takes a given secret and writes none', () => {
    const given = 'given '.repeat(6)
    expect(secretIn({ DATA_DIR: folder, SECRET: given })).toBe(given.trim())
    expect(readdirSync(folder)).toEqual([])
  })

  it('does not go on with a secret file that was cut short', () => {
    writeFileSync(join(folder, 'secret'), 'short')
    expect(readConfig({ DATA_DIR: folder })).toMatchObject({ ok: false, variable: 'SECRET' })
    expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe('short')
  })

  it('says that the folder is wrong where it is a file', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(readConfig({ DATA_DIR: join(folder, 'file') })).toMatchObject({ ok: false, variable: 'DATA_DIR' })
  })
})
