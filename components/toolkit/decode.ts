/**
 * The text of a file of unknown encoding: UTF-8, UTF-16 where its mark says so, otherwise the Windows encoding of Western Europe, which
 * older spreadsheets still write. Null where it is no text at all (a workbook, a picture).
 */
export function decode(bytes: ArrayBuffer): string | null {
  const start = new Uint8Array(bytes.slice(0, 4096))
  const marked = start[0] === 0xff && start[1] === 0xfe ? 'utf-16le' : start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : null
  if (marked) return new TextDecoder(marked).decode(bytes)
  if (start.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
