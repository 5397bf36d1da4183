/** The one shape of every answer of the API: `{ ok: true, value }` or `{ ok: false, code, message }`. */
import { defaultLocale } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'
import { type Code, statusOfCode } from './status-of-code.ts'

/** `setCookie` goes out as its own header; answers are personal and are kept by nobody. */
export type ReplyInit = { setCookie?: string | undefined; headers?: Readonly<Record<string, string>> }

export function ok(value: unknown, init: ReplyInit & { status?: number } = {}): Response {
  return reply({ ok: true, value }, init.status ?? 200, init)
}

/** @param details more than the sentence, where a caller needs it, e.g. which fields are wrong */
export function refuse(code: Code, init: ReplyInit & { details?: unknown } = {}): Response {
  const { details } = init
  return reply({ ok: false, code, message: sentenceFor(code), ...(details === undefined ? {} : { details }) }, statusOfCode[code], init)
}

export function sentenceFor(code: string): string {
  return messagesFor(defaultLocale).error[code] ?? code
}

function reply(body: unknown, status: number, { setCookie, headers }: ReplyInit): Response {
  const all = new Headers({ 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store', ...headers })
  if (setCookie) all.append('Set-Cookie', setCookie)
  return new Response(JSON.stringify(body), { status, headers: all })
}
