'use client'

import { type RefObject, useMemo } from 'react'
import privacy from '#components/activity/private/private.module.css'
import { SheetFoot } from '#components/toolkit/sheet-frame.tsx'
import sheets from '#components/toolkit/sheets.module.css'
import option from '#components/ui/option.module.css'
import { type Messages, say } from '#lib/message/format.ts'
import {
  checks,
  type Explanation,
  findingsIn,
  lengthOf,
  listeners,
  longest,
  type Part,
  parts,
  sheetText,
  spoken,
} from '#lib/toolkit/thirty-seconds.ts'
import { vagueGroups } from '#lib/toolkit/vague.ts'
import styles from './thirty-seconds.module.css'
import { TrialClock } from './trial-clock.tsx'

/** The worksheet: four parts on one line, a second look at single words, the whole as it is said. Prints filled or empty. */
export function ExplanationSheet({
  sheet,
  hidden,
  blank,
  heading,
  messages,
  locale,
  onChange,
  onPrint,
  onRemove,
}: {
  sheet: Explanation
  /** there is none yet: the sheet is only there to be printed */
  hidden: boolean
  /** prints without what was filled in */
  blank: boolean
  heading: RefObject<HTMLHeadingElement | null>
  messages: Messages
  locale: string
  onChange(sheet: Explanation): void
  onPrint(what: 'filled' | 'empty'): void
  onRemove(sheet: Explanation): void
}) {
  const words = (key: string, values: Record<string, string | number> = {}) => say(messages, key, values, locale)
  const help = useMemo(() => ({ watch: vagueGroups(messages), days: say(messages, 'days').split(',') }), [messages])
  const whole = spoken(sheet)
  const { words: count, seconds, long } = lengthOf(whole, locale)
  const text = sheetText(sheet, words)
  const write = (part: Part, value: string) => onChange({ ...sheet, parts: { ...sheet.parts, [part]: value } })

  return (
    <article
      className={`${sheets['sheet']} ${styles['sheet']}`}
      data-hidden={hidden || undefined}
      data-blank={blank || undefined}
      aria-labelledby="sheet-title"
    >
      <h2 id="sheet-title" tabIndex={-1} ref={heading}>
        {sheet.name.trim() || words('unnamed')}
      </h2>
      <div className={styles['who']}>
        <div className={privacy['field']}>
          <label htmlFor="sheet-name">{words('name')}</label>
          <input
            id="sheet-name"
            className={privacy['input']}
            value={sheet.name}
            maxLength={longest.name}
            autoComplete="off"
            aria-describedby="sheet-name-help"
            onChange={({ target }) => onChange({ ...sheet, name: target.value })}
          />
          <small id="sheet-name-help">{words('name-help')}</small>
        </div>
        <div className={privacy['field']}>
          <label htmlFor="sheet-listener">{words('listener')}</label>
          <select
            id="sheet-listener"
            className={privacy['input']}
            value={sheet.listener}
            aria-describedby="sheet-asks"
            onChange={({ target }) => onChange({ ...sheet, listener: listeners.find((one) => one === target.value) ?? '' })}
          >
            <option value="">{words('listener-')}</option>
            {listeners.map((one) => (
              <option key={one} value={one}>
                {words(`listener-${one}`)}
              </option>
            ))}
          </select>
          <small id="sheet-asks" aria-live="polite">
            {sheet.listener ? words(`asks-${sheet.listener}`) : ''}
          </small>
        </div>
        <p className={sheets['written']}>
          <b>{words('name')}</b> <span>{sheet.name}</span>
        </p>
        <p className={sheets['written']}>
          <b>{words('listener')}</b> <span>{sheet.listener ? words(`listener-${sheet.listener}`) : ''}</span>
        </p>
      </div>
      <h3 className="visually-hidden">{words('parts')}</h3>
      <ol className={styles['spine']}>
        {parts.map((part) => (
          <li key={part} data-full={sheet.parts[part].trim() !== '' || undefined}>
            <div className={privacy['field']}>
              <label htmlFor={`sheet-${part}`}>{words(`part-${part}`)}</label>
              <small id={`sheet-${part}-help`}>{words(`help-${part}`)}</small>
              <textarea
                id={`sheet-${part}`}
                className={`${privacy['input']} ${styles['line']}`}
                rows={2}
                value={sheet.parts[part]}
                maxLength={longest.part}
                aria-describedby={`sheet-${part}-help`}
                onChange={({ target }) => write(part, target.value)}
              />
              <p className={sheets['written']}>{sheet.parts[part]}</p>
              <div role="status" className={styles['look']}>
                {findingsIn(part, sheet.parts[part], help).map((finding) => {
                  const said = finding.code === 'no-day' ? words('no-day') : words(finding.code, { ...finding })
                  return <p key={said}>{said}</p>
                })}
              </div>
            </div>
          </li>
        ))}
      </ol>
      <section className={styles['whole']} aria-labelledby="sheet-whole">
        <h3 id="sheet-whole">{words('whole')}</h3>
        {whole ? (
          <>
            <blockquote>{whole}</blockquote>
            <p className={styles['length']}>{words(long ? 'length-long' : 'length', { words: count, seconds })}</p>
          </>
        ) : (
          <p className={styles['length']}>{words('whole-empty')}</p>
        )}
      </section>
      <TrialClock words={words} />
      <fieldset className={`${option['group']} ${styles['checks']}`}>
        <legend>{words('checks')}</legend>
        {checks.map((id) => (
          <label key={id} className={option['option']}>
            <input
              type="checkbox"
              checked={sheet.ticks.includes(id)}
              onChange={({ target }) =>
                onChange({ ...sheet, ticks: target.checked ? [...sheet.ticks, id] : sheet.ticks.filter((one) => one !== id) })
              }
            />
            <span>{words(`check-${id}`)}</span>
          </label>
        ))}
      </fieldset>
      <SheetFoot text={text} file="thirty-seconds.txt" words={words} onPrint={onPrint} onRemove={() => onRemove(sheet)} />
    </article>
  )
}
