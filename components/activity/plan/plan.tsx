'use client'

import { useId, useState } from 'react'
import type { ActivityProps } from '#components/activity/island.tsx'
import { printOnly } from '#components/activity/parts/print-only.ts'
import print from '#components/activity/parts/print-sheet.module.css'
import { Erase } from '#components/activity/private/erase.tsx'
import privacy from '#components/activity/private/private.module.css'
import { PrivateNote } from '#components/activity/private/private-note.tsx'
import { saveFile } from '#components/activity/private/save-file.ts'
import { record } from '#components/device/record.ts'
import { usePrivate } from '#components/device/use-private.ts'
import { useStatements } from '#components/device/use-statements.ts'
import { Box } from '#components/ui/box.tsx'
import { Button } from '#components/ui/button.tsx'
import option from '#components/ui/option.module.css'
import { makeIcs } from '#lib/activity/make-ics.ts'
import { bare, type PlanResponse, planText, tasksDone } from '#lib/activity/plan.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { say } from '#lib/message/format.ts'
import styles from './plan.module.css'

type Own = { trigger: string; action: string }
const nothing: Own = { trigger: '', action: '' }
const days = 7
/** “if …” stays in one piece at the end of a line */
const tied = (text: string) => text.replaceAll(' …', '\u00a0…')

/** The seven-day task: what to do, when (an if–then plan, private), and a way to be reminded. */
export default function Plan({ data, object, contentHash, module, messages, locale }: ActivityProps<ActivityOf<'plan'>>) {
  const statements = useStatements(object)
  const own = usePrivate<Own>(object, nothing)
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)
  const ifId = useId()
  const thenId = useId()
  const value = own.value ?? nothing
  const done = tasksDone(data, statements ?? [])
  const t = (key: string, values = {}) => say(messages, key, values, locale)
  const sentence = (plan: Own) => t('plan-sentence', { trigger: bare(plan.trigger), action: bare(plan.action) })
  const written = value.trigger.trim() !== '' && value.action.trim() !== ''
  const text = planText(data, done, written ? sentence(value) : null)

  function tick(task: string, isDone: boolean) {
    const response: PlanResponse = { task, done: isDone }
    const all = data.tasks.every(({ id }) => (id === task ? isDone : done.has(id)))
    record({ verb: 'completed', object, contentHash, result: { response, completion: all } })
  }
  function remind() {
    const now = new Date()
    const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days)
    const reminder = {
      uid: `${object.replaceAll('/', '-')}-${now.getTime()}@${location.hostname}`,
      now: now.getTime(),
      day: { year: day.getFullYear(), month: day.getMonth() + 1, day: day.getDate() },
      hour: 9,
      minutes: 15,
      summary: t('plan-reminder', { title: data.title }),
      description: text,
      url: location.href.split('#')[0]!,
    }
    saveFile(`${module}-${data.id}.ics`, makeIcs(reminder), 'text/calendar;charset=utf-8')
  }
  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      setCopied('yes')
    } catch {
      setCopied('no')
    }
  }

  return (
    <div className={print['sheet']} data-print-sheet>
      <Box id={`activity-${data.id}`} kicker={t('plan-kicker')} title={data.title} lead={data.lead && tied(data.lead)}>
        <fieldset className={option['group']}>
          <legend className={styles['heading']}>{t('plan-tasks')}</legend>
          {data.tasks.map((task) => (
            <label key={task.id} className={option['option']}>
              <input
                type="checkbox"
                checked={done.has(task.id)}
                disabled={statements === null}
                onChange={(event) => tick(task.id, event.currentTarget.checked)}
              />
              <span>{task.text}</span>
            </label>
          ))}
        </fieldset>
        <p className={styles['count']} role="status">
          {done.size === 0 ? '' : t('plan-done', { done: done.size, count: data.tasks.length })}
        </p>

        <fieldset className={styles['plan']}>
          <legend className={styles['heading']}>{t('plan-moment')}</legend>
          <PrivateNote>{t('plan-private')}</PrivateNote>
          <p className={styles['example']}>{t('plan-example', { sentence: sentence(data.example) })}</p>
          <div className={privacy['field']}>
            <label htmlFor={ifId}>{t('plan-if')}</label>
            <textarea
              id={ifId}
              className={`${privacy['input']} ${styles['line']}`}
              rows={1}
              value={value.trigger}
              onChange={(event) => own.save({ ...value, trigger: event.currentTarget.value })}
            />
          </div>
          <div className={privacy['field']}>
            <label htmlFor={thenId}>{t('plan-then')}</label>
            <textarea
              id={thenId}
              className={`${privacy['input']} ${styles['line']}`}
              rows={1}
              value={value.action}
              onChange={(event) => own.save({ ...value, action: event.currentTarget.value })}
            />
          </div>
        </fieldset>

        <div className={privacy['actions']}>
          <Button look="primary" onClick={remind}>
            {t('plan-calendar', { days })}
          </Button>
          <Button onClick={copy}>{t('plan-copy')}</Button>
          <Button onClick={printOnly}>{t('plan-print')}</Button>
          {written ? (
            <Erase
              label={t('plan-erase')}
              question={t('plan-erase-ask')}
              yes={t('plan-erase-yes')}
              no={t('plan-erase-no')}
              onErase={own.erase}
            />
          ) : null}
        </div>
        <p className={styles['said']} role="status">
          {copied === null ? '' : t(copied === 'yes' ? 'plan-copied' : 'plan-not-copied')}
        </p>
      </Box>
    </div>
  )
}
