'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import fold from '#components/ui/fold.module.css'
import { type WholeForm, zonesByRegion } from '#lib/cohort/form-of.ts'
import { type Messages, say } from '#lib/message/format.ts'
import { isLocale, type Locale, locales as siteLocales } from '#lib/message/locale.ts'
import { Day } from './day.tsx'
import styles from './facilitate.module.css'
import { useChange } from './use-change.ts'

/** with one language there is nothing to choose */
const locales: readonly Locale[] = siteLocales

type Props = {
  initial: WholeForm
  zones: readonly string[]
  messages: Messages
} & (
  | {
      /** address of the list of cohorts: a new one is made */
      home: string
    }
  | {
      /** id of the one that is changed */
      cohort: string
      /** `limits`: of the code alone */
      part: 'whole' | 'limits'
    }
)

/** A new cohort, or how one is to be. A name is enough; what is not shown stays as it is. */
export function CohortForm({ initial, zones, messages, ...where }: Props) {
  const router = useRouter()
  const { busy, fault, change } = useChange(messages)
  const [form, setForm] = useState(initial)
  const [state, setState] = useState<'open' | 'saved' | 'leaving'>('open')
  const id = useId()
  const nameField = useRef<HTMLInputElement>(null)
  const isNew = 'home' in where
  const limitsOnly = !isNew && where.part === 'limits'
  const t = (key: string) => say(messages, key)

  useEffect(() => {
    if (initial.timeZone !== '') return
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'
    setForm((before) => (before.timeZone === '' ? { ...before, timeZone: here } : before))
  }, [initial.timeZone])

  const set = (changed: Partial<WholeForm>) => {
    setState('open')
    setForm((before) => ({ ...before, ...changed }))
  }
  const faultOf = (field: 'name' | 'endsOn') =>
    (field === 'name' ? fault?.code.startsWith('name_') : fault?.code === 'ends_before_start') ? fault?.sentence : undefined

  async function save(event: FormEvent) {
    event.preventDefault()
    const body = { ...form, timeZone: form.timeZone || 'UTC' }
    if (isNew) {
      const made = await change<{ id: string }>('POST', '/api/cohorts', body, true)
      if (!made) return nameField.current?.focus()
      setState('leaving')
      router.push(`${where.home}/cohorts/${made.value.id}/invite`)
    } else if (await change('PUT', `/api/cohorts/${where.cohort}`, body)) setState('saved')
  }

  const limits = (
    <div className={styles['pair']}>
      <Day
        id={`${id}-until`}
        label={t('form-code-until')}
        help={t('form-code-until-help')}
        value={form.codeExpiresOn}
        onChange={(codeExpiresOn) => set({ codeExpiresOn })}
      />
      <div className={styles['field']}>
        <label htmlFor={`${id}-most`}>{t('form-most')}</label>
        <input
          id={`${id}-most`}
          className={`${styles['input']} ${styles['short']}`}
          type="number"
          inputMode="numeric"
          min={1}
          max={100_000}
          step={1}
          aria-describedby={`${id}-most-help`}
          value={form.mostMembers ?? ''}
          onChange={({ target }) => set({ mostMembers: target.value === '' ? null : Math.trunc(target.valueAsNumber) })}
        />
        <small id={`${id}-most-help`}>{t('form-most-help')}</small>
      </div>
    </div>
  )
  const more = (
    <>
      <div className={styles['pair']}>
        <Day id={`${id}-starts`} label={t('form-starts')} value={form.startsOn} onChange={(startsOn) => set({ startsOn })} />
        <Day
          id={`${id}-ends`}
          label={t('form-ends')}
          value={form.endsOn}
          fault={faultOf('endsOn')}
          onChange={(endsOn) => set({ endsOn })}
        />
      </div>
      <div className={styles['field']}>
        <label htmlFor={`${id}-zone`}>{t('form-zone')}</label>
        <select
          id={`${id}-zone`}
          className={styles['input']}
          aria-describedby={`${id}-zone-help`}
          value={form.timeZone}
          onChange={({ target }) => set({ timeZone: target.value })}
        >
          {zonesByRegion(form.timeZone ? [...zones, form.timeZone] : zones).map(([region, own]) =>
            region === '' ? (
              own.map((zone) => (
                <option key={zone} value={zone}>
                  {zone}
                </option>
              ))
            ) : (
              <optgroup key={region} label={region}>
                {own.map((zone) => (
                  <option key={zone} value={zone}>
                    {zone
                      .slice(region.length + 1)
                      .replaceAll('_', ' ')
                      .replaceAll('/', ', ')}
                  </option>
                ))}
              </optgroup>
            ),
          )}
        </select>
        <small id={`${id}-zone-help`}>{t('form-zone-help')}</small>
      </div>
      {locales.length > 1 ? (
        <div className={styles['field']}>
          <label htmlFor={`${id}-locale`}>{t('form-locale')}</label>
          <select
            id={`${id}-locale`}
            className={styles['input']}
            value={form.locale}
            onChange={({ target }) => isLocale(target.value) && set({ locale: target.value })}
          >
            {locales.map((locale) => (
              <option key={locale} value={locale} lang={locale}>
                {new Intl.DisplayNames([locale], { type: 'language' }).of(locale)}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      <div className={styles['field']}>
        <label htmlFor={`${id}-note`}>{t('form-note')}</label>
        <textarea
          id={`${id}-note`}
          className={styles['input']}
          dir="auto"
          rows={4}
          maxLength={4000}
          aria-describedby={`${id}-note-help`}
          value={form.note}
          onChange={({ target }) => set({ note: target.value })}
        />
        <small id={`${id}-note-help`}>{t('form-note-help')}</small>
      </div>
    </>
  )
  return (
    <form className={styles['form']} onSubmit={save} noValidate>
      {limitsOnly ? (
        limits
      ) : (
        <div className={styles['field']}>
          <label htmlFor={`${id}-name`}>{t('form-name')}</label>
          <input
            id={`${id}-name`}
            ref={nameField}
            className={styles['input']}
            dir="auto"
            autoComplete="off"
            aria-describedby={`${id}-name-help${faultOf('name') ? ` ${id}-name-fault` : ''}`}
            aria-invalid={faultOf('name') ? true : undefined}
            value={form.name}
            onChange={({ target }) => set({ name: target.value })}
          />
          <small id={`${id}-name-help`}>{t('form-name-help')}</small>
          {faultOf('name') ? (
            <p className={styles['fault']} id={`${id}-name-fault`} role="alert">
              {faultOf('name')}
            </p>
          ) : null}
        </div>
      )}
      {limitsOnly ? null : isNew ? (
        <details open={faultOf('endsOn') ? true : undefined}>
          <summary className={fold['summary']}>{t('form-more')}</summary>
          <div className={styles['inside']}>
            {more}
            {limits}
          </div>
        </details>
      ) : (
        more
      )}
      {fault && !faultOf('name') && !faultOf('endsOn') ? (
        <p className={styles['fault']} role="alert">
          {fault.sentence}
        </p>
      ) : null}
      <div className={styles['actions']}>
        <Button type="submit" look={limitsOnly ? 'plain' : 'primary'} aria-disabled={busy || state === 'leaving' || undefined}>
          {busy || state === 'leaving' ? t('form-saving') : t(isNew ? 'form-create' : 'form-save')}
        </Button>
        <p className={styles['news']} role="status">
          {state === 'saved' && !busy ? t('form-saved') : ''}
        </p>
      </div>
    </form>
  )
}
