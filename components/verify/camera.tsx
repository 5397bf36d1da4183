'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import { type CameraFault, cameraFault } from './camera-fault.ts'
import { codeReader } from './read-code.ts'
import styles from './verify.module.css'

/** milliseconds between two looks */
const pause = 120

/**
 * The camera, from the moment this is shown until it is not: what shows it does so after a press. It is let go of when a code was read, when
 * the page is left or out of sight, and by the button.
 */
export function Camera({ messages, onFound, onStop }: { messages: Messages; onFound(text: string): void; onStop(): void }) {
  const video = useRef<HTMLVideoElement>(null)
  const stop = useRef<HTMLButtonElement>(null)
  const found = useRef(onFound)
  found.current = onFound
  const stopped = useRef(onStop)
  stopped.current = onStop
  const [state, setState] = useState<'camera-asking' | 'camera-running' | 'camera-reader' | CameraFault>('camera-asking')

  useEffect(() => stop.current?.focus(), [])

  useEffect(() => {
    let stream: MediaStream | null = null
    let over = false
    const end = () => {
      over = true
      for (const track of stream?.getTracks() ?? []) track.stop()
      stream = null
    }
    const leave = () => {
      if (document.visibilityState !== 'hidden' || !stream) return
      end()
      stopped.current()
    }

    async function look() {
      if (!navigator.mediaDevices?.getUserMedia) return setState('camera-insecure')
      const reading = codeReader()
      reading.catch(() => undefined)
      try {
        const opened = await navigator.mediaDevices.getUserMedia({
          video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 1280 } },
          audio: false,
        })
        stream = opened
        // closed while the browser asked
        if (over) return end()
        const screen = video.current!
        screen.srcObject = opened
        await screen.play()
      } catch (error) {
        if (!over) setState(cameraFault(error))
        return end()
      }
      const read = await reading.catch(() => null)
      if (over) return
      if (!read) {
        end()
        return setState('camera-reader')
      }
      setState('camera-running')
      while (!over) {
        const screen = video.current
        const text = screen && screen.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA ? await read(screen).catch(() => null) : null
        if (text !== null && !over) {
          end()
          return found.current(text)
        }
        await new Promise((later) => setTimeout(later, pause))
      }
    }

    void look()
    document.addEventListener('visibilitychange', leave)
    window.addEventListener('pagehide', end)
    return () => {
      document.removeEventListener('visibilitychange', leave)
      window.removeEventListener('pagehide', end)
      end()
    }
  }, [])

  const working = state === 'camera-asking' || state === 'camera-running'
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div className={styles['camera']} role="group" aria-label={say(messages, 'camera-title')}>
      {working ? (
        <div className={styles['finder']} data-running={state === 'camera-running' || undefined} aria-hidden="true">
          <video ref={video} playsInline muted />
        </div>
      ) : null}
      <p role="status">{say(messages, state)}</p>
      <Button ref={stop} onClick={onStop}>
        {say(messages, working ? 'camera-stop' : 'camera-close')}
      </Button>
    </div>
  )
}
