'use client'

import { useEffect, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { mostTimed, saidAt, secondsOf, stop, type Timer } from '#lib/toolkit/thirty-timer.ts'
import styles from './thirty-seconds.module.css'

type Words = (key: string, values?: Record<string, string | number>) => string

/**
 * A clock to speak against, for whoever wants one. It starts and stops when it is asked to, says each tenth second, and nothing
 * happens at thirty but that it is said.
 */
export function TrialClock({ words }: { words: Words }) {
  const [timer, setTimer] = useState<Timer>({ state: 'ready' })
  const [now, setNow] = useState(0)
  const running = timer.state === 'running'
  const seconds = secondsOf(timer, now)

  useEffect(() => {
    if (!running) return
    const tick = setInterval(() => setNow(Date.now()), 200)
    return () => clearInterval(tick)
  }, [running])
  useEffect(() => {
    if (running && seconds >= mostTimed) setTimer(stop(timer, now))
  }, [running, seconds, timer, now])

  function press() {
    const at = Date.now()
    setNow(at)
    setTimer(running ? stop(timer, at) : { state: 'running', since: at })
  }

  const said = saidAt(seconds)
  const spoken =
    timer.state === 'stopped'
      ? timer.seconds >= mostTimed
        ? words('timer-left', { seconds: mostTimed })
        : words('timer-took', { count: timer.seconds })
      : running && said !== null
        ? words('timer-said', { seconds: said })
        : ''
  return (
    <section className={styles['clock']} aria-labelledby="sheet-clock">
      <h3 id="sheet-clock">{words('timer')}</h3>
      <p className={styles['length']}>{words('timer-lead')}</p>
      <div className={styles['run']}>
        <Button onClick={press}>{words(running ? 'timer-stop' : timer.state === 'ready' ? 'timer-start' : 'timer-again')}</Button>
        {/* the words beside it say the same; each second aloud would drown the speaker */}
        <span className={styles['seconds']} aria-hidden="true">
          {words('timer-now', { seconds })}
        </span>
        <span className={styles['bar']} aria-hidden="true" data-over={seconds > 30 || undefined}>
          {Array.from({ length: 30 }, (_, second) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a second is its place
            <i key={second} data-past={second < seconds || undefined} />
          ))}
        </span>
        <span role="status" className={styles['said']}>
          {spoken}
        </span>
      </div>
    </section>
  )
}
