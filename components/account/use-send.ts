'use client'

import { useEffect, useState } from 'react'
import { type Called, call } from '#components/device/call.ts'
import type { Messages } from '#lib/message/format.ts'
import { checkFields, type Fault, faultOf } from './fault.ts'

type Given = Readonly<Record<string, string>>

/**
 * Sends a form: checks it, calls the site once at a time, and keeps the sentence about what went wrong. The field it is about gets the
 * focus; nothing that was typed is touched.
 */
export function useSend(form: string, messages: Messages) {
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)

  useEffect(() => {
    if (fault?.field) document.getElementById(`${form}-${fault.field}`)?.focus()
  }, [fault, form])

  /** @param work what is to be done with the fields, spaces around them taken away except in passwords */
  async function run<T>(fields: Given, work: () => Promise<Called<T>>): Promise<{ value: T } | null> {
    if (busy) return null
    const wrong = checkFields(fields, messages)
    setFault(wrong)
    if (wrong) return null
    setBusy(true)
    const reply = await work().catch(() => ({ ok: false, code: 'unavailable' }) as const)
    setBusy(false)
    if (reply.ok) return { value: reply.value }
    setFault(faultOf(reply, Object.keys(fields), messages))
    return null
  }

  return {
    busy,
    fault,
    /** the sentence for a field; for the whole form where no field is named */
    faultOf: (field: string | null) => (fault && fault.field === field ? fault.sentence : undefined),
    run,
    post: <T>(path: string, body: unknown = {}, fields: Given = {}) => run(fields, () => call<T>('POST', path, body)),
    clear: () => setFault(null),
  }
}

/** The fields of a form as they were typed; spaces around what is no password do not count. */
export function fieldsOf(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, /password/i.test(name) ? value : value.trim()]] : [],
    ),
  )
}
