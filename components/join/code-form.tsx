import privacy from '#components/activity/private/private.module.css'
import { Button } from '#components/ui/button.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './join.module.css'

/** The field for a code. A plain form, so that it works before any script has come over a thin line. */
export function CodeForm({
  action,
  typed = '',
  wrong = false,
  messages,
}: {
  action: string
  typed?: string
  wrong?: boolean
  messages: Messages
}) {
  return (
    <form className={styles['form']} action={action} method="get">
      <div className={privacy['field']}>
        <label htmlFor="code">{say(messages, 'codeLabel')}</label>
        <input
          id="code"
          name="code"
          className={`${privacy['input']} ${styles['code']}`}
          defaultValue={typed}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          required
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? 'code-fault' : undefined}
        />
        {wrong ? (
          <p id="code-fault" className={styles['fault']}>
            {say(messages, 'codeWrong')}
          </p>
        ) : null}
      </div>
      <div className={styles['actions']}>
        <Button type="submit" look="primary">
          {say(messages, 'codeGo')}
        </Button>
      </div>
    </form>
  )
}
