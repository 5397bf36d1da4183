'use client'

import { useId, useState } from 'react'
import type { Words } from '#components/simulation/parts/words.ts'
import option from '#components/ui/option.module.css'
import { say } from '#lib/message/format.ts'
import { type Answer, type Reply, replies } from '#lib/simulation/promise-ledger/plan.ts'
import { laterThan, type World } from '#lib/simulation/promise-ledger/world.ts'
import { days, partnerName, replyText, requestName } from './describe.ts'
import styles from './plan-week.module.css'

/** A new request: what to say, and in which words. A “no” is complete by itself; anything else waits for its words. */
export function AnswerRequest({
  words,
  world,
  request,
  answer,
  change,
}: {
  words: Words
  world: World
  request: number
  answer: Answer | undefined
  change(next: Answer | null): void
}) {
  const id = useId()
  const t = (key: string, values = {}) => say(words.messages, key, values, words.locale)
  const { partner, days: size, wish } = world.requests[request]!
  const [pending, setPending] = useState<Reply | null>(null)
  const reply = answer?.reply ?? pending
  const later = laterThan(wish)
  const week = reply === 'later' ? (later ?? wish) : wish

  function choose(next: Reply) {
    setPending(next)
    if (next === 'no') change({ request, reply: 'no', clear: true })
    // The words chosen for another yes stay; after a “no” they are open again.
    else change(answer && answer.reply !== 'no' ? { ...answer, reply: next } : null)
  }

  return (
    <li className={styles['request']}>
      <h6>
        <span>{partnerName(words, partner)}</span> {requestName(words, world, request)}
      </h6>
      <p className={styles['size']}>{t('new_size', { days: days(words, size), wish })}</p>
      <fieldset>
        <legend>{t('reply_legend')}</legend>
        {replies.map((each) =>
          each === 'later' && later === null ? null : (
            <label key={each} className={styles['choice']}>
              <input className={option['radio']} type="radio" name={`${id}-reply`} checked={reply === each} onChange={() => choose(each)} />
              {replyText(words, world, request, each, each === 'later' ? later! : wish)}
            </label>
          ),
        )}
      </fieldset>
      {reply && reply !== 'no' ? (
        <fieldset>
          <legend>{t('words_legend')}</legend>
          {[true, false].map((clear) => (
            <label key={String(clear)} className={styles['choice']} data-quote="true">
              <input
                className={option['radio']}
                type="radio"
                name={`${id}-words`}
                checked={answer?.clear === clear && answer.reply === reply}
                onChange={() => change({ request, reply, clear })}
              />
              <span>
                <b>{t(clear ? 'words_clear' : 'words_vague')}</b>{' '}
                <span className={styles['quote']}>{t(clear ? `quote_${reply}_clear` : 'quote_vague', { week })}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ) : null}
      <p role="status" className={styles['heard']}>
        {answer?.reply === 'no' ? t('quote_no') : answer && !answer.clear ? t('quote_vague_note', { wish }) : ''}
      </p>
    </li>
  )
}
