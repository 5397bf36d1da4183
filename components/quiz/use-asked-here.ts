'use client'

import { useEffect, useState } from 'react'
import type { Asked } from '#components/assignments/asked.ts'
import { lastHeard } from '#components/assignments/heard.ts'
import { hasHint } from '#components/assignments/hint.ts'
import { request } from '#components/device/request.ts'
import { type AskedHere, askedAt } from './asked-here.ts'

/**
 * Asks only in a browser that is in a cohort, and again whenever `when` changes: an attempt that ended was one of those allowed.
 * Without a connection, what was heard last.
 */
export function useAskedHere(module: string, own: number, when: string): AskedHere | null {
  const [asked, setAsked] = useState<AskedHere | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `when` is why it asks again
  useEffect(() => {
    if (!hasHint()) return
    let current = true
    async function ask() {
      const told = await request<{ assignments: Asked[] }>('GET', '/api/me/assignments')
      const all = told.ok ? told.value.assignments : (await lastHeard())?.assignments
      if (current && all) setAsked(askedAt(all, module, own))
    }
    void ask()
    return () => {
      current = false
    }
  }, [module, own, when])
  return asked
}
