'use client'

import { useCallback, useEffect, useState } from 'react'
import { call } from '#components/device/call.ts'
import { exclusive } from '#components/device/exclusive.ts'
import type { Clash, Synced } from '#components/device/private-copies.ts'
import { request } from '#components/device/request.ts'
import { thisDevice } from '#components/device/this-device.ts'

/** A pause in writing after which what was written goes to the site; milliseconds. */
const pause = 4_000

/** Keeps the private copies of this device and the site alike while a page shows them. */
export function useCopies(): {
  synced: Synced | null
  sync(): Promise<void>
  choose(clash: Clash, keep: 'here' | 'there'): Promise<void>
  turn(on: boolean): Promise<{ ok: true } | { ok: false; code: string; message?: string }>
} {
  const [synced, setSynced] = useState<Synced | null>(null)
  const work = useCallback(async (kind: 'sync' | { clash: Clash; keep: 'here' | 'there' }) => {
    const { syncCopies, chooseCopy } = await import('#components/device/private-copies.ts')
    const log = thisDevice()
    setSynced(
      await exclusive('copies', () => (kind === 'sync' ? syncCopies(log, request) : chooseCopy(log, request, kind.clash, kind.keep))),
    )
  }, [])
  const sync = useCallback(() => work('sync').catch(() => setSynced({ ok: false, code: 'unavailable' })), [work])
  const on = synced?.ok === true && synced.on

  useEffect(() => {
    void sync()
  }, [sync])
  useEffect(() => {
    if (!on) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let before = thisDevice().privates()
    const stop = thisDevice().subscribe(() => {
      const now = thisDevice().privates()
      if (now === before) return
      before = now
      clearTimeout(timer)
      timer = setTimeout(() => void sync(), pause)
    })
    const leaving = () => {
      if (document.visibilityState === 'hidden' && timer !== undefined) void sync()
    }
    document.addEventListener('visibilitychange', leaving)
    return () => {
      clearTimeout(timer)
      stop()
      document.removeEventListener('visibilitychange', leaving)
    }
  }, [on, sync])

  return {
    synced,
    sync,
    choose: (clash, keep) => work({ clash, keep }),
    async turn(wanted) {
      const reply = wanted ? await call('PUT', '/api/private', { keep: true }) : await call('DELETE', '/api/private')
      if (reply.ok) await sync()
      return reply.ok ? { ok: true } : reply
    },
  }
}
