'use client'
import { useEffect, useState } from 'react'
import { request } from '#components/device/request.ts'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './name-preview.module.css'
import { refusalText } from './refusal-text.ts'

type Drawn = {
  name: string
  paths: readonly { d: string; x: number; y: number }[]
  width: number
  height: number
  box: { width: number; height: number }
}
/** `of`: what was typed when it was drawn */
type Preview = { of: string; drawn: Drawn } | { of: string; refused: { code: string; message?: string } }

/** Milliseconds without a key before the site is asked. */
const pause = 450

/**
 * The name in the outlines that the picture will be drawn with: the site writes them, so that every script looks here as it will there.
 * Asked for without changing anything; what was refused is said while one still types.
 */
export function NamePreview({
  module,
  name,
  shown,
  quiet,
  messages,
}: {
  /** slug of the module, or id of the course */
  module: string
  name: string
  /** whether the certificate is to show the name */
  shown: boolean
  /** a refusal is said elsewhere */
  quiet: boolean
  messages: Messages
}) {
  const [preview, setPreview] = useState<Preview | null>(null)
  const wanted = shown ? name.trim() : ''

  useEffect(() => {
    if (wanted === '') return
    let current = true
    const timer = setTimeout(async () => {
      const reply = await request<Drawn>('POST', '/api/certificates/preview', { module, name: wanted })
      if (current) setPreview(reply.ok ? { of: wanted, drawn: reply.value } : { of: wanted, refused: reply })
    }, pause)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [module, wanted])

  const drawn = wanted !== '' && preview && 'drawn' in preview ? preview.drawn : null
  const refused = wanted !== '' && preview && 'refused' in preview && preview.of === wanted ? preview.refused : null
  return (
    <figure className={styles['preview']}>
      <div className={styles['paper']}>
        <p>{say(messages, 'certifies')}</p>
        {drawn ? (
          <svg
            className={styles['name']}
            data-old={preview?.of !== wanted || undefined}
            viewBox={`-1 -1 ${drawn.box.width + 2} ${Math.max(drawn.height, 60) + 2}`}
            role="img"
            aria-label={drawn.name}
          >
            {drawn.paths.map(({ d, x, y }) => (
              <path key={`${x} ${y} ${d.slice(0, 24)}`} transform={`translate(${x} ${y})`} d={d} />
            ))}
          </svg>
        ) : (
          <p className={styles['none']}>{say(messages, shown ? 'previewEmpty' : 'previewNameless')}</p>
        )}
      </div>
      <figcaption>
        <span role="status">{refused && !quiet ? refusalText(refused, messages) : drawn ? say(messages, 'previewNote') : ''}</span>
      </figcaption>
    </figure>
  )
}
