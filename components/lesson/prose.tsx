import { type ComponentProps, isValidElement, type ReactNode } from 'react'
import { wholeWords } from '#components/ui/whole-words.tsx'
import styles from './lesson-body.module.css'

/**
 * How Markdown looks in a lesson. Each element carries its class, so that nothing set here reaches into the activities
 * that stand in the same text.
 */
export const prose = {
  p: (props: ComponentProps<'p'>) => <p {...props} className={styles['paragraph']} data-written={isWritten(props.children)} />,
  li: (props: ComponentProps<'li'>) => <li {...props} data-written={isWritten(props.children)} />,
  h2: (props: ComponentProps<'h2'>) => (
    <h2 {...props} className={styles['section']}>
      {wholeWords(props.children)}
    </h2>
  ),
  h3: (props: ComponentProps<'h3'>) => (
    <h3 {...props} className={styles['heading']}>
      {wholeWords(props.children)}
    </h3>
  ),
  ul: (props: ComponentProps<'ul'>) => <ul {...props} className={styles['list']} />,
  ol: (props: ComponentProps<'ol'>) => <ol {...props} className={styles['list']} />,
  blockquote: (props: ComponentProps<'blockquote'>) => <blockquote {...props} className={styles['quote']} />,
}

/** A line that is emphasis as a whole: something written or read, see the opening case in blocks.module.css. */
function isWritten(children: ReactNode): true | undefined {
  return (isValidElement(children) && children.type === 'em') || undefined
}
