import { Button } from '#components/ui/button.tsx'
import styles from './ledger.module.css'
import { undoId } from './use-ledger.ts'

/** In the place of what was just changed: what was done, and the way back. It stays until the next change. */
export function UndoLine({ text, label, onUndo }: { text: string; label: string; onUndo(): void }) {
  return (
    <li className={styles['undo']}>
      <span id={`${undoId}-text`}>{text}</span>
      <Button look="quiet" id={undoId} aria-describedby={`${undoId}-text`} onClick={onUndo}>
        {label}
      </Button>
    </li>
  )
}
