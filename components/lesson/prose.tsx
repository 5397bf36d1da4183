import type { ComponentProps } from 'react'
import styles from './lesson-body.module.css'

/**
 * How Markdown looks in a lesson. Each element carries its class, so that nothing set here reaches into the activities
 * that stand in the same text.
 */
export const prose = {
  p: (props: ComponentProps<'p'>) => <p {...props} className={styles['paragraph']} />,
  h2: (props: ComponentProps<'h2'>) => <h2 {...props} className={styles['section']} />,
  h3: (props: ComponentProps<'h3'>) => <h3 {...props} className={styles['heading']} />,
  ul: (props: ComponentProps<'ul'>) => <ul {...props} className={styles['list']} />,
  ol: (props: ComponentProps<'ol'>) => <ol {...props} className={styles['list']} />,
  blockquote: (props: ComponentProps<'blockquote'>) => <blockquote {...props} className={styles['quote']} />,
}
