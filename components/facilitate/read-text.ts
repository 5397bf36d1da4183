/**
 * The text of a file of addresses. Spreadsheets write in the encoding of the machine as often as in UTF-8, and “Unicode text” as UTF-16 with
 * its mark at the beginning: what is neither is read as Western European. Pure.
 */
export function readText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
