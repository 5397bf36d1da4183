import { Button } from '#components/ui/button.tsx'
import styles from './news-bar.module.css'
import type { Words } from './words.ts'

/** What was just done, in sight wherever one has scrolled to, and the way back. */
export function NewsBar({ text, words, onUndo, onHide }: { text: string; words: Words; onUndo: (() => void) | undefined; onHide(): void }) {
  return (
    <div className={styles['news']} data-shown={text !== '' || undefined}>
      <p role="status">{text}</p>
      {onUndo ? (
        <Button look="quiet" onClick={onUndo}>
          {words('undo')}
        </Button>
      ) : null}
      {text ? (
        <Button look="quiet" onClick={onHide}>
          {words('hide')}
        </Button>
      ) : null}
    </div>
  )
}
