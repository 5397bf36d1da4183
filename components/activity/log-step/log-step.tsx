'use client'

import { useState } from 'react'
import type { ActivityProps } from '#components/activity/island.tsx'
import { CopyButton } from '#components/activity/parts/copy-button.tsx'
import { OwnField } from '#components/activity/parts/own-field.tsx'
import { Erase } from '#components/activity/private/erase.tsx'
import privacy from '#components/activity/private/private.module.css'
import { PrivateNote } from '#components/activity/private/private-note.tsx'
import { record } from '#components/device/record.ts'
import { usePrivate } from '#components/device/use-private.ts'
import { useStatements } from '#components/device/use-statements.ts'
import { Box } from '#components/ui/box.tsx'
import fold from '#components/ui/fold.module.css'
import option from '#components/ui/option.module.css'
import { bare, isStepDone, noStep, type Step, sourcesFor, stepFrom, stepText } from '#lib/activity/log-step.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { say } from '#lib/message/format.ts'
import { type Locale, pathFor } from '#lib/message/locale.ts'
import styles from './log-step.module.css'

/**
 * One feeling of the learner's log becomes a short note and one if–then plan. Private, like the log; a statement says only
 * that it was done.
 */
export default function LogStep({ data, object, contentHash, messages, locale }: ActivityProps<ActivityOf<'log-step'>>) {
  const log = usePrivate<unknown>(data.log, null)
  const kept = usePrivate<unknown>(object, noStep)
  const statements = useStatements(object)
  const [erased, setErased] = useState(false)

  // the log is null too where it is empty; what was kept here never is
  const ready = kept.value !== null
  const step = stepFrom(kept.value)
  const { fromLog, sources } = sourcesFor(log.value, data)
  const chosen = sources.find(({ id }) => id === step.source)
  const done = isStepDone(step, data, sources)
  const words = (key: string, values = {}) => say(messages, `log-step-${key}`, values, locale)
  const id = `activity-${data.id}`
  const sentence = (trigger: string, action: string) =>
    trigger.trim() && action.trim() ? words('sentence', { trigger: bare(trigger), action: bare(action) }) : null
  const own = sentence(step.trigger, step.action)
  const [module, , lesson, log_] = data.log.split('/')
  const [before, after] = words('from-list').split('{link}')

  function change(part: Partial<Step>) {
    kept.save({ ...step, ...part })
    setErased(false)
  }
  /** Said once, and only that it is done. */
  function noteDone() {
    if (done && statements?.length === 0) record({ verb: 'answered', object, contentHash, result: { completion: true } })
  }

  return (
    <Box id={id} kicker={words('kicker')} title={data.title} lead={data.lead}>
      <PrivateNote>{words('private')}</PrivateNote>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: listens for the end of typing in any of its fields, does nothing of its own */}
      <div className={styles['steps']} onBlur={noteDone}>
        <fieldset className={`${option['group']} ${styles['sources']}`}>
          <legend>{words('choose')}</legend>
          <p>
            {fromLog || !ready ? (
              words('from-log')
            ) : (
              <>
                {before}
                <a href={`${pathFor(locale as Locale, `/modules/${module}/lessons/${lesson}`)}#activity-${log_}`}>{words('log')}</a>
                {after}
              </>
            )}
          </p>
          <div className={fromLog ? undefined : styles['list']}>
            {sources.map((source) => (
              <label key={source.id} className={option['option']}>
                <input
                  type="radio"
                  name={`${id}-source`}
                  checked={step.source === source.id}
                  disabled={!ready}
                  onChange={() => change({ source: source.id })}
                />
                <span className={styles['source']}>
                  <b>{source.feeling || source.entry}</b>
                  {source.strength === undefined ? null : (
                    <Heat strength={source.strength} label={words('strength', { strength: source.strength })} />
                  )}
                  {source.feeling && source.entry ? <small>{source.entry}</small> : null}
                </span>
              </label>
            ))}
          </div>
        </fieldset>

        <div className={styles['note']}>
          <h4>{words('note')}</h4>
          <details className={styles['example']}>
            <summary className={fold['summary']}>{words('example')}</summary>
            <div>
              <p>
                <b>{data.example.feeling}</b>
              </p>
              {data.lines.map(({ id: line, label }) => (
                <p key={line}>
                  <small>{label}</small> {data.example.lines[line]}
                </p>
              ))}
              <p>{sentence(data.example.trigger, data.example.action)}</p>
            </div>
          </details>
          {data.lines.map(({ id: line, label, help }) => (
            <OwnField
              key={line}
              id={`${id}-${line}`}
              label={label}
              help={help}
              value={step.lines[line] ?? ''}
              rows={1}
              disabled={!ready}
              className={styles['line']}
              onChange={(text) => change({ lines: { ...step.lines, [line]: text } })}
            />
          ))}
        </div>

        <div className={styles['plan']}>
          <h4>{words('plan')}</h4>
          <OwnField
            id={`${id}-if`}
            label={words('if')}
            value={step.trigger}
            rows={1}
            disabled={!ready}
            className={styles['line']}
            onChange={(trigger) => change({ trigger })}
          />
          <OwnField
            id={`${id}-then`}
            label={words('then')}
            value={step.action}
            rows={1}
            disabled={!ready}
            className={styles['line']}
            onChange={(action) => change({ action })}
          />
          <p className={styles['sentence']} data-empty={own === null || undefined}>
            {own ?? words('waiting')}
          </p>
        </div>
      </div>
      <p className={styles['news']} role="status">
        {erased ? words('erased') : done ? words('done') : ''}
      </p>
      {step.source || step.trigger || step.action || Object.values(step.lines).some(Boolean) ? (
        <div className={privacy['actions']}>
          <CopyButton
            look={done ? 'primary' : 'plain'}
            text={stepText(words('title'), data, step, chosen?.feeling ?? '', own)}
            label={words('copy')}
            copied={words('copied')}
            failed={words('not-copied')}
          />
          <Erase
            label={words('erase')}
            question={words('erase-question')}
            yes={words('erase-yes')}
            no={words('erase-no')}
            onErase={() => {
              kept.erase()
              setErased(true)
            }}
          />
        </div>
      ) : null}
    </Box>
  )
}

/** Strength as ten small fields, with its number for those who do not see them. */
function Heat({ strength, label }: { strength: number; label: string }) {
  return (
    <span className={styles['heat']}>
      <span aria-hidden="true">
        {Array.from({ length: 10 }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the places themselves
          <i key={index} data-on={index < strength || undefined} />
        ))}
      </span>
      {label}
    </span>
  )
}
