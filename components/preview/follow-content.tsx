'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import styles from './problem-list.module.css'

/**
 * Asks for the page again when a file of content/ was saved; what is open, written or scrolled to stays. A page nobody looks
 * at holds no connection (a browser has six for one site) and asks once when it is looked at again.
 */
export function FollowContent({ lostText }: { lostText: string }) {
  const { refresh } = useRouter()
  const [lost, setLost] = useState(false)
  useEffect(() => {
    let source: EventSource | null = null
    let seen = false
    const open = () => {
      if (document.hidden || source) return
      source = new EventSource('/preview/changes')
      source.addEventListener('open', () => {
        setLost(false)
        if (seen) refresh()
        seen = true
      })
      source.addEventListener('changed', () => refresh())
      source.addEventListener('error', () => setLost(true))
    }
    const close = () => {
      source?.close()
      source = null
    }
    const turn = () => (document.hidden ? close() : open())
    // after the router itself has begun
    const begin = setTimeout(open)
    document.addEventListener('visibilitychange', turn)
    window.addEventListener('pagehide', close)
    return () => {
      clearTimeout(begin)
      document.removeEventListener('visibilitychange', turn)
      window.removeEventListener('pagehide', close)
      close()
    }
  }, [refresh])
  return (
    <p className={styles['lost']} role="status" data-empty={!lost || undefined}>
      {lost ? lostText : null}
    </p>
  )
}
