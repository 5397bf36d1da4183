import { Button } from '#components/ui/button.tsx'
import type { AskedHere } from './asked-here.ts'
import styles from './quiz.module.css'
import type { QuizOutline } from './quiz-outline.ts'
import { percent, type Say } from './text.ts'
import { TroubleLine } from './trouble-line.tsx'
import type { Trouble } from './use-attempt.ts'

/** Before the first result: what the check is, and one button. Also what stands in the page before any script has run. */
export function Home({
  outline,
  open,
  asked,
  busy,
  trouble,
  onStart,
  say,
  locale,
}: {
  outline: QuizOutline
  /** responses in the open attempt; null where there is none */
  open: number | null
  asked: AskedHere | null
  busy: boolean
  trouble: Trouble | null
  onStart(): void
  say: Say
  locale: string
}) {
  const { draw, practice, minutes, passMark } = outline
  const mark = asked?.mark ?? passMark
  const left = asked?.left ?? null
  const facts = [
    [say('factLength', { draw }), `${say('factLengthNote', { minutes })} ${practice > 0 ? say('practiceNote', { count: practice }) : ''}`],
    [say('factMark', { mark: percent(mark, locale) }), say(mark > passMark ? 'factMarkAsked' : 'factMarkNote')],
    [
      left === null ? say('factTries') : say(left === 0 ? 'factTriesLeft_zero' : 'factTriesLeft', { count: left }),
      say(left === 0 ? 'triesNoneText' : left === 1 ? 'factTriesLastNote' : 'factTriesNote'),
    ],
    [say('factFirst'), say('factFirstNote')],
  ] as const
  return (
    <div>
      {open === null ? (
        <dl className={styles['facts']}>
          {facts.map(([term, note]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{note}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <div className={styles['panel']}>
          <h2>{say('openTitle')}</h2>
          <p>{open === 0 ? say('openText_zero') : say('openText', { count: open })}</p>
        </div>
      )}
      <p className={styles['soft']}>{say('needsLine')}</p>
      <TroubleLine trouble={trouble} say={say} />
      <div className={styles['actions']}>
        <Button look="primary" aria-disabled={busy} onClick={() => !busy && onStart()}>
          {say(busy ? 'opening' : open === null ? 'start' : 'goOn')}
        </Button>
      </div>
    </div>
  )
}
