/** A request's body as it comes, never more of it than allowed: a length that is told may lie or be missing, so what arrives is counted. */

/** @returns null where there is more than `most` bytes; the rest is not read */
export async function readBytes(request: Request, most: number): Promise<Buffer | null> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return null
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > most) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
