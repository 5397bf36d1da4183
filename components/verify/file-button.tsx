'use client'

import { type ReactNode, useRef } from 'react'
import { Button } from '#components/ui/button.tsx'

/** A button that asks the browser for a file. */
export function FileButton({
  accept,
  capture,
  className,
  about,
  onFile,
  children,
}: {
  accept: string
  /** a phone may offer its camera at once */
  capture?: 'environment'
  className?: string | undefined
  /** id of what describes it */
  about?: string
  onFile(file: File): void
  children: ReactNode
}) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button className={className ?? ''} aria-describedby={about} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        capture={capture}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0]
          // the same file again is a change, too
          currentTarget.value = ''
          if (file) onFile(file)
        }}
      />
    </>
  )
}
