import { type RefObject, useEffect, useRef, useState } from 'react'
import { newId } from '#components/device/record.ts'
import { Button } from '#components/ui/button.tsx'
import type { AttemptItem, AttemptView } from '#lib/quiz/attempt-view.ts'
import { type ItemResponse, type PublicItem, validateResponse } from '#lib/quiz/public-item.ts'
import type { Draft } from './draft.ts'
import { Interaction } from './interactions/interaction.tsx'
import { Marked } from './marked.tsx'
import { Progress } from './progress.tsx'
import styles from './quiz.module.css'
import { percent, type Say } from './text.ts'
import { TroubleLine } from './trouble-line.tsx'
import type { Trouble } from './use-attempt.ts'

/** One item: asked, then marked. */
export function Question({
  module,
  attempt,
  shown,
  busy,
  trouble,
  takeFocus,
  draft,
  onDraft,
  onRespond,
  onNext,
  say,
  locale,
}: {
  module: string
  attempt: AttemptView
  shown: Exclude<AttemptItem, { state: 'gone' }>
  busy: boolean
  trouble: Trouble | null
  takeFocus: RefObject<boolean>
  draft: Draft | null
  onDraft(draft: Draft | null): void
  onRespond(id: string, response: ItemResponse): Promise<boolean>
  onNext(): void
  say: Say
  locale: string
}) {
  const { item } = shown
  const [wait, setWait] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const verdict = useRef<HTMLHeadingElement>(null)
  const labelId = `${item.id}-stem`
  const kept = draft?.attempt === attempt.id && draft.item === item.id ? draft : null
  const given = kept?.response ?? shownOrder(item)

  useEffect(() => {
    if (takeFocus.current) (shown.state === 'marked' ? verdict : heading).current?.focus()
  }, [shown.state, takeFocus])

  function change(response: unknown) {
    setWait(false)
    onDraft({ attempt: attempt.id, item: item.id, id: kept?.id ?? newId(), response })
  }
  async function submit() {
    const validation = validateResponse(item, given)
    if (validation.state !== 'complete') return setWait(true)
    const id = kept?.id ?? newId()
    onDraft({ attempt: attempt.id, item: item.id, id, response: given })
    if (await onRespond(id, validation.response)) onDraft(null)
  }

  return (
    <section className={styles['question']} data-at="attempt" aria-labelledby={labelId}>
      <Progress attempt={attempt} at={shown.id} say={say} />
      <h2 id={labelId} ref={heading} tabIndex={-1} className={styles['stem']}>
        {item.stem}
      </h2>
      {attempt.passMark !== undefined && shown.state === 'open' && attempt.items[0]?.id === shown.id ? (
        <p className={styles['soft']}>{say('askedMark', { mark: percent(attempt.passMark, locale) })}</p>
      ) : null}
      {shown.scored || shown.state === 'marked' ? null : <p className={styles['soft']}>{say('practiceWhy')}</p>}
      {shown.state === 'marked' ? (
        <Marked shown={shown} module={module} heading={verdict} say={say}>
          <TroubleLine trouble={trouble} say={say} />
          <div className={styles['actions']}>
            <Button look="primary" aria-disabled={busy} onClick={() => !busy && onNext()}>
              {say(isLast(attempt, shown.id) ? 'toResult' : 'next')}
            </Button>
          </div>
        </Marked>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (!busy) void submit()
          }}
        >
          <Interaction item={item} value={given} onChange={change} labelledBy={labelId} say={say} />
          <div role="status" className={styles['trouble']} data-empty={!wait || undefined}>
            {wait ? <p>{say(`wait_${item.kind}`, { count: 'choose' in item ? item.choose : 1 })}</p> : null}
          </div>
          <TroubleLine trouble={trouble} say={say} />
          <div className={styles['actions']}>
            <Button look="primary" type="submit" aria-disabled={busy}>
              {say(busy ? 'checking' : trouble ? 'retry' : 'check')}
            </Button>
          </div>
        </form>
      )}
    </section>
  )
}

/** What is to be put in order has an order from the start: leaving it is a response too. */
function shownOrder(item: PublicItem): string[] | null {
  return item.kind === 'order' || item.kind === 'sjt' ? item.options.map((option) => option.id) : null
}

function isLast(attempt: AttemptView, id: string): boolean {
  const left = attempt.items.slice(attempt.items.findIndex((item) => item.id === id) + 1)
  return left.every((item) => item.state === 'gone')
}
