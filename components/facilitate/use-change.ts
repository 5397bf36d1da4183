'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { call } from '#components/device/call.ts'
import { type Messages, say } from '#lib/message/format.ts'

export type Fault = { code: string; sentence: string }
type Method = 'POST' | 'PUT' | 'DELETE'

/**
 * One change at a time: sends it, and then has the page made anew by the server, which is the only place that knows what is true now.
 * @param messages with `offline` and `unavailable`
 */
export function useChange(messages: Messages) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)

  /** @returns the value, or null where it was refused; `fault` says why */
  async function change<T>(method: Method, path: string, body?: unknown, stay = false): Promise<{ value: T } | null> {
    if (busy) return null
    setBusy(true)
    setFault(null)
    const reply = await call<T>(method, path, body).catch(() => ({ ok: false, code: 'unavailable' }) as const)
    setBusy(false)
    if (reply.ok) {
      if (!stay) router.refresh()
      return { value: reply.value }
    }
    const own = reply.code === 'offline' ? 'offline' : 'unavailable'
    setFault({ code: reply.code, sentence: ('message' in reply ? reply.message : undefined) ?? say(messages, own) })
    return null
  }

  return { busy, fault, change, clear: () => setFault(null) }
}
