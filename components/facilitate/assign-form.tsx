'use client'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import fold from '#components/ui/fold.module.css'
import type { AssignmentForm } from '#lib/cohort/schema.ts'
import { type Messages, say } from '#lib/message/format.ts'
import { ChoosePeople } from './choose-people.tsx'
import { Day } from './day.tsx'
import styles from './facilitate.module.css'
import { useChange } from './use-change.ts'

export type ModuleToAssign = {
  slug: string
  number: number
  title: string /** to everyone, so only for some once more */
  assigned: boolean
}

const untouched: AssignmentForm = {
  everyone: true,
  people: [],
  opensOn: null,
  dueOn: null,
  inOrder: false,
  passMark: null,
  attemptsAllowed: null,
}

/** Modules to be assigned, or how one that is assigned is to be. */
export function AssignForm({
  cohort,
  passMark,
  messages,
  ...what
}: {
  cohort: string
  /** of the course, as a share */
  passMark: number
  messages: Messages
} & (
  | { modules: readonly ModuleToAssign[] }
  | {
      /** id of the one that is changed */
      assignment: string
      initial: AssignmentForm
    }
)) {
  const isNew = 'modules' in what
  const { busy, fault, change } = useChange(messages)
  const [form, setForm] = useState<AssignmentForm>(isNew ? untouched : what.initial)
  const [modules, setModules] = useState<readonly string[]>([])
  const [missing, setMissing] = useState<'modules' | 'people' | null>(null)
  const [saved, setSaved] = useState(false)
  const id = useId()
  const t = (key: string, values = {}) => say(messages, key, values)
  const set = (changed: Partial<AssignmentForm>) => {
    setSaved(false)
    setForm((before) => ({ ...before, ...changed }))
  }
  const can = (one: ModuleToAssign) => !(form.everyone && one.assigned)
  const chosen = isNew ? what.modules.filter((one) => modules.includes(one.slug) && can(one)).map(({ slug }) => slug) : []

  async function save(event: FormEvent) {
    event.preventDefault()
    const gap = isNew && chosen.length === 0 ? 'modules' : !form.everyone && form.people.length === 0 ? 'people' : null
    setMissing(gap)
    if (gap) return
    const body = { ...form, people: form.everyone ? [] : form.people }
    const done = isNew
      ? await change('POST', `/api/cohorts/${cohort}/assignments`, { ...body, modules: chosen })
      : await change('PUT', `/api/cohorts/${cohort}/assignments/${what.assignment}`, body)
    if (!done) return
    setSaved(true)
    if (isNew) {
      setModules([])
      setForm(untouched)
    }
  }

  const dueWrong = fault?.code === 'due_before_opening' ? fault.sentence : undefined
  return (
    <form className={styles['form']} onSubmit={save} noValidate>
      {isNew ? (
        <fieldset className={styles['field']} aria-describedby={`${id}-modules-help`}>
          <legend>{t('assign-modules')}</legend>
          <small id={`${id}-modules-help`}>{t('assign-modules-help')}</small>
          <div className={styles['checks']}>
            {what.modules.map((one) => (
              <label key={one.slug} className={styles['check']}>
                <input
                  type="checkbox"
                  checked={modules.includes(one.slug) && can(one)}
                  disabled={!can(one)}
                  onChange={({ target }) => {
                    setSaved(false)
                    setModules(target.checked ? [...modules, one.slug] : modules.filter((slug) => slug !== one.slug))
                  }}
                />
                <span>
                  {one.number}. {one.title} {can(one) ? null : <small>({t('assign-already')})</small>}
                </span>
              </label>
            ))}
          </div>
          {missing === 'modules' && chosen.length === 0 ? (
            <p className={styles['fault']} role="alert">
              {t('assign-nothing-chosen')}
            </p>
          ) : null}
        </fieldset>
      ) : null}
      <div className={styles['pair']}>
        <Day id={`${id}-due`} label={t('assign-due')} value={form.dueOn} fault={dueWrong} onChange={(dueOn) => set({ dueOn })} />
        <Day id={`${id}-opens`} label={t('assign-opens')} value={form.opensOn} onChange={(opensOn) => set({ opensOn })} />
      </div>
      <fieldset className={styles['field']}>
        <legend>{t('assign-who')}</legend>
        {([true, false] as const).map((everyone) => (
          <label key={String(everyone)} className={styles['check']}>
            <input type="radio" name={`${id}-who`} checked={form.everyone === everyone} onChange={() => set({ everyone })} />
            <span>{t(everyone ? 'assign-everyone' : 'assign-some')}</span>
          </label>
        ))}
        {form.everyone ? null : (
          <ChoosePeople cohort={cohort} chosen={form.people} onChange={(people) => set({ people })} messages={messages} />
        )}
        {missing === 'people' && !form.everyone && form.people.length === 0 ? (
          <p className={styles['fault']} role="alert">
            {t('assign-some-help')}
          </p>
        ) : null}
      </fieldset>
      <details open={fault?.code === 'mark_too_low' ? true : undefined}>
        <summary className={fold['summary']}>{t('assign-more')}</summary>
        <div className={styles['inside']}>
          <div className={styles['pair']}>
            <Whole
              id={`${id}-mark`}
              label={t('assign-mark')}
              help={t('assign-mark-help', { mark: Math.round(passMark * 100) })}
              least={Math.round(passMark * 100)}
              most={100}
              value={form.passMark === null ? null : Math.round(form.passMark * 100)}
              onChange={(mark) => set({ passMark: mark === null ? null : mark / 100 })}
            />
            <Whole
              id={`${id}-attempts`}
              label={t('assign-attempts')}
              help={t('assign-attempts-help')}
              least={1}
              most={100}
              value={form.attemptsAllowed}
              onChange={(attemptsAllowed) => set({ attemptsAllowed })}
            />
          </div>
          <label className={styles['check']}>
            <input type="checkbox" checked={form.inOrder} onChange={({ target }) => set({ inOrder: target.checked })} />
            <span>{t('assign-order')}</span>
          </label>
        </div>
      </details>
      {fault && !dueWrong ? (
        <p className={styles['fault']} role="alert">
          {fault.sentence}
        </p>
      ) : null}
      <div className={styles['actions']}>
        <Button type="submit" look="primary" aria-disabled={busy || undefined}>
          {busy ? t('form-saving') : t(isNew ? 'assign-do' : 'assign-save')}
        </Button>
        <p className={styles['news']} role="status">
          {saved && !busy ? t(isNew ? 'assign-done' : 'form-saved') : ''}
        </p>
      </div>
    </form>
  )
}

function Whole({
  id,
  label,
  help,
  least,
  most,
  value,
  onChange,
}: {
  id: string
  label: string
  help: string
  least: number
  most: number
  value: number | null
  onChange(value: number | null): void
}) {
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={`${styles['input']} ${styles['short']}`}
        type="number"
        inputMode="numeric"
        min={least}
        max={most}
        step={1}
        aria-describedby={`${id}-help`}
        value={value ?? ''}
        onChange={({ target }) => onChange(Number.isNaN(target.valueAsNumber) ? null : Math.trunc(target.valueAsNumber))}
      />
      <small id={`${id}-help`}>{help}</small>
    </div>
  )
}
