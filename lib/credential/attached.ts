/**
 * The credential attached to a PDF, found without a PDF library: an embedded file is always a stream object of its own, so looking
 * through the streams is enough, whatever the cross-reference table says. Reads plain and FlateDecode streams; an encrypted PDF has none
 * that it could read. Pure, for browser and server. Memory is bounded: 20,000 streams, unpacked one at a time, each to at most 1 MB.
 */

const largest = 1_000_000
const mostMarked = 100
/** streams that are not marked as attached files; a PDF of many pages has many */
const mostUnmarked = 400
/** a dictionary of a stream is shorter */
const longestDictionary = 2048
const mostStreams = 20_000

type Stream = { dictionary: string; start: number; end: number }

/** The text of the last credential attached, or null: no PDF, none in it. Never throws. */
export async function credentialInPdf(bytes: Uint8Array): Promise<string | null> {
  if (!isPdf(bytes)) return null
  const streams = [...streamsOf(bytes)].reverse()
  const marked = streams.filter(isMarked)
  // the mark is optional; pictures and fonts need not be unpacked
  const others = streams.filter(
    (stream) => !isMarked(stream) && !/\/(Subtype|Type)\s*\/(Image|ObjStm|XRef|Type1C|CIDFontType0C)\b|\/Length1\b/.test(stream.dictionary),
  )
  for (const stream of [...marked.slice(0, mostMarked), ...others.slice(0, mostUnmarked)]) {
    const text = await textOf(bytes, stream)
    if (text !== null && isCredential(text)) return text
  }
  return null
}

function isMarked({ dictionary }: Stream): boolean {
  return /\/EmbeddedFile\b|\/application#2F/.test(dictionary)
}

/** Whether the bytes begin as a PDF does; readers allow something before the mark. */
export function isPdf(bytes: Uint8Array): boolean {
  return find(bytes.subarray(0, 1024), '%PDF-', 0) >= 0
}

function* streamsOf(bytes: Uint8Array): Generator<Stream> {
  let at = 0
  for (let count = 0; count < mostStreams; count++) {
    const mark = find(bytes, 'stream', at)
    if (mark < 0) return
    at = mark + 6
    // the keyword is followed by CR LF or LF; `endstream` is the end of another
    const start = bytes[at] === 13 && bytes[at + 1] === 10 ? at + 2 : bytes[at] === 10 ? at + 1 : -1
    if (start < 0 || latin(bytes.subarray(Math.max(0, mark - 3), mark)) === 'end') continue
    const end = find(bytes, 'endstream', start)
    if (end < 0) return
    const before = latin(bytes.subarray(Math.max(0, mark - longestDictionary), mark))
    yield { dictionary: before.slice(before.lastIndexOf(' obj') + 1), start, end }
    at = end + 9
  }
}

async function textOf(bytes: Uint8Array, { dictionary, start, end }: Stream): Promise<string | null> {
  const filter = /\/Filter\s*(?:\[([^\]]*)\]|\/(\w+))/.exec(dictionary)
  const filters = (filter?.[1] ?? filter?.[2] ?? '').replaceAll('/', ' ').trim().split(/\s+/).filter(Boolean)
  if (filters.length > 1 || (filters[0] && !/^(FlateDecode|Fl)$/.test(filters[0]))) return null
  for (const length of lengthsOf(bytes, dictionary, start, end)) {
    const data = bytes.subarray(start, start + length)
    const plain = filters.length === 0 ? data : await inflate(data)
    if (plain && plain.length <= largest) {
      try {
        return new TextDecoder('utf-8', { fatal: true }).decode(plain)
      } catch {
        // not text
      }
    }
  }
  return null
}

/** What the dictionary says, if it fits; else without the line end before `endstream`, which need not be there. */
function lengthsOf(bytes: Uint8Array, dictionary: string, start: number, end: number): number[] {
  const whole = end - start
  const said = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)\b/.exec(dictionary)?.[1] ?? -1)
  const ending = bytes[end - 2] === 13 && bytes[end - 1] === 10 ? 2 : bytes[end - 1] === 10 || bytes[end - 1] === 13 ? 1 : 0
  return [
    ...new Set([...(said >= 0 && said <= whole && whole - said <= 2 ? [said] : []), whole - ending, whole - Math.min(ending, 1), whole]),
  ]
}

/** zlib data as they were, or null: not zlib, damaged, or more than 1 MB. */
async function inflate(data: Uint8Array): Promise<Uint8Array | null> {
  const reader = new Blob([data.slice()]).stream().pipeThrough(new DecompressionStream('deflate')).getReader()
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      length += value.length
      if (length > largest || (parts.length === 0 && !beginsAsObject(value))) {
        await reader.cancel()
        return null
      }
      parts.push(value)
    }
  } catch {
    return null
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** So that a long stream of something else is given up at its first bytes. */
function beginsAsObject(bytes: Uint8Array): boolean {
  const first = bytes.find((byte) => byte > 32 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf)
  return first === undefined || first === 0x7b || first === 0x5b
}

function isCredential(text: string): boolean {
  if (!/Verifiable(Credential|Presentation)/.test(text)) return false
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}

function find(bytes: Uint8Array, word: string, from: number): number {
  const first = word.charCodeAt(0)
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let index = 1
    while (index < word.length && bytes[at + index] === word.charCodeAt(index)) index++
    if (index === word.length) return at
  }
  return -1
}

/** One character for each byte. */
function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}
