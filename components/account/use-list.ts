'use client'

import { useCallback, useEffect, useState } from 'react'
import { type Called, call } from '#components/device/call.ts'

/** What a GET of the site's API gives; null until it is there. `load` asks again and keeps what is shown meanwhile. */
export function useList<T>(path: string): { reply: Called<T> | null; load(): Promise<void> } {
  const [reply, setReply] = useState<Called<T> | null>(null)
  const load = useCallback(async () => setReply(await call<T>('GET', path)), [path])
  useEffect(() => {
    void load()
  }, [load])
  return { reply, load }
}
