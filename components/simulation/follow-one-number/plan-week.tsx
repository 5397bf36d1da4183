'use client'

import { useState } from 'react'
import { TimeLeft } from '#components/simulation/parts/time-left.tsx'
import type { Words } from '#components/simulation/parts/words.ts'
import { Button } from '#components/ui/button.tsx'
import { say } from '#lib/message/format.ts'
import { type PartnerId, partnerIds } from '#lib/simulation/follow-one-number/partners.ts'
import { costOf, costOfWeek, type Deed, has, type Kind, kinds, toggled, weekBudget } from '#lib/simulation/follow-one-number/plan.ts'
import { canTell, type State } from '#lib/simulation/follow-one-number/step.ts'
import { goodwillStep, reportText, understandingStep } from './describe.ts'
import styles from './plan-week.module.css'

/** The week to come: five partners, three things one can do with each, five hours. */
export function PlanWeek({
  words,
  state,
  draft,
  lastWeek,
  change,
  run,
}: {
  words: Words
  state: State
  draft: readonly Deed[]
  lastWeek: readonly Deed[]
  change(draft: readonly Deed[]): void
  run(): void
}) {
  const { messages, locale } = words
  const t = (key: string, values = {}) => say(messages, key, values, locale)
  const [said, setSaid] = useState('')
  const left = weekBudget - costOfWeek(draft)
  const leftText = (hours: number) => t('hours_left', { hours, all: weekBudget })
  const deedText = (kind: Kind, partner: PartnerId) => t(`kind_${kind}_of`, { partner: t(`the_${partner}`) })
  const possible = (deed: Deed) => deed.kind !== 'tell' || canTell(state.partners[deed.partner])

  function choose(kind: Kind, partner: PartnerId) {
    const chosen = has(draft, kind, partner)
    if (!chosen && !possible({ kind, partner })) return setSaid(t('refused_tell', { partner: t(`the_${partner}`) }))
    if (!chosen && costOf(kind) > left)
      return setSaid(t('refused_time', { needed: t('hours', { count: costOf(kind) }), left: t('left', { count: left }) }))
    change(toggled(draft, kind, partner))
    const after = left + (chosen ? costOf(kind) : -costOf(kind))
    setSaid(t(chosen ? 'dropped' : 'chosen', { deed: deedText(kind, partner), left: leftText(after) }))
  }

  function repeat() {
    const deeds = lastWeek.filter(possible)
    change(deeds)
    setSaid(leftText(weekBudget - costOfWeek(deeds)))
  }

  return (
    <div className={styles['plan']}>
      <h5>{t('how_title')}</h5>
      <dl className={styles['kinds']}>
        {kinds.map((kind) => (
          <div key={kind}>
            <dt>
              {t(`kind_${kind}`)} <span>{t('hours', { count: costOf(kind) })}</span>
            </dt>
            <dd>{t(`kind_${kind}_what`)}</dd>
          </div>
        ))}
      </dl>
      {lastWeek.some(possible) ? <Button onClick={repeat}>{t('repeat')}</Button> : null}
      {partnerIds.map((id) => {
        const partner = state.partners[id]
        return (
          <fieldset key={id} className={styles['partner']}>
            <legend>{t(`partner_${id}`)}</legend>
            {state.week === 0 ? <p className={styles['note']}>{t(`partner_${id}_note`)}</p> : null}
            <p className={styles['facts']}>
              {state.week === 0 ? null : (
                <span>
                  {t('last_report')}: <b>{reportText(words, partner.reports.at(-1))}</b>
                </span>
              )}
              <span>
                {t('understanding')}: <b>{t(`understanding_${understandingStep(partner.understanding)}`)}</b>
              </span>
              <span>
                {t('goodwill')}: <b>{t(`goodwill_${goodwillStep(partner.goodwill)}`)}</b>
              </span>
            </p>
            <div className={styles['deeds']}>
              {kinds.map((kind) => {
                const chosen = has(draft, kind, id)
                const open = chosen || (possible({ kind, partner: id }) && costOf(kind) <= left)
                return (
                  <label key={kind} className={styles['deed']} data-open={open}>
                    <input
                      type="checkbox"
                      checked={chosen}
                      aria-disabled={!open}
                      aria-label={deedText(kind, id)}
                      onChange={() => choose(kind, id)}
                    />
                    <svg viewBox="0 0 16 16" aria-hidden="true">
                      <path d="M3 8.500l3.500 3.500L13 4.500" />
                    </svg>
                    <span aria-hidden="true">{t(`kind_${kind}`)}</span>
                  </label>
                )
              })}
            </div>
          </fieldset>
        )
      })}
      {draft.length === 0 ? <p className={styles['none']}>{t('none_chosen')}</p> : null}
      <div className={styles['dock']}>
        <TimeLeft all={weekBudget} left={left}>
          {leftText(left)}
        </TimeLeft>
        <p role="status" className={styles['said']}>
          {said}
        </p>
        <Button look="primary" onClick={run}>
          {t('run')}
        </Button>
      </div>
    </div>
  )
}
