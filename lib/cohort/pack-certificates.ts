/**
 * Fetches pictures and PDFs of certificates, a few at a time, and puts them into zip files. Pure but for what it is given: how to
 * fetch, how to wait, what to do with a zip that is ready.
 *
 * Bound of memory: a zip is at most `mostBytes` (100 MB), as pieces of a Blob, which a browser may keep on its disk; besides it the
 * files being fetched, at most `atOnce` (3) of at most `mostOfFile` (20 MB). What does not fit comes in a next zip, which is not begun
 * before the one before was handed over. With the one just saved, which is let go of after a minute: at most 260 MB, whatever the cohort.
 */
import { StoredZip } from './stored-zip.ts'

export type FileKind = 'png' | 'pdf'
/** `id`: of the certificate; `stem`: its name without an ending */
export type WantedFile = { id: string; stem: string; kind: FileKind; address: string }
/** `gone`: not there or not shared any more; `offline`: no connection; `unavailable`: the site could not give it now */
export type Reason = 'gone' | 'offline' | 'unavailable'
export type Missing = { file: WantedFile; reason: Reason }
export type Zip = { blob: Blob; part: number; last: boolean; files: number }

export const atOnce = 3
export const mostBytes = 100_000_000
export const mostOfFile = 20_000_000
/** files of one zip; the format takes 65,535 */
const mostFiles = 20_000
const mostTries = 5
/** so many in a row without a connection, each tried several times: the rest is not tried */
const enoughOffline = 6

const types: Readonly<Record<FileKind, string>> = { png: 'image/png', pdf: 'application/pdf' }

type Given = {
  fetch: (address: string, init: { signal: AbortSignal }) => Promise<Response>
  /** rejects when the signal aborts */
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>
  signal: AbortSignal
  now: Date
  /** text of the list that goes into the last zip; `files`: names of what was packed, by certificate */
  list: (files: ReadonlyMap<string, readonly string[]>) => { name: string; text: string }
  onProgress: (done: number, missing: number) => void
  /** resolves when there may be a next one */
  handOver: (zip: Zip) => Promise<void>
  limit?: number
}

/** @returns what could not be had, in the order asked for; rejects where it was cancelled. Where nothing could be had there is no zip. */
export async function packCertificates(files: readonly WantedFile[], given: Given): Promise<Missing[]> {
  const { signal, now, list, onProgress, handOver, limit = mostBytes } = given
  const missing = new Map<WantedFile, Reason>()
  const packed = new Map<string, string[]>()
  let zip = new StoredZip()
  let pieces: Blob[] = []
  let [next, done, part, offline] = [0, 0, 1, 0]
  let turn: Promise<void> = Promise.resolve()

  const put = (name: string, bytes: Uint8Array<ArrayBuffer>) => pieces.push(new Blob(zip.add(name, bytes, now)))
  const close = async (last: boolean) => {
    const blob = new Blob([...pieces, zip.end()], { type: 'application/zip' })
    const count = zip.files
    pieces = []
    zip = new StoredZip()
    await handOver({ blob, part: part++, last, files: count })
  }
  const take = async (file: WantedFile, got: Uint8Array<ArrayBuffer> | Reason) => {
    signal.throwIfAborted()
    offline = got === 'offline' ? offline + 1 : 0
    if (typeof got === 'string') missing.set(file, got)
    else {
      if (zip.files > 0 && (zip.size + got.length > limit || zip.files >= mostFiles)) await close(false)
      const name = `${file.stem}.${file.kind}`
      put(name, got)
      packed.set(file.id, [...(packed.get(file.id) ?? []), name])
    }
    onProgress(++done, missing.size)
  }
  const work = async () => {
    for (;;) {
      const file = files[next++]
      if (!file) return
      const got = offline >= enoughOffline ? 'offline' : await fetchFile(file, given)
      turn = turn.then(() => take(file, got))
      await turn
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, files.length) }, work))
  if (packed.size > 0) {
    const { name, text } = list(packed)
    put(name, new TextEncoder().encode(text))
    await close(true)
  }
  return files.flatMap((file) => (missing.has(file) ? [{ file, reason: missing.get(file)! }] : []))
}

async function fetchFile({ address, kind }: WantedFile, { fetch, wait, signal }: Given): Promise<Uint8Array<ArrayBuffer> | Reason> {
  for (let tries = 1; ; tries++) {
    let reason: Reason = 'offline'
    let rest = 500 * 2 ** tries
    try {
      const response = await fetch(address, { signal })
      if (response.ok && isRight(response, kind)) return new Uint8Array(await response.arrayBuffer())
      await response.body?.cancel()
      if ([401, 403, 404, 410].includes(response.status)) return 'gone'
      reason = 'unavailable'
      const passes = response.status === 429 || response.status >= 500
      if (!passes) return reason
      const asked = Number(response.headers.get('retry-after')) * 1000
      if (asked > 0) rest = Math.min(asked, 20_000)
    } catch {
      signal.throwIfAborted()
    }
    if (tries === mostTries) return reason
    await wait(rest, signal)
  }
}

/** What is in between may send a page of its own. */
function isRight({ headers }: Response, kind: FileKind): boolean {
  return headers.get('content-type')?.split(';')[0] === types[kind] && Number(headers.get('content-length') ?? 0) <= mostOfFile
}
