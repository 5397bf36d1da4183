/**
 * Reads what a mail server says about a letter that it could not deliver after it had taken it. Two forms come in:
 * - a delivery status notification, whole, as it lands in the mailbox of the sender (RFC 3464); only what failed for good counts,
 *   and only where it failed because of the address
 * - `{ "address": …, "detail": … }`, from a program that has sorted out what is lasting
 * Pure.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { plainAddress } from './kinds.ts'

export type Bounce = { address: string; detail: string }

/** characters of what the mail server said */
const mostDetail = 500
/** milliseconds that the clocks of two servers may differ, and that a request may take */
export const signatureLasts = 5 * 60_000

const plainSchema = z.strictObject({
  address: z.string().min(3).max(320).includes('@'),
  detail: z.string().max(10_000).default(''),
})

/** @returns null: it is neither of the two forms */
export function readBounce(text: string): Bounce[] | null {
  if (text.trimStart().startsWith('{')) {
    const parsed = plainSchema.safeParse(readJson(text))
    return parsed.success ? [{ address: plainAddress(parsed.data.address), detail: parsed.data.detail.slice(0, mostDetail) }] : null
  }
  return readNotification(text)
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** One block of fields for each address, blank lines between them (RFC 3464, section 2.1). */
function readNotification(text: string): Bounce[] | null {
  const blocks = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n{2,}/)
  const recipients = blocks.map(fieldsOf).filter((fields) => fields.has('final-recipient') && fields.has('action'))
  if (recipients.length === 0) return null
  return recipients.flatMap((fields) => {
    // what we wrote to; the final one may be a mailbox behind it
    const address = addressIn(fields.get('original-recipient')) ?? addressIn(fields.get('final-recipient'))
    const status = /\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? ''
    if (address === null || fields.get('action')!.toLowerCase() !== 'failed' || !isAboutAddress(status)) return []
    const said = (fields.get('diagnostic-code') ?? '').replace(/^[^;]*;\s*/, '')
    return [{ address, detail: (said || status).slice(0, mostDetail) }]
  })
}

function fieldsOf(block: string): Map<string, string> {
  const fields = new Map<string, string>()
  for (const line of block.split('\n')) {
    const at = line.indexOf(':')
    if (at > 0) fields.set(line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim())
  }
  return fields
}

function addressIn(field: string | undefined): string | null {
  const found = /^rfc822\s*;\s*<?([^\s<>;]{1,250}@[^\s<>;]{1,250})>?$/i.exec(field ?? '')?.[1]
  return found === undefined ? null : plainAddress(found)
}

/** Bad address (5.1.x) or a mailbox that takes nothing (5.2.1), RFC 3463. A full mailbox or a letter that was disliked is none. */
export function isAboutAddress(status: string): boolean {
  return /^5\.(1\.\d{1,3}|2\.1)$/.test(status)
}

/** `t=<Unix seconds>,v1=<hex>`: HMAC-SHA256 over `<t>.<body>`, so that nobody can send an old one again later. */
export function signBounce(body: string | Uint8Array, key: string, at: number): string {
  const seconds = Math.floor(at / 1000)
  return `t=${seconds},v1=${macOf(seconds, body, key)}`
}

export function isSignedBounce(header: string | null, body: string | Uint8Array, key: string, now: number): boolean {
  const match = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? '')
  if (!match || Math.abs(now - Number(match[1]) * 1000) > signatureLasts) return false
  return timingSafeEqual(Buffer.from(match[2]!), Buffer.from(macOf(Number(match[1]), body, key)))
}

/** Over the bytes as they came: a notification need not be UTF-8. */
function macOf(seconds: number, body: string | Uint8Array, key: string): string {
  return createHmac('sha256', key).update(`${seconds}.`).update(body).digest('hex')
}
