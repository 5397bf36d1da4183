'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState, useTransition } from 'react'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './facilitate.module.css'

type State = 'connecting' | 'up-to-date' | 'lost' | 'ended'

/** milliseconds between two times the page is made anew */
const restFor = 4000

/** Says whether the page shows what there is now, and has it made anew when something changed. */
export function Live({ cohort, version, messages }: { cohort: string; version: number; messages: Messages }) {
  const router = useRouter()
  const [state, setState] = useState<State>('connecting')
  const [updating, update] = useTransition()
  const made = useRef(version)
  made.current = Math.max(made.current, version)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let last = 0
    const refresh = () => {
      timer = undefined
      last = Date.now()
      update(() => router.refresh())
    }
    const source = new EventSource(`/api/cohorts/${cohort}/live?since=${made.current}`)
    source.onopen = () => setState('up-to-date')
    source.onmessage = ({ data }) => {
      if (Number(data) <= made.current) return
      timer ??= setTimeout(refresh, Math.max(0, last + restFor - Date.now()))
    }
    source.onerror = () => setState(source.readyState === EventSource.CLOSED ? 'ended' : 'lost')
    return () => {
      source.close()
      clearTimeout(timer)
    }
  }, [cohort, router])

  return (
    <p className={styles['live']} data-state={state} role="status">
      {say(messages, updating ? 'live-updating' : `live-${state}`)}
    </p>
  )
}
