import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import styles from './parts.module.css'

/** From what has happened to what comes next. */
export function NextButton({ onClick, children }: { onClick(): void; children: ReactNode }) {
  return (
    <Button look="primary" className={styles['next']} onClick={onClick}>
      {children}
    </Button>
  )
}
