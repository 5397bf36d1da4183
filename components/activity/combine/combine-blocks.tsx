import { useId } from 'react'
import { Button } from '#components/ui/button.tsx'
import option from '#components/ui/option.module.css'
import { type Combination, isComplete, type Situation, textsOf } from '#lib/activity/combine.ts'
import styles from './combine.module.css'

/** Pieces of a message to choose from, and the message they make, with a gap for what is missing. */
export function CombineBlocks({
  situation,
  name,
  choice,
  ready,
  sent,
  pick,
  send,
  t,
}: {
  situation: Situation
  name: string
  choice: Combination
  ready: boolean
  sent: boolean
  pick(part: string, option: string, byKey: boolean): void
  send(): void
  t(key: string, values?: Record<string, string | number>): string
}) {
  const keys = useId()
  const open = isComplete(situation, choice) && !sent
  return (
    <>
      <div className={styles['blocks']}>
        {situation.parts.map((part) => (
          <fieldset key={part.id} className={styles['part']} disabled={!ready}>
            <legend>{part.label}</legend>
            <div className={styles['settings']}>
              {part.options.map(({ id, text }) => (
                <label key={id} className={styles['setting']}>
                  <input
                    type="radio"
                    className={option['radio']}
                    name={`${keys} ${name} ${situation.id} ${part.id}`}
                    checked={choice[part.id] === id}
                    onChange={() => pick(part.id, id, false)}
                  />
                  {text}
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
      <div className={styles['message']}>
        <h5>{t('message')}</h5>
        <p>
          {situation.parts.map((part) => (
            <span key={part.id}>
              {textsOf({ ...situation, parts: [part] }, choice)[0] ?? <i className={styles['gap']}>{part.label}</i>}{' '}
            </span>
          ))}
        </p>
        <Button look={open ? 'primary' : 'plain'} aria-disabled={!open || undefined} onClick={() => (open ? send() : undefined)}>
          {t(sent ? 'sent' : 'send')}
        </Button>
      </div>
    </>
  )
}
