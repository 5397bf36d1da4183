'use client'

import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import styles from './copy-button.module.css'

/** Takes a text along. Says whether that worked; some browsers refuse. */
export function CopyButton({
  text,
  label,
  copied,
  failed,
  look = 'plain',
}: {
  text: string
  label: string
  copied: string
  failed: string
  look?: 'plain' | 'primary' | 'quiet'
}) {
  const [said, setSaid] = useState({ of: '', words: '' })
  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      setSaid({ of: text, words: copied })
    } catch {
      setSaid({ of: text, words: failed })
    }
  }
  return (
    <span className={styles['copy']}>
      <Button look={look} onClick={copy}>
        {label}
      </Button>
      <span role="status">{said.of === text ? said.words : ''}</span>
    </span>
  )
}
