/**
 * The private halves of the keys that sign. Invariants:
 * - they are in `DATA_DIR/keys` (mode 700), one file for each key (mode 600), or in the environment; never in the database or a log;
 * - folder and files that others may read (a restored back-up, a copy) are closed again before a key is used, or it is not used;
 * - a file appears whole or not at all and is never written again; no error repeats what is in one.
 */
import { randomBytes } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ExportedKey, from, generate, type KeyPair } from '@digitalbazaar/ed25519-multikey'
import { readMultibase } from './multibase.ts'

/** Both halves as Multikey writes them. https://www.w3.org/TR/controller-document/#multikey */
export type SecretKey = { publicKeyMultibase: string; secretKeyMultibase: string }

const folder = (dataDir: string) => join(/* turbopackIgnore: true */ dataDir, 'keys')

export async function makeKey(): Promise<SecretKey> {
  return halves(await generate())
}

/** The key of a private half alone, e.g. from `ISSUER_KEY`. @throws where it is none */
export async function keyOfSecret(secretKeyMultibase: string): Promise<SecretKey> {
  const bytes = readMultibase(secretKeyMultibase)
  if (!isSecretHalf(bytes)) throw new Error('ISSUER_KEY is not the private half of an Ed25519 key.')
  return halves(await generate({ seed: bytes.subarray(2) }))
}

/** 0x1300 as a varint: an Ed25519 private key. https://github.com/multiformats/multicodec/blob/master/table.csv */
function isSecretHalf(bytes: Uint8Array | null): bytes is Uint8Array {
  return bytes !== null && bytes.length === 34 && bytes[0] === 0x80 && bytes[1] === 0x26
}

/** @returns a function that signs with the key */
export async function signerOf(key: SecretKey): Promise<(data: Uint8Array) => Promise<Uint8Array>> {
  const signer = (await from({ type: 'Multikey', ...key })).signer()
  return (data) => signer.sign({ data })
}

export function keepKey(dataDir: string, key: SecretKey): void {
  mkdirSync(folder(dataDir), { recursive: true, mode: 0o700 })
  close(folder(dataDir), 0o700)
  const path = join(folder(dataDir), `${key.publicKeyMultibase}.json`)
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  writeFileSync(draft, `${JSON.stringify({ type: 'Multikey', ...key })}\n`, { mode: 0o600, flag: 'wx' })
  try {
    linkSync(draft, path)
  } finally {
    unlinkSync(draft)
  }
}

/** For a key that was made and then not needed. */
export function dropKey(dataDir: string, publicKeyMultibase: string): void {
  unlinkSync(join(folder(dataDir), `${publicKeyMultibase}.json`))
}

/**
 * The key with this public half.
 * @returns null where it is not kept here
 * @throws a sentence that names the file, where it is damaged or others may read it and that cannot be changed
 */
export function keptKey(dataDir: string, publicKeyMultibase: string): SecretKey | null {
  const path = join(folder(dataDir), `${publicKeyMultibase}.json`)
  let text: string
  try {
    close(folder(dataDir), 0o700)
    close(path, 0o600)
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  const secretKeyMultibase = secretIn(text, publicKeyMultibase)
  if (secretKeyMultibase === null) throw new Error(`The key file ${path} is damaged. Put it back from your back-up.`)
  return { publicKeyMultibase, secretKeyMultibase }
}

/** @returns null where it is not the file of this key. What the parser says is not passed on: it quotes what it read. */
function secretIn(text: string, publicKeyMultibase: string): string | null {
  try {
    const key = JSON.parse(text) as Partial<ExportedKey> | null
    const secret = key?.secretKeyMultibase
    return key?.publicKeyMultibase === publicKeyMultibase && typeof secret === 'string' && isSecretHalf(readMultibase(secret))
      ? secret
      : null
  } catch {
    return null
  }
}

/** Takes away from others what is not for them. Windows has no such modes. */
function close(path: string, mode: number): void {
  if (process.platform === 'win32' || (statSync(path).mode & 0o777 & ~mode) === 0) return
  try {
    chmodSync(path, mode)
  } catch {
    throw new Error(`Others can read ${path}, where a key that signs certificates is kept. Give it the mode ${mode.toString(8)} first.`)
  }
}

/** Public halves of all that are kept here. */
export function keptKeys(dataDir: string): string[] {
  try {
    return readdirSync(folder(dataDir)).flatMap((file) => (file.endsWith('.json') ? [file.slice(0, -'.json'.length)] : []))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

async function halves(pair: KeyPair): Promise<SecretKey> {
  const { publicKeyMultibase, secretKeyMultibase } = await pair.export({ publicKey: true, secretKey: true, canonicalize: true })
  return { publicKeyMultibase, secretKeyMultibase: secretKeyMultibase! }
}
