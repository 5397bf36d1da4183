import type { ComponentProps } from 'react'
import styles from './button.module.css'

type Look = 'plain' | 'primary' | 'quiet'

/** The class of a button, for links that look like one. */
export function buttonClass(look: Look = 'plain'): string {
  return look === 'plain' ? styles['button']! : `${styles['button']} ${styles[look]}`
}

export function Button({ look = 'plain', className, type = 'button', ...rest }: ComponentProps<'button'> & { look?: Look }) {
  return <button type={type} className={className ? `${buttonClass(look)} ${className}` : buttonClass(look)} {...rest} />
}
